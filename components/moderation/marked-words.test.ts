import { expect, test } from "vitest";
import { splitByMarks } from "#components/moderation/marked-words.tsx";

const text = "Ward 12, 👩‍⚕️ Ana";

test("what is marked keeps its place, and nothing of the words is lost", () => {
  const parts = splitByMarks(text, [
    { start: text.indexOf("Ana"), end: text.length, label: "a name" },
    { start: 0, end: 7, label: "a place" },
  ]);
  expect(parts.map((part) => part.label)).toEqual(["a place", null, "a name"]);
  expect(parts.map((part) => part.text).join("")).toBe(text);
});

test("marks that overlap, run out of the words or are empty take nothing away", () => {
  const parts = splitByMarks(text, [
    { start: 0, end: 7, label: "a place" },
    { start: 5, end: 9, label: "a number" },
    { start: 3, end: 3, label: "nothing" },
    { start: 10, end: 900, label: "too far" },
  ]);
  expect(parts.map((part) => part.label)).toEqual(["a place", null]);
  expect(parts.map((part) => part.text).join("")).toBe(text);
});

test("without marks the words are one part, and no words are none", () => {
  expect(splitByMarks(text, [])).toEqual([{ text, label: null }]);
  expect(splitByMarks("", [])).toEqual([]);
});
