"use client";

import { useActionState } from "react";
import { TextArea } from "#components/forms/controls.tsx";
import { ErrorSummary } from "#components/forms/error-summary.tsx";
import { Field } from "#components/forms/field.tsx";
import { SubmitButton } from "#components/forms/submit-button.tsx";
import { TriedWords } from "#components/screening/tried-words.tsx";
import * as screening from "#lib/generated/messages/screening.ts";
import { tryWordsAction } from "#lib/screening/actions.ts";

/** A place to try words against every rule. Nothing of them is kept. */
export function TryForm({ labelledBy }: { labelledBy: string }) {
  const empty = { failure: null, words: "", tried: null };
  const [state, formAction] = useActionState(tryWordsAction, empty);
  return (
    <form action={formAction} aria-labelledby={labelledBy} noValidate>
      <ErrorSummary failure={state.failure} />
      <Field
        id="tried"
        label={screening.wordsToTry()}
        hint={screening.wordsToTryHint()}
        error={state.failure?.fieldErrors?.tried?.[0]}
      >
        {(aria) => (
          <TextArea {...aria} name="words" dir="auto" required defaultValue={state.words} />
        )}
      </Field>
      <SubmitButton tone="quiet" pendingLabel={screening.trying()}>
        {screening.tryTheWords()}
      </SubmitButton>
      {state.tried && <TriedWords tried={state.tried} />}
    </form>
  );
}
