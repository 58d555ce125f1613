import { scaleLinear } from "@visx/scale";

/** Where the marks of an axis from zero stand: three or four of them, the last not below `highest`. */
export function countMarks(highest: number): number[] {
  const scale = scaleLinear<number>({ domain: [0, Math.max(highest, 1)], range: [0, 1], nice: 3 });
  // There is no half a story.
  return scale.ticks(3).filter(Number.isInteger);
}

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const steps = [
  ...[1, 2, 5, 10, 15, 30].map((minutes) => minutes * MINUTE),
  ...[1, 2, 3, 6, 12].map((hours) => hours * HOUR),
  ...[1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000].map((days) => days * DAY),
];

/** The same of seconds, at whole minutes, hours or days. */
export function timeMarks(highest: number): number[] {
  const step = steps.find((each) => each * 3 >= highest) ?? Math.ceil(highest / 3 / DAY) * DAY;
  const count = Math.max(1, Math.ceil(highest / step));
  return Array.from({ length: count + 1 }, (_, index) => index * step);
}

/** Up to four places among so many, spread evenly, with the first and the last. */
export function spreadMarks(count: number): number[] {
  if (count === 0) return [];
  const marks = Math.min(4, count);
  if (marks === 1) return [0];
  const place = (index: number) => Math.round((index * (count - 1)) / (marks - 1));
  return Array.from({ length: marks }, (_, index) => place(index));
}
