"use client";

import { TextArea, TextInput } from "#components/forms/controls.tsx";
import { ErrorSummary } from "#components/forms/error-summary.tsx";
import { Field } from "#components/forms/field.tsx";
import { SubmitButton } from "#components/forms/submit-button.tsx";
import { useActionForm } from "#components/forms/use-action-form.ts";
import { changeCallAction, openCallAction } from "#lib/calls/actions.ts";
import {
  type CallFormValues,
  callFields,
  callFormSchema,
  emptyCallForm,
  firstDay,
  lastDay,
  readCallForm,
} from "#lib/calls/schema.ts";
import * as calls from "#lib/generated/messages/calls.ts";

type CallFormProps = {
  /** The call to change; without one, the form opens a new one. */
  call?: { slug: string; values: CallFormValues };
  labelledBy: string;
};

export function CallForm({ call, labelledBy }: CallFormProps) {
  const { state, failure, pending, register, errorOf, formProps } = useActionForm({
    action: call ? changeCallAction : openCallAction,
    initial: { failure: null, values: call?.values ?? emptyCallForm },
    schema: callFormSchema,
    read: readCallForm,
    problem: call ? calls.notChanged() : calls.notOpen(),
  });
  /** What a control is, beside what its label and hint say of it. */
  const control = (name: keyof CallFormValues) => ({
    ...register(name),
    defaultValue: state.values[name],
  });
  const day = { type: "date", min: firstDay, max: lastDay, className: "max-w-52" };
  return (
    <form {...formProps} aria-labelledby={labelledBy}>
      <ErrorSummary failure={failure} order={callFields} />
      {call && <input type="hidden" name="call" value={call.slug} />}
      <Field id="title" label={calls.title()} hint={calls.titleHint()} error={errorOf("title")}>
        {(aria) => (
          <TextInput {...aria} {...control("title")} dir="auto" autoComplete="off" required />
        )}
      </Field>
      <Field id="prompt" label={calls.prompt()} hint={calls.promptHint()} error={errorOf("prompt")}>
        {(aria) => <TextArea {...aria} {...control("prompt")} dir="auto" required />}
      </Field>
      <Field
        id="hashtag"
        label={calls.hashtag()}
        hint={calls.hashtagHint()}
        error={errorOf("hashtag")}
      >
        {(aria) => (
          <TextInput
            {...aria}
            {...control("hashtag")}
            dir="auto"
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
          />
        )}
      </Field>
      <Field
        id="themes"
        label={calls.themes()}
        hint={call ? calls.themesHintChange() : calls.themesHint()}
        error={errorOf("themes")}
      >
        {(aria) => <TextArea {...aria} {...control("themes")} dir="auto" rows={5} />}
      </Field>
      <div className="grid gap-x-8 sm:grid-cols-2">
        <Field
          id="opensOn"
          label={calls.opensOn()}
          hint={calls.opensOnHint()}
          error={errorOf("opensOn")}
        >
          {(aria) => <TextInput {...aria} {...control("opensOn")} {...day} />}
        </Field>
        <Field
          id="closesAfter"
          label={calls.closesAfter()}
          hint={calls.closesAfterHint()}
          error={errorOf("closesAfter")}
        >
          {(aria) => <TextInput {...aria} {...control("closesAfter")} {...day} />}
        </Field>
      </div>
      <SubmitButton pending={pending} pendingLabel={call ? calls.saving() : calls.opening()}>
        {call ? calls.save() : calls.open()}
      </SubmitButton>
    </form>
  );
}
