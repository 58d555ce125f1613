import type { ReactNode } from "react";
import { hidden } from "#components/ui/hidden.tsx";
import * as screening from "#lib/generated/messages/screening.ts";
import { localized } from "#lib/locale.ts";
import type { ListedRule } from "#lib/screening/queries.ts";
import { effectWords, kindWords } from "#lib/screening/words.ts";

function Standing({ rule: { active, effect, found } }: { rule: ListedRule }) {
  const words = {
    effect: active ? effectWords[effect].label() : screening.switchedOff(),
    state: (words: ReactNode) => <span className={active ? "text-ink" : ""}>{words}</span>,
  };
  // What is refused is not stored, so there is nothing to count.
  return effect === "REFUSE"
    ? screening.standing(words)
    : screening.standingFound({ ...words, count: found });
}

function Rule({ rule }: { rule: ListedRule }) {
  const { id, name, kind, looksFor } = rule;
  return (
    <li>
      <h3 className="text-lead font-medium break-words">
        <bdi>{name}</bdi>
      </h3>
      <p className="mt-0.5 text-small text-quiet">
        {screening.kindAndWhat({ kind: kindWords[kind](), what: looksFor })}
      </p>
      <p className="text-small text-quiet">
        <Standing rule={rule} />
      </p>
      <p className="text-ui">
        <a
          href={localized(`/moderation/screening/${id}`)}
          className="inline-flex min-h-target items-center"
        >
          {screening.changeNamed({ name, hidden })}
        </a>
      </p>
    </li>
  );
}

/** Every rule: what it looks for, and what it does. */
export function RuleList({ rules }: { rules: readonly ListedRule[] }) {
  if (rules.length === 0) {
    return <p className="text-lead">{screening.noRule()}</p>;
  }
  return (
    <ul className="rules">
      {rules.map((rule) => (
        <Rule key={rule.id} rule={rule} />
      ))}
    </ul>
  );
}
