import fc from "fast-check";
import { expect, test } from "vitest";
import { accentStyleSheet, accentVariants, contrast } from "#lib/site/accent.ts";

const papers = { light: ["#fbfaf7", "#f3efe7"], dark: ["#16161a", "#1d1d22", "#212127"] };
const colour = fc
  .integer({ min: 0, max: 0xffffff })
  .map((value) => `#${value.toString(16).padStart(6, "0")}`);

test("an accent that reads well in a theme is kept as it is there", () => {
  expect(accentVariants("#a8341f").light).toBe("#a8341f");
  expect(accentVariants("#ffd400").dark).toBe("#ffd400");
});

test("whatever the accent, it stands out from every background of both themes", () => {
  fc.assert(
    fc.property(colour, (accent) => {
      const { light, dark } = accentVariants(accent);
      for (const paper of papers.light) expect(contrast(light, paper)).toBeGreaterThanOrEqual(4.5);
      for (const paper of papers.dark) expect(contrast(dark, paper)).toBeGreaterThanOrEqual(4.5);
    }),
  );
});

test("contrast is that of WCAG", () => {
  expect(contrast("#000000", "#ffffff")).toBeCloseTo(21);
  expect(contrast("#777777", "#ffffff")).toBeCloseTo(4.48, 2);
});

test("the style sheet sets the accent of both themes", () => {
  expect(accentStyleSheet("#ffd400")).toMatch(
    /^:root\{--color-thread:#[0-9a-f]{6}\}@media \(prefers-color-scheme:dark\)\{:root\{--color-thread:#ffd400\}\}\n$/,
  );
});
