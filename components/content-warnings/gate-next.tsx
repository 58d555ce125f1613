"use client";

import { useId, useState } from "react";
import { ChooseLink } from "#components/content-warnings/choose-link.tsx";
import { keepChoices, useChoices } from "#components/content-warnings/use-choices.ts";
import {
  type Choices,
  type Level,
  readToken,
  sameChoice,
  tokensLike,
  withChoice,
} from "#lib/content-warnings/choices.ts";
import { type WarningSlug, gradedLabel, intensities } from "#lib/content-warnings/list.ts";
import * as choices from "#lib/generated/messages/choices.ts";

type Known = { slug: WarningSlug; level: Level };

const acts = [
  { choice: "show", words: choices.alwaysShow, label: choices.alwaysShowThis },
  { choice: "hide", words: choices.neverShow, label: choices.neverShowThis },
] as const;

const wordsFor = ({ slug, level }: Known) =>
  gradedLabel({ warning: slug, intensity: intensities[level - 1] ?? "MENTIONED" });

/** The same two choices for each warning of a story. */
export function GateNext({ gate }: { gate: HTMLDetailsElement }) {
  const id = useId();
  const chosen = useChoices();
  const [kept, setKept] = useState(true);
  const known = (gate.dataset.warnings ?? "").split(" ").flatMap((each) => readToken(each) ?? []);

  function choose(next: Choices) {
    setKept(keepChoices(next));
    // Left out, it closes, and what had the focus with it. Otherwise one goes on reading.
    gate.open = gate.dataset.choice !== "hide";
    if (!gate.open) gate.querySelector("summary")?.focus();
  }

  return (
    <div role="group" aria-labelledby={id} className="gate-next">
      <p>
        <span id={id}>{choices.fromNowOn()}</span>
        <ChooseLink warning={known[0]?.slug} />
      </p>
      <ul>
        {known.map((warning) => (
          <GateNextRow key={warning.slug} warning={warning} chosen={chosen} onChoose={choose} />
        ))}
      </ul>
      {!kept && <p role="alert">{choices.cannotRemember()}</p>}
    </div>
  );
}

type RowProps = { warning: Known; chosen: Choices; onChoose: (next: Choices) => void };

function GateNextRow({ warning, chosen, onChoose }: RowProps) {
  const label = wordsFor(warning);
  return (
    <li>
      <span>{label}</span>
      <span className="gate-next-acts">
        {acts.map((act) => {
          const tokens = tokensLike(warning.slug, warning.level, act.choice);
          const pressed = sameChoice(chosen, tokens) === act.choice;
          return (
            <button
              key={act.choice}
              type="button"
              aria-pressed={pressed}
              aria-label={act.label({ warning: label })}
              onClick={() => onChoose(withChoice(chosen, tokens, pressed ? "gate" : act.choice))}
            >
              {act.words()}
            </button>
          );
        })}
      </span>
    </li>
  );
}
