"use client";

import { TextArea } from "#components/forms/controls.tsx";
import { ErrorSummary } from "#components/forms/error-summary.tsx";
import { Field } from "#components/forms/field.tsx";
import { SubmitButton } from "#components/forms/submit-button.tsx";
import { useActionForm } from "#components/forms/use-action-form.ts";
import { ButtonLink } from "#components/ui/button.tsx";
import * as own from "#lib/generated/messages/own.ts";
import { localized } from "#lib/locale.ts";
import { appealAction } from "#lib/stories/own/actions.ts";
import { APPEAL_LIMIT, appealSchema, readAppeal } from "#lib/stories/own/schema.ts";

type AppealFormProps = {
  /** What stands after `/my/`. */
  way: string;
  /** There is something to appeal against. */
  open: boolean;
};

/**
 * When there is nothing to appeal against the form shows itself only to someone for whom that
 * changed while they wrote: React brings their words back to it.
 */
export function AppealForm({ way, open }: AppealFormProps) {
  const { state, failure, pending, register, errorOf, formProps } = useActionForm({
    action: appealAction,
    initial: { failure: null, values: { text: "" } },
    schema: appealSchema,
    read: readAppeal,
    problem: own.appealUnsent(),
  });
  if (!open && !failure)
    return <ButtonLink href={localized(`/my/${way}`)}>{own.toStoryPage()}</ButtonLink>;
  return (
    <form {...formProps} aria-label={own.appeal()}>
      <ErrorSummary failure={failure} />
      <input type="hidden" name="way" value={way} />
      <Field
        id="text"
        label={own.appealText()}
        hint={own.appealTextHint({ limit: APPEAL_LIMIT })}
        error={errorOf("text")}
      >
        {(aria) => (
          <TextArea
            {...aria}
            {...register("text")}
            dir="auto"
            rows={4}
            required
            defaultValue={state.values.text}
          />
        )}
      </Field>
      <div className="flex flex-wrap gap-3">
        <SubmitButton pending={pending} pendingLabel={own.appealSending()}>
          {own.appealSend()}
        </SubmitButton>
        <ButtonLink tone="quiet" href={localized(`/my/${way}`)}>
          {own.appealNotNow()}
        </ButtonLink>
      </div>
    </form>
  );
}
