/** How figures are said: short, and no more exact than they are. */
import { byLocale, numbers } from "#lib/formats.ts";
import * as records from "#lib/generated/messages/records.ts";
import type { Share } from "#lib/moderation/insights/arithmetic.ts";
import type { Besides } from "#lib/moderation/insights/queries.ts";

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

export function number(value: number): string {
  return numbers().format(value);
}

/** Why the queue has more than wait: "Also in the queue: 12 demo stories." */
export function besidesWords(besides: Besides | null): string | null {
  if (!besides) return null;
  const { demo, reported } = besides;
  if (demo > 0 && reported > 0) return records.besidesBoth({ demo, reported });
  if (demo > 0) return records.besidesDemo({ demo });
  return reported > 0 ? records.besidesReported({ reported }) : null;
}

/** Of seconds: "under a minute", "40 min", "3 h 20 min", "2 days 4 h". Two units at most. */
export function duration(seconds: number): string {
  if (seconds < MINUTE)
    return seconds < 1 ? records.minutes({ minutes: 0 }) : records.underMinute();
  if (seconds >= 10 * DAY) return records.days({ days: Math.round(seconds / DAY) });
  if (seconds >= DAY - 30 * MINUTE) {
    const hours = Math.round(seconds / HOUR);
    const whole = { days: Math.floor(hours / 24), hours: hours % 24 };
    return whole.hours === 0 ? records.days(whole) : records.daysAndHours(whole);
  }
  const minutes = Math.round(seconds / MINUTE);
  if (minutes < 60) return records.minutes({ minutes });
  const whole = { hours: Math.floor(minutes / 60), minutes: minutes % 60 };
  return whole.minutes === 0 ? records.hours(whole) : records.hoursAndMinutes(whole);
}

const tenths = byLocale((tag) => new Intl.NumberFormat(tag, { maximumFractionDigits: 1 }));

/** "0.4 %", "12 %"; a dash of nothing. One digit behind the point where there is none before it. */
export function percent({ part, whole }: Share): string {
  if (whole === 0) return "–";
  const share = (100 * part) / whole;
  const said = share > 0 && share < 10 ? Math.max(share, 0.1) : Math.round(share);
  return `${tenths().format(said)} %`;
}

const daysLike = (options: Intl.DateTimeFormatOptions) =>
  byLocale((tag) => new Intl.DateTimeFormat(tag, { ...options, timeZone: "UTC" }));

const day = daysLike({ day: "numeric", month: "short" });
const dayAndYear = daysLike({ day: "numeric", month: "short", year: "numeric" });
const long = daysLike({ dateStyle: "long" });

/** "21 Nov", under a chart. */
export const shortDay = (iso: string) => day().format(new Date(iso));

/** "21 Nov 2026", in a table. */
export const tableDay = (iso: string) => dayAndYear().format(new Date(iso));

/** "21 November 2026", in a sentence. */
export const longDay = (iso: string) => long().format(new Date(iso));
