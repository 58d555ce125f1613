import { Moment } from "#components/ui/day.tsx";
import * as said from "#lib/generated/messages/reports.ts";
import type { ReportOutcome } from "#lib/generated/prisma/enums.ts";
import type { Report, StoryReports } from "#lib/reports/queries.ts";
import { reportReasons } from "#lib/reports/schema.ts";

const outcomeNames: Record<ReportOutcome, () => string> = {
  UPHELD: said.upheld,
  DISMISSED: said.dismissed,
};

/** What readers reported about a story: what is open, and folded what was answered before. */
export function ReportList({ reports }: { reports: StoryReports }) {
  const { open, openCount, answered, answeredCount, withNotes } = reports;
  if (openCount + answeredCount === 0) return null;
  return (
    <section aria-labelledby="reports">
      <h2 id="reports" className="mb-3 text-ui font-semibold">
        {openCount > 0 ? said.reportsCount({ count: openCount }) : said.reports()}
      </h2>
      {!withNotes && <p className="mb-3 text-small text-quiet">{said.ownStory()}</p>}
      <Reports reports={open} count={openCount} />
      {answeredCount > 0 && (
        <details className="more">
          <summary>{said.answered({ count: answeredCount })}</summary>
          <Reports reports={answered} count={answeredCount} />
        </details>
      )}
    </section>
  );
}

function Reports({ reports, count }: { reports: Report[]; count: number }) {
  if (reports.length === 0) return null;
  return (
    <>
      <ul className="reports">
        {reports.map(({ id, reason, note, sentAt, outcome }) => (
          <li key={id}>
            <p className="font-medium">{reportReasons[reason]}</p>
            {note && (
              <p dir="auto" className="report-note">
                {note}
              </p>
            )}
            <p className="text-fine text-quiet">
              {outcome && `${outcomeNames[outcome]()} · `}
              <Moment iso={sentAt} />
            </p>
          </li>
        ))}
      </ul>
      {count > reports.length && (
        <p className="mt-2 text-fine text-quiet">
          {said.before({ count: count - reports.length })}
        </p>
      )}
    </>
  );
}
