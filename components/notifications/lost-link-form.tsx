"use client";

import { EmailField } from "#components/accounts/email-field.tsx";
import { ErrorSummary } from "#components/forms/error-summary.tsx";
import { SubmitButton } from "#components/forms/submit-button.tsx";
import { useActionForm } from "#components/forms/use-action-form.ts";
import * as mail from "#lib/generated/messages/mail.ts";
import { requestLostLinksAction } from "#lib/notifications/actions.ts";
import { lostLinkSchema, readLostLinkForm } from "#lib/notifications/schema.ts";

export function LostLinkForm() {
  const form = useActionForm({
    action: requestLostLinksAction,
    initial: { failure: null, values: { email: "" } },
    schema: lostLinkSchema,
    read: readLostLinkForm,
    problem: mail.lostLinkUnsent(),
  });
  return (
    <form {...form.formProps} aria-label={mail.lostLinkForm()}>
      <ErrorSummary failure={form.failure} />
      <EmailField form={form} hint={mail.lostLinkAddress()} />
      <SubmitButton pending={form.pending} pendingLabel={mail.lostLinkSending()}>
        {mail.lostLinkSend()}
      </SubmitButton>
    </form>
  );
}
