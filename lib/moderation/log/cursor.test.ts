import { expect, test } from "vitest";
import { readLogCursor, writeLogCursor } from "#lib/moderation/log/cursor.ts";

test("a place in the log is written and read back", () => {
  const cursor = { decidedAt: new Date("2026-11-21T16:40:00.123Z"), id: "cmeabc123def" };
  expect(readLogCursor(writeLogCursor(cursor))).toEqual(cursor);
});

test.each([
  undefined,
  null,
  "",
  "x",
  "mabc1234",
  "mabc1234-",
  "mabc1234-'",
  "zzzzzzzzzz-c1",
  ["mabc1234-c1"],
  `mabc1234-${"a".repeat(41)}`,
])("%j is none", (value) => {
  expect(readLogCursor(value)).toBeNull();
});

test("the farthest that it can name is a time", () => {
  expect(readLogCursor("zzzzzzzzz-c1")?.decidedAt.toISOString()).toMatch(/^5/);
});
