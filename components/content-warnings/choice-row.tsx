"use client";

import {
  type Choice,
  type Choices,
  type Token,
  choices,
  levels,
  sameChoice,
  tokenOf,
} from "#lib/content-warnings/choices.ts";
import {
  type WarningSlug,
  gradedLabel,
  intensities,
  intensityLabel,
} from "#lib/content-warnings/list.ts";
import * as said from "#lib/generated/messages/choices.ts";

const choiceWords: Record<Choice, () => string> = {
  show: said.show,
  gate: said.gate,
  hide: said.leaveOut,
};

type Choose = (words: string, tokens: readonly Token[], choice: Choice) => void;

type ChoiceSetProps = {
  name: string;
  words: string;
  tokens: readonly Token[];
  chosen: Choices;
  live: boolean;
  choose: Choose;
};

/** One choice of three. None is checked where what it stands for differs. */
function ChoiceSet({ name, words, tokens, chosen, live, choose }: ChoiceSetProps) {
  const current = sameChoice(chosen, tokens);
  return (
    <fieldset className="choice-set" disabled={!live}>
      <legend className="sr-only">{words}</legend>
      {choices.map((choice) => (
        <label key={choice}>
          <input
            type="radio"
            name={name}
            value={choice}
            checked={choice === current}
            onChange={() => choose(words, tokens, choice)}
          />
          <span>{choiceWords[choice]()}</span>
        </label>
      ))}
    </fieldset>
  );
}

type ChoiceRowProps = ChoiceSetProps & {
  /** Of a kind of warnings, where it stands for all of them. */
  heading?: string;
  /** Of one warning: then each intensity can have its own. */
  slug?: WarningSlug;
};

/** What is chosen for a warning whole; inside, for each intensity. */
export function ChoiceRow({ heading, slug, ...set }: ChoiceRowProps) {
  return (
    <div id={slug} className="choice-row">
      {heading && <h2 id={set.name}>{heading}</h2>}
      {/* There is nothing to unfold while nothing can be chosen. */}
      {slug && !set.live && <p className="choice-name">{set.words}</p>}
      {slug && set.live && (
        <details className="choice-levels">
          <summary>
            <span>
              {set.words}
              {sameChoice(set.chosen, set.tokens) === null && (
                <>
                  <span className="sr-only">: </span>
                  <span className="choice-differs">{said.byIntensity()}</span>
                </>
              )}
            </span>
          </summary>
          <ul>
            {levels.map((level) => {
              const intensity = intensities[level - 1] ?? "MENTIONED";
              return (
                <li key={level} className="choice-row">
                  <span className="choice-level">{intensityLabel(slug, intensity)}</span>
                  <ChoiceSet
                    {...set}
                    name={`${set.name}-${level}`}
                    words={gradedLabel({ warning: slug, intensity })}
                    tokens={[tokenOf(slug, level)]}
                  />
                </li>
              );
            })}
          </ul>
        </details>
      )}
      <ChoiceSet {...set} />
    </div>
  );
}
