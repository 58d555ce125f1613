import * as screening from "#lib/generated/messages/screening.ts";
import { localized } from "#lib/locale.ts";
import type { Tag } from "#lib/messages/rich.ts";
import type { FoundMatch } from "#lib/screening/queries.ts";
import { effectWords } from "#lib/screening/words.ts";

/** Which screening rules matched a story, in which words, and what they did with it. */
export function MatchedRules({ matches }: { matches: readonly FoundMatch[] }) {
  if (matches.length === 0) return null;
  return (
    <section aria-labelledby="matched-rules">
      <h2 id="matched-rules" className="mb-3 text-ui font-semibold">
        {screening.screening()}
      </h2>
      <ul className="matched-rules">
        {matches.map(({ ruleId, name, effect, words }, at) => (
          <li key={at}>
            {(ruleId ? screening.matched : screening.matchedGone)({
              rule: () => <RuleName id={ruleId} name={name} />,
              effect: effectWords[effect].label().toLowerCase(),
              quiet,
            })}
            {words.length > 0 && <FoundWords words={words} />}
          </li>
        ))}
      </ul>
    </section>
  );
}

export const quiet: Tag = (words) => <span className="text-quiet">{words}</span>;

function RuleName({ id, name }: { id: string | null; name: string }) {
  if (!id) return <bdi>{name}</bdi>;
  return (
    <a href={localized(`/moderation/screening/${id}`)}>
      <bdi>{name}</bdi>
    </a>
  );
}

/** The words that a rule found. */
export function FoundWords({ words }: { words: readonly string[] }) {
  return (
    <ul className="matched-words" aria-label={screening.wordsFound()}>
      {words.map((each) => (
        <li key={each} dir="auto">
          {each}
        </li>
      ))}
    </ul>
  );
}
