"use client";

import { TextInput } from "#components/forms/controls.tsx";
import { ErrorSummary } from "#components/forms/error-summary.tsx";
import { Field, describedBy } from "#components/forms/field.tsx";
import { SubmitButton } from "#components/forms/submit-button.tsx";
import { useActionForm } from "#components/forms/use-action-form.ts";
import { setNameAction } from "#lib/accounts/own/actions.ts";
import { type NamePage, nameFormSchema, readNameForm } from "#lib/accounts/own/schema.ts";
import * as accounts from "#lib/generated/messages/accounts.ts";

type NameFormProps = {
  name: string | null;
  page: NamePage;
  /** The id of what says what the name is for. */
  words: string;
};

export function NameForm({ name, page, words }: NameFormProps) {
  const { state, failure, pending, register, errorOf, formProps } = useActionForm({
    action: setNameAction,
    initial: { failure: null, values: { name: name ?? "", page } },
    schema: nameFormSchema,
    read: readNameForm,
    problem: accounts.notSaved(),
  });
  return (
    <form {...formProps} aria-labelledby="own-name">
      <ErrorSummary failure={failure} />
      <input type="hidden" name="page" value={page} />
      <Field id="name" label={accounts.name()} error={errorOf("name")} className="max-w-[30rem]">
        {(aria) => (
          <TextInput
            {...aria}
            {...register("name")}
            aria-describedby={describedBy(words, aria["aria-describedby"])}
            dir="auto"
            autoComplete="name"
            defaultValue={state.values.name}
          />
        )}
      </Field>
      <SubmitButton pending={pending} pendingLabel={accounts.saving()}>
        {accounts.saveName()}
      </SubmitButton>
    </form>
  );
}
