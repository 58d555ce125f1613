import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { CareNote } from "#components/content-warnings/care-note.tsx";
import { OwnCareNote } from "#components/content-warnings/own-care-note.tsx";

test("beside the words that are being written it says that one can go on, and promises nothing else", () => {
  const html = renderToStaticMarkup(<CareNote country="GB" live={false} />);
  expect(html).toContain("go on writing");
  // Without JavaScript nothing is kept before it is sent.
  expect(html).not.toMatch(/kept|saved/);
  expect(html).toContain("116 123");
});

test("on the private page, where nothing is being written, it doesn't speak of writing", () => {
  const html = renderToStaticMarkup(<OwnCareNote country="GB" />);
  expect(html).toContain("Nothing on this page is in a hurry.");
  expect(html).not.toMatch(/writing|kept/);
  expect(html).toContain("116 123");
});
