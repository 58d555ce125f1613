import { expect, test } from "vitest";
import { beginningOf } from "#components/moderation/log/beginning.ts";

test("a note of a sentence or two is whole", () => {
  expect(beginningOf("The third wave this week.")).toBeNull();
  expect(beginningOf("a".repeat(159))).toBeNull();
});

test("a longer one begins with whole words, in one line", () => {
  const note = `I read this twice.\n\nThe ward ${"and the date together tell who it is ".repeat(5)}`;
  expect(beginningOf(note)).toBe(
    "I read this twice. The ward and the date together tell who it is and the date together tell who…",
  );
});

test("words that are written without spaces are cut, and no sign in two", () => {
  expect(beginningOf("夜".repeat(160))).toBe(`${"夜".repeat(100)}…`);
  expect(beginningOf("👩‍⚕️".repeat(160))).toBe(`${"👩‍⚕️".repeat(100)}…`);
});
