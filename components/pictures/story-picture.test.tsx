import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { StoryPicture } from "#components/pictures/story-picture.tsx";
import { readRendition } from "#lib/pictures/renditions.ts";

const id = "Ab3dEf6hIj9kAb3dEf6hIj9k";
const show = (width: number, height: number) =>
  renderToStaticMarkup(
    <StoryPicture picture={{ id, width, height, alt: 'A "hand"' }} base="/pictures" />,
  );

test("all renditions are offered, with their room and their words", () => {
  const html = show(1600, 1200);
  const files = [...html.matchAll(/\/pictures\/\w{24}\/(\d+\.(?:webp|jpg)) (\d+)w/g)];
  expect(files.map(([, name]) => name)).toEqual([
    ...["480.webp", "960.webp", "1600.webp"],
    ...["480.jpg", "960.jpg", "1600.jpg"],
  ]);
  for (const [, name = "", width] of files)
    expect(readRendition(id, name)?.width).toBe(Number(width));
  expect(html).toContain('src="/pictures/Ab3dEf6hIj9kAb3dEf6hIj9k/960.jpg"');
  expect(html).toMatch(/width="1600" height="1200" alt="A &quot;hand&quot;"/);
  expect(html).toContain('loading="lazy"');
  expect(html).not.toContain("style=");
});

test("of a small picture there is one", () => {
  expect(show(300, 200)).toContain(`src="/pictures/${id}/300.jpg" width="300" height="200"`);
});
