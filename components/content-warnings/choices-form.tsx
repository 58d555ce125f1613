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

const every = (slug: WarningSlug) => levels.map((level) => tokenOf(slug, level));

const done: Record<Choice, string> = {
  show: "shown at once",
  gate: "behind a gate",
  hide: "left out",
};

/** Every warning of the list, and what it does for this reader. Saved with each press. */
export function ChoicesForm() {
  const live = useHydrated();
  const chosen = useChoices();
  const [said, say] = useState("");

  const idle = said === "" && Object.keys(chosen).length === 0;

  function keep(next: Choices, sentence: string) {
    say(
      keepChoices(next) ? sentence : "Your browser keeps nothing for this site. Nothing changed.",
    );
  }
  const choose = (words: string, tokens: readonly Token[], choice: Choice) =>
    keep(withChoice(chosen, tokens, choice), `Saved: ${words}, ${done[choice]}.`);

  return (
    <form className="choices" onSubmit={(event) => event.preventDefault()}>
      <dl className="choices-terms">
        <dt>Show</dt>
        <dd>The story stands open, like any other.</dd>
        <dt>Gate</dt>
        <dd>It waits behind its warning until you open it. So it is until you choose.</dd>
        <dt>Leave out</dt>
        <dd>One quiet line says that a story was left out, and why. You can still open it.</dd>
      </dl>
      <p className="choices-kept">
        Beside a heading you choose for all that is under it. Open a warning to choose by how much
        of it there is. Where a story has several, the strictest counts. Your choices stay on this
        device, and we don’t learn of them.
      </p>
      <p className="choices-unscripted">
        Choosing needs JavaScript, which is off here. Every story with a warning waits behind its
        gate.
      </p>
      {warningGroups.map(({ name, warnings }, at) => (
        <section key={name} aria-labelledby={`kind-${at}`} className="choices-kind">
          <ChoiceRow
            id={`kind-${at}`}
            name={`kind-${at}`}
            heading={name}
            words={`All: ${name}`}
            tokens={warnings.flatMap(({ slug }) => every(slug))}
            {...{ live, chosen, choose }}
          />
          <ul>
            {warnings.map(({ slug, label }) => (
              <li key={slug}>
                <ChoiceRow
                  id={slug}
                  name={slug}
                  words={label}
                  tokens={every(slug)}
                  slug={slug}
                  {...{ live, chosen, choose }}
                />
              </li>
            ))}
          </ul>
        </section>
      ))}
      <div className={idle ? "choices-end choices-idle" : "choices-end"}>
        <p role="status">{said}</p>
        <Button
          type="button"
          tone="quiet"
          onClick={() => keep({}, "Every story with a warning waits behind its gate again.")}
        >
          Reset
        </Button>
      </div>
    </form>
  );
}
