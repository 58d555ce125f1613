import { LogNote } from "#components/moderation/log/log-note.tsx";
import { decisionNames } from "#components/moderation/names.ts";
import { hidden } from "#components/ui/hidden.tsx";
import { byLocale } from "#lib/formats.ts";
import * as records from "#lib/generated/messages/records.ts";
import { localized } from "#lib/locale.ts";
import type { Log, LogEntry } from "#lib/moderation/log/queries.ts";
import { isNarrowed } from "#lib/moderation/log/schema.ts";

const columns = [
  records.when,
  records.decision,
  records.reason,
  records.decidedBy,
  records.story,
  records.note,
];

/** The roles are said: where each line is laid out as a block, browsers forget that it is a row. */
export function LogTable({ log }: { log: Log }) {
  if (log.entries.length === 0) return <NoEntries log={log} />;
  return (
    <table role="table" className="log-table">
      <caption className="sr-only">{records.logCaption()}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map((column, index) => (
            <th key={index} role="columnheader" scope="col">
              {column()}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {log.entries.map((entry) => (
          <LogRow key={entry.id} entry={entry} withCall={log.choices.calls.length > 1} />
        ))}
      </tbody>
    </table>
  );
}

/** Where there is but one call, it need not be said which. */
function LogRow({ entry, withCall }: { entry: LogEntry; withCall: boolean }) {
  const { decidedAt, undoneAt, kind, reason, moderator, storyId, call, demo } = entry;
  const { withMessage, internalNote } = entry;
  const name = decisionNames[kind]();
  return (
    <tr role="row">
      <td role="cell" className="log-when">
        <When iso={decidedAt} />
      </td>
      <td role="cell" className="log-decision">
        {undoneAt ? <s>{name}</s> : name}
        {undoneAt && <span className="log-more">{undoneWords(decidedAt, undoneAt)}</span>}
      </td>
      <td role="cell" className="log-reason">
        {reason}
        {withMessage && <span className="log-more">{records.withMessage()}</span>}
      </td>
      <td role="cell" className="log-by">
        <bdi>{moderator}</bdi>
      </td>
      <td role="cell" className="log-story">
        <a href={localized(`/moderation/stories/${storyId}`)}>
          {records.storyId({ id: storyId, hidden })}
        </a>
        {demo && <span className="log-more">{records.demo()}</span>}
        {withCall && (
          <span dir="auto" className="log-more">
            {call}
          </span>
        )}
      </td>
      <td role="cell" dir="auto" className="log-note">
        {internalNote !== null && <LogNote note={internalNote} />}
      </td>
    </tr>
  );
}

const moments = byLocale(
  (tag) =>
    new Intl.DateTimeFormat(tag, {
      ...{ day: "numeric", month: "short", year: "numeric", timeZone: "UTC" },
      ...{ hour: "2-digit", minute: "2-digit" },
    }),
);

/** Short: a column of dates in full is hard to read, and on a telephone it takes a line for itself. */
function When({ iso }: { iso: string }) {
  return (
    <time dateTime={iso} dir="ltr">
      {moments().format(new Date(iso))}
      {/* Where there is no heading to say it. */}
      <span className="log-utc"> UTC</span>
    </time>
  );
}

/** "Undone after 20 seconds": a decision can be undone for a short while only. */
function undoneWords(decidedAt: string, undoneAt: string): string {
  const seconds = Math.round((Date.parse(undoneAt) - Date.parse(decidedAt)) / 1_000);
  return seconds < 2 ? records.undoneAtOnce() : records.undoneAfter({ seconds });
}

function NoEntries({ log: { filter, newest } }: { log: Log }) {
  if (isNarrowed(filter)) {
    return (
      <p className="log-none">
        {records.noneLikeThat({
          all: (words) => <a href={localized("/moderation/log")}>{words}</a>,
        })}
      </p>
    );
  }
  return <p className="log-none">{newest ? records.noneYet() : records.noneOlder()}</p>;
}
