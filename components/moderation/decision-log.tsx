import { decisionNames } from "#components/moderation/names.ts";
import { Moment } from "#components/ui/day.tsx";
import type { ProposalAnswer, Recognisability } from "#lib/generated/prisma/enums.ts";
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

const recognisableWords: Record<Recognisability, string> = {
  NO: "No",
  NOT_WITH_CHANGES: "Not with the details changed",
  YES: "Yes",
};

/** What the storyteller said to words that were proposed. */
const answerWords: Record<ProposalAnswer | "NONE", string> = {
  ACCEPTED: "accepted",
  CHANGED: "changed",
  DECLINED: "declined",
  NONE: "not answered yet",
};

/** What was decided on a story so far, and by whom. */
export function DecisionLog({ decisions }: Pick<ModerationStory, "decisions">) {
  if (decisions.length === 0) return null;
  return (
    <section aria-labelledby="decisions">
      <h2 id="decisions" className="mb-4 text-ui font-semibold">
        Decisions
      </h2>
      <ol className="steps text-ui">
        {decisions.map((decision) => (
          <li key={decision.decidedAt + decision.kind}>
            <p>
              <span className="font-medium">{decisionNames[decision.kind]}</span> by{" "}
              <bdi>{decision.moderator}</bdi>
            </p>
            <p className="text-fine text-quiet">
              <Moment iso={decision.decidedAt} />
            </p>
            {decision.undone && <p className="mt-1 font-medium">Undone at once</p>}
            {decision.reason && <p className="mt-1">{decision.reason}</p>}
            {decision.recognisable && (
              <p className="mt-1">
                Could they be recognised? {recognisableWords[decision.recognisable]}
              </p>
            )}
            {decision.proposed && !decision.undone && (
              <p className="mt-1">
                Other words proposed: {answerWords[decision.proposed.answer ?? "NONE"]}
              </p>
            )}
            <Words label="To the storyteller" text={decision.message} />
            <Words label="For moderators" text={decision.internalNote} />
          </li>
        ))}
      </ol>
    </section>
  );
}
