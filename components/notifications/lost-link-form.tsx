"use client";

import { TextInput } from "#components/forms/controls.tsx";
import { ErrorSummary } from "#components/forms/error-summary.tsx";
import { Field } from "#components/forms/field.tsx";
import { SubmitButton } from "#components/forms/submit-button.tsx";
import { useActionForm } from "#components/forms/use-action-form.ts";
import { requestLostLinksAction } from "#lib/notifications/actions.ts";
import { lostLinkSchema, readLostLinkForm } from "#lib/notifications/schema.ts";

export function LostLinkForm() {
  const form = useActionForm({
    action: requestLostLinksAction,
    initial: { failure: null, values: { email: "" } },
    schema: lostLinkSchema,
    read: readLostLinkForm,
    problem: "Nothing is sent yet.",
  });
  return (
    <form {...form.formProps} aria-label="Private links by mail">
      <ErrorSummary failure={form.failure} />
      <Field
        id="email"
        label="Your e-mail address"
        hint="The one that you gave with your story."
        error={form.errorOf("email")}
      >
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
      <SubmitButton pending={form.pending} pendingLabel="Sending…">
        Send me my links
      </SubmitButton>
    </form>
  );
}
