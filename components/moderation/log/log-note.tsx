import { beginningOf } from "#components/moderation/log/beginning.ts";

/** What moderators noted for each other: a long one is folded to how it begins. */
export function LogNote({ note }: { note: string }) {
  const beginning = beginningOf(note);
  if (beginning === null) return note;
  return (
    <details className="log-fold">
      <summary>
        <span className="log-beginning">{beginning} </span>
        <span className="log-fold-act log-fold-open">Read on</span>
        <span className="log-fold-act log-fold-close">Show less</span>
      </summary>
      {note}
    </details>
  );
}
