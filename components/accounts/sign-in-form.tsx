"use client";

import { EmailField } from "#components/accounts/email-field.tsx";
import { ErrorSummary } from "#components/forms/error-summary.tsx";
import { SubmitButton } from "#components/forms/submit-button.tsx";
import { useActionForm } from "#components/forms/use-action-form.ts";
import { requestSignInLinkAction } from "#lib/accounts/actions.ts";
import { readSignInForm, signInFormSchema } from "#lib/accounts/schema.ts";
import * as accounts from "#lib/generated/messages/accounts.ts";
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
    problem: accounts.notSent(),
  });
  return (
    <form {...form.formProps} aria-label={accounts.signInByMail()}>
      <ErrorSummary failure={form.failure ?? problem} />
      <input type="hidden" name="next" value={form.state.values.next} />
      <EmailField form={form} hint={accounts.signInHint()} />
      <SubmitButton pending={form.pending} pendingLabel={accounts.sending()}>
        {accounts.sendLink()}
      </SubmitButton>
    </form>
  );
}
