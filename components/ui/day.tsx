import { byLocale } from "#lib/formats.ts";

const long = { dateStyle: "long", timeZone: "UTC" } as const;
const days = byLocale((tag) => new Intl.DateTimeFormat(tag, long));
const moments = byLocale((tag) => new Intl.DateTimeFormat(tag, { ...long, timeStyle: "short" }));

// Among other things on one line there is room for "22 November 2026", not for "22 de noviembre de 2026".
const briefDays = byLocale(
  (tag) => new Intl.DateTimeFormat(tag, { ...long, dateStyle: tag === "es" ? "medium" : "long" }),
);

/** A date in full: on a cached page "2 hours ago" would soon be wrong. */
export function Day({ iso, brief = false }: { iso: string; brief?: boolean }) {
  return (
    <time dateTime={iso} dir="ltr">
      {(brief ? briefDays : days)().format(new Date(iso))}
    </time>
  );
}

const month = { month: "long", year: "numeric", timeZone: "UTC" } as const;
const months = byLocale((tag) => new Intl.DateTimeFormat(tag, month));

/** Where the very day is nobody's concern. */
export function Month({ iso }: { iso: string }) {
  return (
    <time dateTime={iso.slice(0, 7)} dir="ltr">
      {months().format(new Date(iso))}
    </time>
  );
}

/** A date and time, where the hour matters. */
export function Moment({ iso }: { iso: string }) {
  return (
    <time dateTime={iso} dir="ltr">
      {moments().format(new Date(iso))} UTC
    </time>
  );
}
