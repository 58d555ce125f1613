import * as own from "#lib/generated/messages/own.ts";

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/**
 * How long reading lately took, in words: what was measured, and no promise. Rounded up, so that
 * "within" holds.
 */
export function readWithin(medianSeconds: number): string {
  const count = (unit: number) => Math.max(1, Math.ceil(medianSeconds / unit));
  if (medianSeconds <= HOUR) return own.readWithinMinutes({ count: count(MINUTE) });
  if (medianSeconds <= 2 * DAY) return own.readWithinHours({ count: count(HOUR) });
  return own.readWithinDays({ count: count(DAY) });
}
