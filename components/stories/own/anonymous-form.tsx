"use client";

import { useActionState } from "react";
import { ErrorSummary } from "#components/forms/error-summary.tsx";
import { SubmitButton } from "#components/forms/submit-button.tsx";
import * as own from "#lib/generated/messages/own.ts";
import { becomeAnonymousAction } from "#lib/stories/own/actions.ts";

/** One press, without a page in between: it can be wanted in a hurry. */
export function AnonymousForm({ way }: { way: string }) {
  const [{ failure }, formAction] = useActionState(becomeAnonymousAction, { failure: null });
  return (
    <form action={formAction}>
      <ErrorSummary failure={failure} />
      <input type="hidden" name="way" value={way} />
      <SubmitButton tone="quiet" pendingLabel={own.becomingAnonymous()}>
        {own.becomeAnonymous()}
      </SubmitButton>
    </form>
  );
}
