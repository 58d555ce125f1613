import { expect, test } from "vitest";
import { isFurtherOn } from "#components/stories/draft.ts";

const words = "They shared the last orange.";

test.each([
  ["as it was", words, true],
  ["with an end", `${words} Nobody wanted the pips.`, true],
  ["with a beginning", `In the lift. ${words}`, true],
  ["changed in the middle", "They shared the very last, sour orange.", true],
  ["with an end of another kind", "They shared the last peach, and the stone.", true],
  ["another story", "Forty years on the night bus.", false],
  ["nothing", "", false],
])("%s", (_, sent, isSo) => {
  expect(isFurtherOn(words, sent)).toBe(isSo);
});

test("no letter counts twice", () => {
  expect(isFurtherOn("aaaaaaaa", "aaa")).toBe(false);
  expect(isFurtherOn("aaaaaaaabbbbbbbb", "ab")).toBe(false);
});
