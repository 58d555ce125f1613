import { expect, test } from "vitest";
import { wayBack, wayBackFromReferer } from "#lib/reactions/way-back.ts";

test.each([
  ["/", "/"],
  ["/older/mf1x2y3z-abcdefABCDEF", "/older/mf1x2y3z-abcdefABCDEF"],
  ["/search?q=tea#story-abcdefABCDEF", "/search?q=tea"],
  ["//evil.example", null],
  ["/\\evil.example", null],
  ["https://evil.example/", null],
  ["javascript:alert(1)", null],
  [`/${"x".repeat(300)}`, null],
  ["", null],
  [["/", "/"], null],
  [undefined, null],
])("%j leads back to %j", (value, path) => {
  expect(wayBack(value)).toBe(path);
});

test.each([
  ["https://stories.example/themes/tea?from=x", "/themes/tea?from=x"],
  ["https://stories.example:8443/", null],
  ["https://evil.example/", null],
  ["https://stories.example//evil.example", null],
  ["about:blank", null],
  ["not an address", null],
  [null, null],
])("a referer of %j leads back to %j", (referer, path) => {
  expect(wayBackFromReferer(referer, "stories.example")).toBe(path);
});
