"use client";

import { EmailField } from "#components/accounts/email-field.tsx";
import { ErrorSummary } from "#components/forms/error-summary.tsx";
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
      <EmailField form={form} hint="The one that you gave with your story." />
      <SubmitButton pending={form.pending} pendingLabel="Sending…">
        Send me my links
      </SubmitButton>
    </form>
  );
}
