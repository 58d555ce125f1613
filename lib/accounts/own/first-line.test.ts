import { expect, test } from "vitest";
import { firstLine } from "#lib/accounts/own/first-line.ts";

test.each([
  ["", ""],
  ["The kettle was on.", "The kettle was on."],
  ["The kettle was on.\nThen it rang.", "The kettle was on. …"],
  ["The kettle\n\n", "The kettle"],
  [`${"word ".repeat(40)}`, `${"word ".repeat(17)}word…`],
  ["字".repeat(120), `${"字".repeat(90)}…`],
])("of %j it is %j", (text, line) => {
  expect(firstLine(text)).toBe(line);
});

test("what is one character is not cut in two", () => {
  expect(firstLine("👩‍👩‍👧".repeat(100))).toBe(`${"👩‍👩‍👧".repeat(90)}…`);
});
