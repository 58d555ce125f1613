import { expect, test } from "vitest";
import type { Intensity } from "#lib/content-warnings/list.ts";
import {
  type Offer,
  countableSeconds,
  heavyRow,
  isHeavy,
  offerOf,
  offersPause,
} from "#lib/moderation/care/policy.ts";

const warned = (...intensities: Intensity[]) =>
  intensities.map((intensity, index) => ({ warning: `kind-${index}`, intensity }));

test.each<[boolean, boolean, Intensity[]]>([
  [false, false, []],
  [false, false, ["MENTIONED", "MENTIONED", "MENTIONED", "MENTIONED"]],
  [false, false, ["DESCRIBED", "MENTIONED", "MENTIONED"]],
  [true, false, ["DESCRIBED", "DESCRIBED"]],
  [true, false, ["GRAPHIC"]],
  [true, false, ["MENTIONED", "GRAPHIC"]],
  [true, true, []],
  [true, true, ["MENTIONED"]],
])("heavy: %s, with care mark %s and warnings %j", (heavy, careMark, intensities) => {
  expect(isHeavy({ careMark, warnings: warned(...intensities) })).toBe(heavy);
});

test.each<[Offer, string[], string[], string[][]]>([
  ["theirs", [], ["death"], [[]]],
  ["theirs", ["needles"], [], []],
  ["theirs", ["needles"], ["death"], []],
  ["others-first", ["needles", "death"], ["death"], [["death"], ["war-terror"]]],
  ["nobody-else", ["death"], ["death"], []],
  ["nobody-else", ["death"], ["death"], [["death", "needles"]]],
  // Each minds another thing in it: it must not go back and forth.
  ["nobody-else", ["death", "needles"], ["death"], [["needles"]]],
  ["nobody-else", ["death", "needles"], ["needles"], [["death"]]],
])("%s: a story with %j, who avoids %j, others %j", (offer, kinds, avoids, others) => {
  const warnings = kinds.map((warning) => ({ warning }));
  expect(offerOf({ warnings }, avoids, others)).toBe(offer);
});

const now = new Date("2026-11-21T12:00:00Z");
const decided = (minutesAgo: number, heavy = true) => ({
  careMark: heavy,
  warnings: [],
  decidedAt: new Date(now.getTime() - minutesAgo * 60_000),
});

test("a row ends at a lighter story", () => {
  expect(heavyRow([decided(1), decided(2), decided(3, false), decided(4)], now)).toBe(2);
  expect(heavyRow([decided(1, false), decided(2)], now)).toBe(0);
  expect(heavyRow([], now)).toBe(0);
});

test("a row ends at a break of half an hour, also when it is now", () => {
  expect(heavyRow([decided(5), decided(34.9), decided(64.9)], now)).toBe(2);
  expect(heavyRow([decided(29.9), decided(31)], now)).toBe(2);
  expect(heavyRow([decided(30), decided(31)], now)).toBe(0);
});

test("a pause is offered from so many on, and never when that is 0", () => {
  expect([4, 5, 6].map((row) => offersPause(row, 5))).toEqual([false, true, true]);
  expect(offersPause(0, 0)).toBe(false);
  expect(offersPause(99, 0)).toBe(false);
});

test.each([
  [59.9, 59],
  [600, 600],
  [86_400, 600],
  [Infinity, 600],
  [0, 0],
  [-5, 0],
  [NaN, 0],
])("of %d seconds %d count", (seconds, counted) => {
  expect(countableSeconds(seconds)).toBe(counted);
});
