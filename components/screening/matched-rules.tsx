import { localized } from "#lib/locale.ts";
import type { FoundMatch } from "#lib/screening/queries.ts";
import { effectWords } from "#lib/screening/words.ts";

/** Which screening rules matched a story, in which words, and what they did with it. */
export function MatchedRules({ matches }: { matches: readonly FoundMatch[] }) {
  if (matches.length === 0) return null;
  return (
    <section aria-labelledby="matched-rules">
      <h2 id="matched-rules" className="mb-3 text-ui font-semibold">
        Screening
      </h2>
      <ul className="matched-rules">
        {matches.map(({ ruleId, name, effect, words }, at) => (
          <li key={at}>
            {ruleId ? (
              <a href={localized(`/moderation/screening/${ruleId}`)}>
                <bdi>{name}</bdi>
              </a>
            ) : (
              <bdi>{name}</bdi>
            )}
            <span className="text-quiet">
              {": "}
              {effectWords[effect].label.toLowerCase()}
              {!ruleId && ", since removed"}
            </span>
            {words.length > 0 && <FoundWords words={words} />}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The words that a rule found. */
export function FoundWords({ words }: { words: readonly string[] }) {
  return (
    <ul className="matched-words" aria-label="Words found">
      {words.map((each) => (
        <li key={each} dir="auto">
          {each}
        </li>
      ))}
    </ul>
  );
}
