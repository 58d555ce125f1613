import { expect, test } from "vitest";
import { countMarks, spreadMarks, timeMarks } from "#components/moderation/insights/axis.ts";

test.each([0, 1, 2, 3, 7, 43, 99, 100, 101, 1_234, 98_765])(
  "marks of counts up to %d begin at zero, are whole, few, and enough",
  (highest) => {
    const marks = countMarks(highest);
    expect(marks[0]).toBe(0);
    expect(marks.at(-1)).toBeGreaterThanOrEqual(Math.max(highest, 1));
    expect(marks.every(Number.isInteger)).toBe(true);
    expect(marks.length).toBeLessThanOrEqual(6);
  },
);

const hour = 3_600;
test.each([
  [0, [0, 60]],
  [170, [0, 60, 120, 180]],
  [2.5 * hour, [0, hour, 2 * hour, 3 * hour]],
  [30 * hour, [0, 12 * hour, 24 * hour, 36 * hour]],
  [20 * 24 * hour, [0, 240 * hour, 480 * hour]],
])("marks of times up to %d seconds: %j", (highest, marks) => {
  expect(timeMarks(highest)).toEqual(marks);
});

test("a time beyond all steps has marks too", () => {
  const marks = timeMarks(4_000 * 24 * hour);
  expect(marks.length).toBeLessThanOrEqual(4);
  expect(marks.at(-1)).toBeGreaterThanOrEqual(4_000 * 24 * hour);
});

test("places along a line: the first, the last, and two between", () => {
  expect(spreadMarks(0)).toEqual([]);
  expect(spreadMarks(1)).toEqual([0]);
  expect(spreadMarks(2)).toEqual([0, 1]);
  expect(spreadMarks(90)).toEqual([0, 30, 59, 89]);
});
