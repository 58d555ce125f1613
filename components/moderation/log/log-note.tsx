import { beginningOf } from "#components/moderation/log/beginning.ts";
import * as records from "#lib/generated/messages/records.ts";

/** What moderators noted for each other: a long one is folded to how it begins. */
export function LogNote({ note }: { note: string }) {
  const beginning = beginningOf(note);
  if (beginning === null) return note;
  return (
    <details className="log-fold">
      <summary>
        <span className="log-beginning">{beginning} </span>
        <span className="log-fold-act log-fold-open">{records.readOn()}</span>
        <span className="log-fold-act log-fold-close">{records.showLess()}</span>
      </summary>
      {note}
    </details>
  );
}
