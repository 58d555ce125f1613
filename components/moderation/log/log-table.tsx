import { LogNote } from "#components/moderation/log/log-note.tsx";
import { decisionNames } from "#components/moderation/names.ts";
import { localized } from "#lib/locale.ts";
import type { Log, LogEntry } from "#lib/moderation/log/queries.ts";
import { isNarrowed } from "#lib/moderation/log/schema.ts";

const columns = ["When (UTC)", "Decision", "Reason", "Decided by", "Story", "Note to moderators"];

/** The roles are said: where each line is laid out as a block, browsers forget that it is a row. */
export function LogTable({ log }: { log: Log }) {
  if (log.entries.length === 0) return <NoEntries log={log} />;
  return (
    <table role="table" className="log-table">
      <caption className="sr-only">Decisions, the newest first</caption>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map((column) => (
            <th key={column} role="columnheader" scope="col">
              {column}
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
  const name = decisionNames[kind];
  return (
    <tr role="row">
      <td role="cell" className="log-when">
        <When iso={decidedAt} />
      </td>
      <td role="cell" className="log-decision">
        {undoneAt ? <s>{name}</s> : name}
        {undoneAt && <span className="log-more">Undone {later(decidedAt, undoneAt)}</span>}
      </td>
      <td role="cell" className="log-reason">
        {reason}
        {withMessage && <span className="log-more">With a message to the storyteller</span>}
      </td>
      <td role="cell" className="log-by">
        <bdi>{moderator}</bdi>
      </td>
      <td role="cell" className="log-story">
        <a href={localized(`/moderation/stories/${storyId}`)}>
          <span className="sr-only">Story </span>
          {storyId}
        </a>
        {demo && <span className="log-more">Demo</span>}
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

const moments = new Intl.DateTimeFormat("en-GB", {
  ...{ day: "numeric", month: "short", year: "numeric", timeZone: "UTC" },
  ...{ hour: "2-digit", minute: "2-digit" },
});

/** Short: a column of dates in full is hard to read, and on a telephone it takes a line for itself. */
function When({ iso }: { iso: string }) {
  return (
    <time dateTime={iso} dir="ltr">
      {moments.format(new Date(iso))}
      {/* Where there is no heading to say it. */}
      <span className="log-utc"> UTC</span>
    </time>
  );
}

/** "after 20 seconds": a decision can be undone for a short while only. */
function later(decidedAt: string, undoneAt: string): string {
  const seconds = Math.round((Date.parse(undoneAt) - Date.parse(decidedAt)) / 1_000);
  return seconds < 2 ? "at once" : `after ${seconds} seconds`;
}

function NoEntries({ log: { filter, newest } }: { log: Log }) {
  if (isNarrowed(filter)) {
    return (
      <p className="log-none">
        No decision is like that. Choose something else, or{" "}
        <a href={localized("/moderation/log")}>look at all of them</a>.
      </p>
    );
  }
  return (
    <p className="log-none">
      {newest
        ? "Nothing is decided yet. Once it is, it stands here for good."
        : "There is no older decision."}
    </p>
  );
}
