import { decisionNames, recognisableNames } from "#components/moderation/names.ts";
import { Moment } from "#components/ui/day.tsx";
import * as desk from "#lib/generated/messages/desk.ts";
import type { ModerationStory } from "#lib/moderation/queries.ts";

function Words({ label, text }: { label: string; text: string | null }) {
  if (!text) return null;
  return (
    <div className="mt-2">
      <p className="text-fine text-quiet">{label}</p>
      <p dir="auto" className="whitespace-pre-line">
        {text}
      </p>
    </div>
  );
}

/** What was decided on a story so far, and by whom. */
export function DecisionLog({ decisions }: Pick<ModerationStory, "decisions">) {
  if (decisions.length === 0) return null;
  return (
    <section aria-labelledby="decisions">
      <h2 id="decisions" className="mb-4 text-ui font-semibold">
        {desk.decisions()}
      </h2>
      <ol className="steps text-ui">
        {decisions.map((decision) => (
          <li key={decision.decidedAt + decision.kind}>
            <p>
              {desk.decidedBy({
                decision: decisionNames[decision.kind](),
                name: decision.moderator,
                kind: (words) => <span className="font-medium">{words}</span>,
                who: (name) => <bdi>{name}</bdi>,
              })}
            </p>
            <p className="text-fine text-quiet">
              <Moment iso={decision.decidedAt} />
            </p>
            {decision.undone && <p className="mt-1 font-medium">{desk.undoneAtOnce()}</p>}
            {decision.reason && <p className="mt-1">{decision.reason}</p>}
            {decision.recognisable && (
              <p className="mt-1">
                {desk.couldBeRecognised({
                  answer: recognisableNames[decision.recognisable](),
                })}
              </p>
            )}
            {decision.proposed && !decision.undone && (
              <p className="mt-1">
                {desk.otherWordsProposed({ answer: decision.proposed.answer ?? "other" })}
              </p>
            )}
            <Words label={desk.toStoryteller()} text={decision.message} />
            <Words label={desk.forModerators()} text={decision.internalNote} />
          </li>
        ))}
      </ol>
    </section>
  );
}
