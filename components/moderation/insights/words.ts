/** How figures are said: short, and no more exact than they are. */
import type { Share } from "#lib/moderation/insights/arithmetic.ts";
import type { Besides } from "#lib/moderation/insights/queries.ts";

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const numbers = new Intl.NumberFormat("en-GB");

export function number(value: number): string {
  return numbers.format(value);
}

/** "1 story", "2,000 stories". */
export function many(count: number, one: string, more: string): string {
  return `${number(count)} ${count === 1 ? one : more}`;
}

/** Why the queue has more than wait: "Also in the queue: 12 demo stories." */
export function besidesWords(besides: Besides | null): string | null {
  if (!besides) return null;
  const { demo, reported } = besides;
  const parts = [
    demo > 0 ? many(demo, "demo story", "demo stories") : null,
    reported > 0
      ? many(reported, "published story with reports", "published stories with reports")
      : null,
  ].filter((part) => part !== null);
  return parts.length === 0 ? null : `Also in the queue: ${parts.join(" and ")}.`;
}

/** Of seconds: "under a minute", "40 min", "3 h 20 min", "2 days 4 h". Two units at most. */
export function duration(seconds: number): string {
  if (seconds < MINUTE) return seconds < 1 ? "0 min" : "under a minute";
  if (seconds >= 10 * DAY) return `${number(Math.round(seconds / DAY))} days`;
  if (seconds >= DAY - 30 * MINUTE) {
    const hours = Math.round(seconds / HOUR);
    return joined(many(Math.floor(hours / 24), "day", "days"), hours % 24, "h");
  }
  const minutes = Math.round(seconds / MINUTE);
  if (minutes < 60) return `${minutes} min`;
  return joined(`${Math.floor(minutes / 60)} h`, minutes % 60, "min");
}

function joined(first: string, rest: number, unit: string): string {
  return rest === 0 ? first : `${first} ${rest} ${unit}`;
}

/** "0.4 %", "12 %"; a dash of nothing. One digit behind the point where there is none before it. */
export function percent({ part, whole }: Share): string {
  if (whole === 0) return "–";
  const share = (100 * part) / whole;
  return `${share > 0 && share < 10 ? Math.max(share, 0.1).toFixed(1).replace(/\.0$/, "") : Math.round(share)} %`;
}

const day = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", timeZone: "UTC" });
const dayAndYear = new Intl.DateTimeFormat("en-GB", {
  day: "numeric",
  month: "short",
  year: "numeric",
  timeZone: "UTC",
});
const long = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" });

/** "21 Nov", under a chart. */
export const shortDay = (iso: string) => day.format(new Date(iso));

/** "21 Nov 2026", in a table. */
export const tableDay = (iso: string) => dayAndYear.format(new Date(iso));

/** "21 November 2026", in a sentence. */
export const longDay = (iso: string) => long.format(new Date(iso));
