"use client";

import { ErrorSummary } from "#components/forms/error-summary.tsx";
import { SubmitButton } from "#components/forms/submit-button.tsx";
import { useActionForm } from "#components/forms/use-action-form.ts";
import { ConsentChoices } from "#components/stories/consent-choices.tsx";
import * as own from "#lib/generated/messages/own.ts";
import { type ConsentValues, readConsents } from "#lib/stories/consents.ts";
import { setConsentsAction } from "#lib/stories/own/actions.ts";
import { consentsSchema } from "#lib/stories/own/schema.ts";

type ConsentsFormProps = { way: string; consents: ConsentValues; hasByline: boolean };

export function ConsentsForm({ way, consents, hasByline }: ConsentsFormProps) {
  const { state, failure, pending, register, errorOf, formProps } = useActionForm({
    action: setConsentsAction,
    initial: { failure: null, values: consents },
    schema: consentsSchema,
    read: readConsents,
    problem: own.nothingChangedYet(),
  });
  return (
    <form {...formProps} aria-label={own.otherUses()}>
      <ErrorSummary failure={failure} />
      <input type="hidden" name="way" value={way} />
      <ConsentChoices
        values={state.values}
        errors={{
          consentRoundUp: errorOf("consentRoundUp"),
          consentSocial: errorOf("consentSocial"),
          consentPrint: errorOf("consentPrint"),
        }}
        hasByline={hasByline}
        register={register}
      />
      <SubmitButton tone="quiet" pending={pending} pendingLabel={own.saving()}>
        {own.saveChoices()}
      </SubmitButton>
    </form>
  );
}
