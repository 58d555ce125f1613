import { decisionNames } from "#components/moderation/names.ts";
import { Thread } from "#components/ui/thread.tsx";
import type { Month } from "#lib/moderation/log/public/months.ts";

const names = new Intl.DateTimeFormat("en-GB", { month: "long", year: "numeric", timeZone: "UTC" });

/** "November 2026" for "2026-11". */
export const monthName = (month: string) => names.format(new Date(`${month}-01T00:00:00Z`));

type Line = { label: string; count: number };

function CountTable({ caption, of, lines }: { caption: string; of: string; lines: Line[] }) {
  if (lines.length === 0) return null;
  return (
    <table className="log-counts">
      <caption>
        {caption} <span className="sr-only">in {of}</span>
      </caption>
      <thead className="sr-only">
        <tr>
          <th scope="col">{caption}</th>
          <th scope="col">How often</th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ label, count }) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            <td>{count.toLocaleString("en-GB")}</td>
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
          <time dateTime={month}>{name}</time>
        </h2>
        <p>
          <b>{total.toLocaleString("en-GB")}</b> {total === 1 ? "decision" : "decisions"}
        </p>
      </div>
      <Thread reach={total / most} />
      {counts && (
        <div className="log-month-counts">
          <CountTable
            caption="Decisions"
            of={name}
            lines={counts.kinds.map(({ kind, count }) => ({ label: decisionNames[kind], count }))}
          />
          <CountTable caption="Reasons given" of={name} lines={counts.reasons} />
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
        {year === null
          ? "Nothing is decided yet. Once it is, you can see here how often and why."
          : `Nothing was decided in ${year}.`}
      </p>
      <Thread reach={0} className="mt-5" />
    </div>
  );
}
