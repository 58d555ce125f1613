import { Day } from "#components/ui/day.tsx";
import type { EditableCall } from "#lib/calls/queries.ts";
import { localized } from "#lib/locale.ts";

/** Whether a call takes stories, and until when. */
function Standing({ call: { state, opensAt, lastDay } }: { call: EditableCall }) {
  if (state === "opening") {
    return (
      <>
        Opens on <Day iso={opensAt} />
        {lastDay && (
          <>
            , closes after <Day iso={lastDay} />
          </>
        )}
      </>
    );
  }
  if (lastDay === null) return "Open for good";
  return (
    <>
      {state === "open" ? "Open until " : "Closed after "}
      <Day iso={lastDay} />
    </>
  );
}

function Call({ call }: { call: EditableCall }) {
  const { slug, title, state, themes, onShare } = call;
  return (
    <li className="border-b border-rule py-5">
      <h2 dir="auto" className="text-lead font-medium break-words">
        {title}
      </h2>
      <p className="mt-0.5 text-small text-quiet">
        <span className={state === "open" ? "text-ink" : ""}>
          <Standing call={call} />
        </span>
        {themes > 0 && `, ${themes === 1 ? "1 theme" : `${themes} themes`}`}
        {onShare && ". Shown on the front page"}
      </p>
      <p className="mt-1 flex flex-wrap gap-x-6 text-ui">
        <a
          href={localized(`/moderation/calls/${slug}`)}
          className="inline-flex min-h-target items-center"
        >
          Change <span className="sr-only">{title}</span>
        </a>
        {state === "open" && (
          <a
            href={localized(`/calls/${slug}/share`)}
            className="inline-flex min-h-target items-center"
          >
            Its form <span className="sr-only">for {title}</span>
          </a>
        )}
      </p>
    </li>
  );
}

export function CallList({ calls }: { calls: EditableCall[] }) {
  if (calls.length === 0) {
    return <p className="text-lead">There is no call yet. Until one opens, nobody can share.</p>;
  }
  return (
    <ul className="border-t border-rule">
      {calls.map((call) => (
        <Call key={call.slug} call={call} />
      ))}
    </ul>
  );
}
