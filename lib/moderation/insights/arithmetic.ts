/**
 * What the figures of the insights are made of. Days are UTC's, as date fields have them
 * ("2026-11-30"); a week is named after its Monday.
 */
import { beginningOf, dayOf } from "#lib/calls/days.ts";
import type { InsightsFilter } from "#lib/moderation/insights/schema.ts";

const DAY_MS = 24 * 60 * 60_000;

/** As many days as can be looked at at once: a year, also a leap year. */
export const MOST_DAYS = 366;

export type Period = {
  /** The first and the last day. */
  from: string;
  to: string;
  /** How many they are. */
  days: number;
  /** Whether the last is today, and not over. */
  untilNow: boolean;
};

/** From one day until another, no later than today and no more than MOST_DAYS. */
export function periodOf({ period, from, to }: InsightsFilter, today: string): Period {
  if (period !== "dates") return ending(today, Number(period), today);
  const [first, last] = from && to && from > to ? [to, from] : [from, to];
  const end = last && last < today ? last : today;
  if (!first) return ending(end, 90, today);
  const days = daysBetween(first < end ? first : end, end) + 1;
  return ending(end, Math.min(days, MOST_DAYS), today);
}

function ending(to: string, days: number, today: string): Period {
  return { from: addDays(to, 1 - days), to, days, untilNow: to === today };
}

export function addDays(day: string, count: number): string {
  return dayOf(new Date(beginningOf(day).getTime() + count * DAY_MS));
}

function daysBetween(one: string, other: string): number {
  return (beginningOf(other).getTime() - beginningOf(one).getTime()) / DAY_MS;
}

export function daysOf({ from, days }: Pick<Period, "from" | "days">): string[] {
  return Array.from({ length: days }, (_, index) => addDays(from, index));
}

/** The Monday on or before a day. */
export function mondayOf(day: string): string {
  const weekday = (beginningOf(day).getUTCDay() + 6) % 7;
  return addDays(day, -weekday);
}

/** The Mondays of every week that a period touches. */
export function weeksOf({ from, to }: Pick<Period, "from" | "to">): string[] {
  const first = mondayOf(from);
  const count = Math.floor(daysBetween(first, to) / 7) + 1;
  return Array.from({ length: count }, (_, index) => addDays(first, index * 7));
}

/** By how many more (or fewer) stories waited at the end of a day than before it. */
export type Step = { day: string; by: number };

export type Waiting = { day: string; count: number };

/** How many waited at the end of each day. The first day's step has those that waited before it. */
export function toWaiting(steps: readonly Step[], period: Period): Waiting[] {
  const byDay = new Map(steps.map(({ day, by }) => [day, by]));
  let count = 0;
  return daysOf(period).map((day) => ({ day, count: (count += byDay.get(day) ?? 0) }));
}

/** In seconds: half were decided on within the one, nine of ten within the other. */
export type Spread = { count: number; median: number; ninetieth: number };

export type Week = { week: string; spread: Spread | null };

/** Every week of a period, also those in which nothing was decided. */
export function toWeeks(spreads: ReadonlyMap<string, Spread>, period: Period): Week[] {
  return weeksOf(period).map((week) => ({ week, spread: spreads.get(week) ?? null }));
}

/** So many of so many. */
export type Share = { part: number; whole: number };

export function sumOf<Row>(rows: readonly Row[], value: (row: Row) => number): number {
  return rows.reduce((total, row) => total + value(row), 0);
}

/** What belongs together counted together, the most first; those with none are left out. */
export function countBy<Row, Key>(
  rows: readonly Row[],
  key: (row: Row) => Key,
  value: (row: Row) => number,
): { key: Key; count: number }[] {
  return [...Map.groupBy(rows, key)]
    .map(([key, some]) => ({ key, count: sumOf(some, value) }))
    .filter(({ count }) => count > 0)
    .sort((one, other) => other.count - one.count);
}
