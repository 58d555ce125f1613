import type { ReactNode } from "react";
import { decisionNames } from "#components/moderation/names.ts";
import { hidden } from "#components/ui/hidden.tsx";
import { Thread } from "#components/ui/thread.tsx";
import { byLocale, capitalised, numbers } from "#lib/formats.ts";
import * as records from "#lib/generated/messages/records.ts";
import type { Month } from "#lib/moderation/log/public/months.ts";

const names = byLocale(
  (tag) => new Intl.DateTimeFormat(tag, { month: "long", year: "numeric", timeZone: "UTC" }),
);

/** "November 2026" for "2026-11". */
export const monthName = (month: string) => names().format(new Date(`${month}-01T00:00:00Z`));

type Line = { label: string; count: number };

type CountTableProps = { caption: ReactNode; heading: string; lines: Line[] };

function CountTable({ caption, heading, lines }: CountTableProps) {
  if (lines.length === 0) return null;
  return (
    <table className="log-counts">
      <caption>{caption}</caption>
      <thead className="sr-only">
        <tr>
          <th scope="col">{heading}</th>
          <th scope="col">{records.howOften()}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ label, count }) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            <td>{numbers().format(count)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function LogMonth({ month: { month, total, counts }, most }: { month: Month; most: number }) {
  const name = monthName(month);
  return (
    <section aria-labelledby={`of-${month}`} className="log-month">
      <div className="log-month-head">
        <h2 id={`of-${month}`}>
          <time dateTime={month}>{capitalised(name)}</time>
        </h2>
        <p>{records.monthTotal({ count: total, strong: (words) => <b>{words}</b> })}</p>
      </div>
      <Thread reach={total / most} />
      {counts && (
        <div className="log-month-counts">
          <CountTable
            caption={records.decisionsIn({ month: name, hidden })}
            heading={records.decisions()}
            lines={counts.kinds.map(({ kind, count }) => ({ label: decisionNames[kind](), count }))}
          />
          <CountTable
            caption={records.reasonsGivenIn({ month: name, hidden })}
            heading={records.reasonsGiven()}
            lines={counts.reasons}
          />
        </div>
      )}
    </section>
  );
}

type LogMonthsProps = { months: Month[]; year: number | null };

/** Month by month what was decided, and why. */
export function LogMonths({ months, year }: LogMonthsProps) {
  if (months.length === 0) return <NoMonths year={year} />;
  const most = Math.max(...months.map(({ total }) => total));
  return months.map((month) => <LogMonth key={month.month} month={month} most={most} />);
}

function NoMonths({ year }: { year: number | null }) {
  return (
    <div>
      <p className="words">
        {year === null ? records.publicNone() : records.publicNoneIn({ year })}
      </p>
      <Thread reach={0} className="mt-5" />
    </div>
  );
}
