import { expect, test } from "vitest";
import { readCursor, writeCursor } from "#lib/pagination.ts";

const place = { publishedAt: new Date("2026-05-05T12:34:56.789Z"), id: "Ab3dEf6hIj9k" };

test("a cursor survives the way through the address, to the millisecond", () => {
  const cursor = writeCursor(place);
  expect(cursor).toMatch(/^[\w-]+$/);
  expect(readCursor(cursor)).toEqual(place);
});

test.each([
  "",
  "x",
  "mabcdefg",
  "mabcdefg-",
  "mabcdefg-short",
  "-Ab3dEf6hIj9k",
  "zzzzzzzzzz-Ab3dEf6hIj9k",
  `${writeCursor(place)}/`,
  `${writeCursor(place)}\n`,
])("%j is not a cursor", (value) => {
  expect(readCursor(value)).toBeNull();
});
