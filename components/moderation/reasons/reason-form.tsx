"use client";

import { useState } from "react";
import { Chip, TextArea, TextInput } from "#components/forms/controls.tsx";
import { ErrorSummary } from "#components/forms/error-summary.tsx";
import { Field } from "#components/forms/field.tsx";
import { Fieldset } from "#components/forms/fieldset.tsx";
import { SubmitButton } from "#components/forms/submit-button.tsx";
import { useActionForm } from "#components/forms/use-action-form.ts";
import { ReasonPreview } from "#components/moderation/reasons/reason-preview.tsx";
import { kindWords } from "#components/moderation/reasons/words.ts";
import { Button } from "#components/ui/button.tsx";
import { capitalised } from "#lib/formats.ts";
import * as reasons from "#lib/generated/messages/reasons.ts";
import { addReasonAction, changeReasonAction } from "#lib/moderation/reasons/actions.ts";
import {
  type ReasonFormValues,
  emptyReasonForm,
  readReasonForm,
  reasonFields,
  reasonFormSchema,
  reasonKinds,
} from "#lib/moderation/reasons/schema.ts";

type ReasonFormProps = {
  /** The reason to change; without one, the form adds a new one. */
  reason?: { slug: string; seen: string; values: ReasonFormValues };
  labelledBy: string;
};

/** A reason's words and what it is for; beside them, how they will be read. */
export function ReasonForm({ reason, labelledBy }: ReasonFormProps) {
  const { state, failure, pending, register, errorOf, formProps } = useActionForm({
    action: reason ? changeReasonAction : addReasonAction,
    initial: { failure: null, values: reason?.values ?? emptyReasonForm, seen: reason?.seen ?? "" },
    schema: reasonFormSchema,
    read: readReasonForm,
    problem: reason ? reasons.notChanged() : reasons.notAdded(),
  });
  const { values } = state;
  const [written, setWritten] = useState(values);
  return (
    <form
      {...formProps}
      aria-labelledby={labelledBy}
      className="reason-form"
      onChange={({ currentTarget }) => setWritten(readReasonForm(new FormData(currentTarget)))}
    >
      <div>
        <ErrorSummary failure={failure} order={reasonFields} />
        {reason && <input type="hidden" name="slug" value={reason.slug} />}
        <input type="hidden" name="seen" value={state.seen} />
        <Field
          id="label"
          label={reasons.label()}
          hint={reasons.labelHint()}
          error={errorOf("label")}
        >
          {(aria) => (
            <TextInput
              {...aria}
              {...register("label")}
              dir="auto"
              autoComplete="off"
              required
              defaultValue={values.label}
            />
          )}
        </Field>
        <Field
          id="message"
          label={reasons.message()}
          hint={reasons.messageHint()}
          error={errorOf("message")}
        >
          {(aria) => (
            <TextArea
              {...aria}
              {...register("message")}
              dir="auto"
              required
              defaultValue={values.message}
            />
          )}
        </Field>
        <Fieldset id="kinds" legend={reasons.kinds()} error={errorOf("kinds")}>
          <div className="chips">
            {reasonKinds.map((kind) => (
              <Chip
                key={kind}
                type="checkbox"
                id={`kind-${kind}`}
                label={capitalised(kindWords[kind]())}
                {...register("kinds")}
                name="kinds"
                value={kind}
                defaultChecked={values.kinds.includes(kind)}
              />
            ))}
          </div>
        </Fieldset>
        <div className="check field">
          <input
            type="checkbox"
            id="needsMore"
            {...register("needsMore")}
            name="needsMore"
            value="yes"
            defaultChecked={values.needsMore}
          />
          <label htmlFor="needsMore">{reasons.needsMore()}</label>
        </div>
        <div className="flex flex-wrap gap-3">
          <SubmitButton
            pending={pending}
            pendingLabel={reason ? reasons.saving() : reasons.adding()}
          >
            {reason ? reasons.save() : reasons.addIt()}
          </SubmitButton>
          <noscript>
            <Button tone="quiet" name="look" value="yes">
              {reasons.lookFirst()}
            </Button>
          </noscript>
        </div>
      </div>
      <ReasonPreview message={written.message} needsMore={written.needsMore} />
    </form>
  );
}
