"use client";

import { EmailField } from "#components/accounts/email-field.tsx";
import { ErrorSummary } from "#components/forms/error-summary.tsx";
import { SubmitButton } from "#components/forms/submit-button.tsx";
import { useActionForm } from "#components/forms/use-action-form.ts";
import { requestSignInLinkAction } from "#lib/accounts/actions.ts";
import { readSignInForm, signInFormSchema } from "#lib/accounts/schema.ts";
import type { Failure } from "#lib/result.ts";

type SignInFormProps = {
  /** Where the person was going. */
  next: string | null;
  /** What went wrong before they came here. */
  problem: Failure | null;
};

export function SignInForm({ next, problem }: SignInFormProps) {
  const form = useActionForm({
    action: requestSignInLinkAction,
    initial: { failure: null, values: { email: "", next: next ?? "" } },
    schema: signInFormSchema,
    read: readSignInForm,
    problem: "No link is sent yet.",
  });
  return (
    <form {...form.formProps} aria-label="Sign in by mail">
      <ErrorSummary failure={form.failure ?? problem} />
      <input type="hidden" name="next" value={form.state.values.next} />
      <EmailField form={form} hint="We send you a link that signs you in. There is no password." />
      <SubmitButton pending={form.pending} pendingLabel="Sending…">
        Send me a link
      </SubmitButton>
    </form>
  );
}
