/**
 * The days of a call, as a date field has them ("2026-11-30"), and the moments that they mean. Days
 * are UTC's. A call takes stories until the end of its last day.
 */

const DAY_MS = 24 * 60 * 60_000;

export function beginningOf(day: string): Date {
  return new Date(`${day}T00:00:00Z`);
}

export function endOf(day: string): Date {
  return new Date(beginningOf(day).getTime() + DAY_MS);
}

export function dayOf(moment: Date): string {
  return moment.toISOString().slice(0, 10);
}

/** The last day before a moment: midnight is the end of the day before. */
export function lastDayBefore(moment: Date): string {
  return dayOf(new Date(moment.getTime() - 1));
}
