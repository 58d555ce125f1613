import { expect, test } from "vitest";
import {
  MOST_DAYS,
  countBy,
  daysOf,
  mondayOf,
  periodOf,
  toWaiting,
  toWeeks,
  weeksOf,
} from "#lib/moderation/insights/arithmetic.ts";
import { type InsightsFilter, insightsFilterSchema } from "#lib/moderation/insights/schema.ts";

const today = "2026-11-21"; // a Saturday
const period = (values: Record<string, unknown>) =>
  periodOf(insightsFilterSchema.parse(values), today);

test("so many days end today", () => {
  expect(period({ period: "30" })).toEqual({
    from: "2026-10-23",
    to: today,
    days: 30,
    untilNow: true,
  });
  expect(period({ period: "365" })).toMatchObject({ from: "2025-11-22", days: 365 });
  expect(daysOf(period({ period: "30" }))).toHaveLength(30);
  expect(daysOf(period({ period: "30" })).at(-1)).toBe(today);
});

test.each<Record<string, unknown>>([
  {},
  { period: "7" },
  { period: ["30", "90"] },
  { period: "dates" },
  { period: "dates", from: "yesterday", to: "9999-99-99" },
  { from: "2026-01-01", to: "2026-02-01" },
])("what an address says that is no period is the last 90 days: %j", (values) => {
  expect(period(values)).toMatchObject({ from: "2026-08-24", to: today, days: 90 });
});

test.each<[Partial<InsightsFilter>, string, string, number]>([
  [{ from: "2026-02-01", to: "2026-02-28" }, "2026-02-01", "2026-02-28", 28],
  [{ from: "2026-02-28", to: "2026-02-01" }, "2026-02-01", "2026-02-28", 28],
  [{ from: "2026-11-01", to: "2027-05-01" }, "2026-11-01", today, 21],
  [{ from: "2027-05-01" }, today, today, 1],
  [{ from: "2026-11-20" }, "2026-11-20", today, 2],
  [{ to: "2026-03-31" }, "2026-01-01", "2026-03-31", 90],
  [{ from: "2001-01-01", to: "2026-06-30" }, "2025-06-30", "2026-06-30", MOST_DAYS],
])("between two days: %j", (dates, from, to, days) => {
  const untilNow = to === today;
  expect(period({ period: "dates", ...dates })).toEqual({ from, to, days, untilNow });
});

test("weeks begin on Mondays, and those that are cut off count", () => {
  expect(["2026-11-16", "2026-11-22", "2026-11-23"].map(mondayOf)).toEqual([
    "2026-11-16",
    "2026-11-16",
    "2026-11-23",
  ]);
  const tenDays = { from: "2026-11-13", to: "2026-11-22", days: 10, untilNow: false };
  expect(weeksOf(tenDays)).toEqual(["2026-11-09", "2026-11-16"]);
  expect(weeksOf({ from: today, to: today })).toEqual(["2026-11-16"]);
  const spread = { count: 2, median: 60, ninetieth: 90 };
  expect(toWeeks(new Map([["2026-11-16", spread]]), tenDays)).toEqual([
    { week: "2026-11-09", spread: null },
    { week: "2026-11-16", spread },
  ]);
});

test("what waits at the end of a day is what waited before, and what came and went", () => {
  const steps = [
    { day: "2026-11-19", by: 4 },
    { day: "2026-11-21", by: -3 },
  ];
  const period = { from: "2026-11-18", to: "2026-11-22", days: 5, untilNow: false };
  expect(toWaiting(steps, period)).toEqual([
    { day: "2026-11-18", count: 0 },
    { day: "2026-11-19", count: 4 },
    { day: "2026-11-20", count: 4 },
    { day: "2026-11-21", count: 1 },
    { day: "2026-11-22", count: 1 },
  ]);
});

test("counts what belongs together, the most first, without what there is none of", () => {
  const rows = [
    { kind: "REJECT", count: 2 },
    { kind: "APPROVE", count: 5 },
    { kind: "REJECT", count: 4 },
    { kind: "RESTORE", count: 0 },
  ];
  expect(
    countBy(
      rows,
      ({ kind }) => kind,
      ({ count }) => count,
    ),
  ).toEqual([
    { key: "REJECT", count: 6 },
    { key: "APPROVE", count: 5 },
  ]);
});
