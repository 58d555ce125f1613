import { expect, test } from "vitest";
import { fragmentsOf } from "#lib/screening/similar/fragments.ts";

test("the longest three words in a row come first, and none overlap", () => {
  const text =
    "I sat beside an extraordinarily complicated machine while she whispered to the porter";
  expect(fragmentsOf(text)).toEqual([
    "extraordinarily complicated machine",
    "while she whispered",
    "sat beside an",
    "to the porter",
  ]);
});

test("what stands between the words is part of a fragment", () => {
  expect(fragmentsOf("one\n\n  three  words")).toEqual(["one\n\n  three  words"]);
});

test.each([
  ["Stillness", ["Stillness"]],
  ["", []],
  ["a b c d e f", []],
  ["😀 😀 😀 😀", []],
])("%j has %j", (text, expected) => {
  expect(fragmentsOf(text)).toEqual(expected);
});

test("writing without spaces is cut into pieces", () => {
  const text = "昨晚我在医院陪了她一整夜直到天亮她终于睡着了我才离开病房走到走廊尽头";
  const fragments = fragmentsOf(text);
  expect(fragments.length).toBeGreaterThan(2);
  expect(fragments.every((piece) => text.includes(piece))).toBe(true);
});

test("there are never many, whatever the text is", () => {
  for (const text of ["word ".repeat(2_000), "x".repeat(10_000), "%_\\ ".repeat(1_000)]) {
    expect(fragmentsOf(text).length).toBeLessThanOrEqual(6);
  }
});
