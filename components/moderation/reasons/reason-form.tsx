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

const asTitle = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

/** A reason's words and what it is for; beside them, how they will be read. */
export function ReasonForm({ reason, labelledBy }: ReasonFormProps) {
  const { state, failure, pending, register, errorOf, formProps } = useActionForm({
    action: reason ? changeReasonAction : addReasonAction,
    initial: { failure: null, values: reason?.values ?? emptyReasonForm, seen: reason?.seen ?? "" },
    schema: reasonFormSchema,
    read: readReasonForm,
    problem: reason ? "Nothing is changed yet." : "The reason is not added yet.",
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
          label="Name in the list"
          hint="Moderators choose by it, and the public log counts by it."
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
          label="What the storyteller reads"
          hint="A sentence or two, kind and plain, that is true of any story it is given to."
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
        <Fieldset id="kinds" legend="For which decisions" error={errorOf("kinds")}>
          <div className="chips">
            {reasonKinds.map((kind) => (
              <Chip
                key={kind}
                type="checkbox"
                id={`kind-${kind}`}
                label={asTitle(kindWords[kind])}
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
          <label htmlFor="needsMore">
            The moderator has to add words of their own. In the mail these stand in the place of the
            sentence.
          </label>
        </div>
        <div className="flex flex-wrap gap-3">
          <SubmitButton pending={pending} pendingLabel={reason ? "Saving…" : "Adding…"}>
            {reason ? "Save" : "Add the reason"}
          </SubmitButton>
          <noscript>
            <Button tone="quiet" name="look" value="yes">
              Look at it first
            </Button>
          </noscript>
        </div>
      </div>
      <ReasonPreview message={written.message} needsMore={written.needsMore} />
    </form>
  );
}
