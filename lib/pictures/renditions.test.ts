import { expect, test } from "vitest";
import { hasRendition, readRendition, renditionWidths } from "#lib/pictures/renditions.ts";

const id = "Ab3dEf6hIj9kAb3dEf6hIj9k";

test.each([
  [200, [200]],
  [480, [480]],
  [481, [480, 481]],
  [960, [480, 960]],
  [1200, [480, 960, 1200]],
  [1600, [480, 960, 1600]],
  [4000, [480, 960, 1600]],
])("of a picture %i wide there are %j", (width, widths) => {
  expect(renditionWidths(width)).toEqual(widths);
});

test("an address names a rendition, in one way only", () => {
  const rendition = readRendition(id, "480.webp");
  expect(rendition).toEqual({ id, width: 480, extension: "webp", name: "480.webp" });
  for (const name of ["480.png", "0480.webp", "480.WEBP", "480.webp/", "480", ".webp", "99.jpg"])
    expect(readRendition(id, name)).toBeNull();
  for (const name of ["1601.jpg", "99999.jpg", "480.webp\n", "../480.webp", "480.webp%00"])
    expect(readRendition(id, name)).toBeNull();
  for (const other of ["", "..", `${id}0`, id.slice(1), `${id.slice(1)}/`])
    expect(readRendition(other, "480.webp")).toBeNull();
});

test("a picture has the renditions that were made of it", () => {
  const has = (name: string) => {
    const rendition = readRendition(id, name);
    return rendition !== null && hasRendition({ width: 1200 }, rendition);
  };
  expect(["480.webp", "960.jpg", "1200.jpg"].every(has)).toBe(true);
  expect(["1600.jpg", "481.webp", "700.jpg"].some(has)).toBe(false);
});
