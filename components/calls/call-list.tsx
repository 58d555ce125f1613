import { Day } from "#components/ui/day.tsx";
import { hidden } from "#components/ui/hidden.tsx";
import type { EditableCall } from "#lib/calls/queries.ts";
import * as messages from "#lib/generated/messages/calls.ts";
import { localized } from "#lib/locale.ts";

/** Whether a call takes stories, and until when. */
function Standing({ call: { state, opensAt, lastDay } }: { call: EditableCall }) {
  if (state === "opening") {
    const day = () => <Day iso={opensAt} />;
    return lastDay === null
      ? messages.opens({ day })
      : messages.opensAndCloses({ day, last: () => <Day iso={lastDay} /> });
  }
  if (lastDay === null) return messages.openForGood();
  const said = state === "open" ? messages.openUntil : messages.closedAfter;
  return said({ day: () => <Day iso={lastDay} /> });
}

function Call({ call }: { call: EditableCall }) {
  const { slug, title, state, themes, onShare } = call;
  return (
    <li className="border-b border-rule py-5">
      <h2 dir="auto" className="text-lead font-medium break-words">
        {title}
      </h2>
      <p className="mt-0.5 text-small text-quiet">
        {messages.facts({
          standing: () => (
            <span className={state === "open" ? "text-ink" : ""}>
              <Standing call={call} />
            </span>
          ),
          themes,
          shown: onShare ? "yes" : "other",
        })}
      </p>
      <p className="mt-1 flex flex-wrap gap-x-6 text-ui">
        <a
          href={localized(`/moderation/calls/${slug}`)}
          className="inline-flex min-h-target items-center"
        >
          {messages.changeNamed({ title, hidden })}
        </a>
        {state === "open" && (
          <a
            href={localized(`/calls/${slug}/share`)}
            className="inline-flex min-h-target items-center"
          >
            {messages.itsForm({ title, hidden })}
          </a>
        )}
      </p>
    </li>
  );
}

export function CallList({ calls }: { calls: EditableCall[] }) {
  if (calls.length === 0) {
    return <p className="text-lead">{messages.noCall()}</p>;
  }
  return (
    <ul className="border-t border-rule">
      {calls.map((call) => (
        <Call key={call.slug} call={call} />
      ))}
    </ul>
  );
}
