import { expect, test } from "vitest";
import { isAmong } from "#lib/answers.ts";

test.each<[string | null | undefined, string, boolean]>([
  [null, '"a"', false],
  [undefined, '"a"', false],
  ["", '"a"', false],
  ['"a"', '"a"', true],
  ['W/"a"', '"a"', true],
  ['"a"', 'W/"a"', true],
  ['"b", W/"a"', '"a"', true],
  ['"b"', '"a"', false],
  ["*", '"a"', true],
])("of what %j names, %j is one: %j", (asked, etag, is) => {
  expect(isAmong(asked, etag)).toBe(is);
});
