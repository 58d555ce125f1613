"use client";

import { useState } from "react";
import { ChoiceRow } from "#components/content-warnings/choice-row.tsx";
import { keepChoices, useChoices } from "#components/content-warnings/use-choices.ts";
import { Button } from "#components/ui/button.tsx";
import { useHydrated } from "#components/stories/use-hydrated.ts";
import {
  type Choice,
  type Choices,
  type Token,
  levels,
  tokenOf,
  withChoice,
} from "#lib/content-warnings/choices.ts";
import { type WarningSlug, warningGroups } from "#lib/content-warnings/list.ts";
import * as choices from "#lib/generated/messages/choices.ts";

const every = (slug: WarningSlug) => levels.map((level) => tokenOf(slug, level));

const saved: Record<Choice, (values: { warning: string }) => string> = {
  show: choices.savedShown,
  gate: choices.savedGated,
  hide: choices.savedLeftOut,
};

/** Every warning of the list, and what it does for this reader. Saved with each press. */
export function ChoicesForm() {
  const live = useHydrated();
  const chosen = useChoices();
  const [answer, setAnswer] = useState("");
  const [erased, setErased] = useState<Choices | null>(null);

  const isAnyChosen = Object.keys(chosen).length > 0;

  function keep(next: Choices, sentence: string) {
    const isKept = keepChoices(next);
    setAnswer(isKept ? sentence : choices.notSaved());
    return isKept;
  }
  function reset() {
    if (keep({}, choices.wasReset())) setErased(chosen);
  }
  const choose = (words: string, tokens: readonly Token[], choice: Choice) =>
    keep(withChoice(chosen, tokens, choice), saved[choice]({ warning: words }));

  return (
    <form className="choices" onSubmit={(event) => event.preventDefault()}>
      <dl className="choices-terms">
        <dt>{choices.show()}</dt>
        <dd>{choices.showWhat()}</dd>
        <dt>{choices.gate()}</dt>
        <dd>{choices.gateWhat()}</dd>
        <dt>{choices.leaveOut()}</dt>
        <dd>{choices.leaveOutWhat()}</dd>
      </dl>
      <p className="choices-kept">{choices.howChoicesCount()}</p>
      <p className="choices-unscripted">{choices.noScript()}</p>
      {warningGroups.map(({ name, warnings }, at) => (
        <section key={warnings[0].slug} aria-labelledby={`kind-${at}`} className="choices-kind">
          <ChoiceRow
            name={`kind-${at}`}
            heading={name()}
            words={choices.allOf({ kind: name() })}
            tokens={warnings.flatMap(({ slug }) => every(slug))}
            {...{ live, chosen, choose }}
          />
          <ul>
            {warnings.map(({ slug, label }) => (
              <li key={slug}>
                <ChoiceRow
                  name={slug}
                  words={label()}
                  tokens={every(slug)}
                  slug={slug}
                  {...{ live, chosen, choose }}
                />
              </li>
            ))}
          </ul>
        </section>
      ))}
      <div className={answer ? "choices-end" : undefined}>
        <p role="status">{answer}</p>
      </div>
      {(isAnyChosen || erased) && (
        <div className="choices-reset">
          <Button
            type="button"
            tone="quiet"
            onClick={isAnyChosen ? reset : () => keep(erased ?? {}, choices.wereBroughtBack())}
          >
            {isAnyChosen ? choices.reset() : choices.bringBack()}
          </Button>
        </div>
      )}
    </form>
  );
}
