import { expect, test } from "vitest";
import { etagOf, isAmong } from "#lib/answers.ts";

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

test("other bytes have another ETag", () => {
  const etag = etagOf("words");
  expect(etag).toMatch(/^W\/"[\w-]{27}"$/);
  expect(etagOf("words")).toBe(etag);
  expect(etagOf("Words")).not.toBe(etag);
});
