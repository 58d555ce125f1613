import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { VeiledPicture } from "#components/moderation/care/veiled-picture.tsx";

test("is veiled until its box is checked, which the picture's text names too", () => {
  const html = renderToStaticMarkup(
    <VeiledPicture>
      <img alt="A lift door" src="/a.jpg" />
    </VeiledPicture>,
  );
  expect(html).toMatch(/<label[^>]*><input type="checkbox"(?![^>]*checked)/);
  expect(html).toMatch(/Show the picture clearly.*alt="A lift door".*<\/label>/);
  expect(html).not.toContain("style=");
});
