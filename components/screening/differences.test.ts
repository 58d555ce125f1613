import { expect, test } from "vitest";
import { differencesIn } from "#components/screening/differences.ts";

const text = "The porter carried her coat down four floors, and said nothing of it.";

const pointedOut = (other: string, of = text) =>
  differencesIn(other, of).map(({ start, end }) => other.slice(start, end));

test.each([
  ["the same words", text, []],
  ["another word", text.replace("four", "twelve"), ["twelve"]],
  ["words put in", text.replace("her coat", "her old green coat"), ["old green"]],
  ["words left out", text.replace("down four floors, ", ""), []],
  ["at the end", `${text} He whistled.`, ["He whistled"]],
  ["other punctuation", text.replace(", and", "; and"), []],
  ["in another script", "昨晚我陪了她一整夜直到早上", ["早上"], "昨晚我陪了她一整夜直到天亮"],
  ["an emoji", `😀 ${text} 😀`, ["😀", "😀"]],
])("%s", (_name, other, expected, of?: string) => {
  expect(pointedOut(other, of)).toEqual(expected);
});

test("of words that share less than half, nothing is", () => {
  expect(pointedOut("The porter sang in the lift while all of us waited for the doctor.")).toEqual(
    [],
  );
  expect(pointedOut("", text)).toEqual([]);
});
