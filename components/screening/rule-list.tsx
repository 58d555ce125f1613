import { localized } from "#lib/locale.ts";
import type { ListedRule } from "#lib/screening/queries.ts";
import { effectWords, kindWords } from "#lib/screening/words.ts";

function storiesFound({ found, effect }: ListedRule): string {
  // What is refused is not stored, so there is nothing to count.
  if (effect === "REFUSE") return "";
  return found === 1 ? "1 story in 30 days" : `${found} stories in 30 days`;
}

function Rule({ rule }: { rule: ListedRule }) {
  const { id, name, kind, looksFor, effect, active } = rule;
  const found = storiesFound(rule);
  return (
    <li>
      <h3 className="text-lead font-medium break-words">
        <bdi>{name}</bdi>
      </h3>
      <p className="mt-0.5 text-small text-quiet">
        {kindWords[kind]}: {looksFor}
      </p>
      <p className="text-small text-quiet">
        <span className={active ? "text-ink" : ""}>
          {active ? effectWords[effect].label : "Switched off"}
        </span>
        {found && `, ${found}`}
      </p>
      <p className="text-ui">
        <a
          href={localized(`/moderation/screening/${id}`)}
          className="inline-flex min-h-target items-center"
        >
          Change <span className="sr-only">{name}</span>
        </a>
      </p>
    </li>
  );
}

/** Every rule: what it looks for, and what it does. */
export function RuleList({ rules }: { rules: readonly ListedRule[] }) {
  if (rules.length === 0) {
    return (
      <p className="text-lead">There is no rule yet. Moderators read every story all the same.</p>
    );
  }
  return (
    <ul className="rules">
      {rules.map((rule) => (
        <Rule key={rule.id} rule={rule} />
      ))}
    </ul>
  );
}
