import { MarkedWords } from "#components/moderation/marked-words.tsx";
import { FoundWords, quiet } from "#components/screening/matched-rules.tsx";
import * as screening from "#lib/generated/messages/screening.ts";
import type { TriedWords as Tried } from "#lib/screening/trying/queries.ts";
import { effectWords } from "#lib/screening/words.ts";

/** What the rules make of some words: the words with what was found marked, and by which rule. */
export function TriedWords({ tried }: { tried: Tried }) {
  const { text, matches, marks } = tried;
  return (
    <div role="group" aria-label={screening.found()} className="tried">
      <p role="status" className="text-ui font-semibold">
        {matches.length > 0 ? screening.foundBy({ count: matches.length }) : screening.foundNone()}
      </p>
      <MarkedWords text={text} marks={marks} />
      {matches.length > 0 && (
        <ul className="matched-rules">
          {matches.map(({ name, effect, words }, at) => (
            <li key={at}>
              {screening.matched({
                rule: () => <bdi>{name}</bdi>,
                effect: effectWords[effect].label().toLowerCase(),
                quiet,
              })}
              <FoundWords words={words} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
