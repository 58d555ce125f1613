import { MarkedWords } from "#components/moderation/marked-words.tsx";
import { FoundWords } from "#components/screening/matched-rules.tsx";
import type { TriedWords as Tried } from "#lib/screening/trying/queries.ts";
import { effectWords } from "#lib/screening/words.ts";

/** What the rules make of some words: the words with what was found marked, and by which rule. */
export function TriedWords({ tried }: { tried: Tried }) {
  const { text, matches, marks } = tried;
  return (
    <div role="group" aria-label="What the rules found" className="tried">
      <p role="status" className="text-ui font-semibold">
        {summary(matches.length)}
      </p>
      <MarkedWords text={text} marks={marks} />
      {matches.length > 0 && (
        <ul className="matched-rules">
          {matches.map(({ name, effect, words }, at) => (
            <li key={at}>
              <bdi>{name}</bdi>
              <span className="text-quiet">: {effectWords[effect].label.toLowerCase()}</span>
              <FoundWords words={words} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function summary(matches: number): string {
  if (matches === 0) return "No rule finds anything in these words.";
  return matches === 1 ? "One rule matches." : `${matches} rules match.`;
}
