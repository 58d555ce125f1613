import { TextInput } from "#components/forms/controls.tsx";
import { Field } from "#components/forms/field.tsx";
import type { useActionForm } from "#components/forms/use-action-form.ts";
import * as accounts from "#lib/generated/messages/accounts.ts";
import type { Failure } from "#lib/result.ts";

type State = { failure: Failure | null; values: { email: string } };

type EmailFieldProps = {
  form: Pick<ReturnType<typeof useActionForm<State>>, "register" | "errorOf" | "state">;
  hint: string;
};

/** One's own address, in a form to which a link is sent in answer. */
export function EmailField({ form, hint }: EmailFieldProps) {
  return (
    <Field id="email" label={accounts.email()} hint={hint} error={form.errorOf("email")}>
      {(aria) => (
        <TextInput
          {...aria}
          {...form.register("email")}
          type="email"
          autoComplete="email"
          inputMode="email"
          autoCapitalize="none"
          spellCheck={false}
          required
          defaultValue={form.state.values.email}
        />
      )}
    </Field>
  );
}
