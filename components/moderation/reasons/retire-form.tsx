"use client";

import { useActionState } from "react";
import { ErrorSummary } from "#components/forms/error-summary.tsx";
import { SubmitButton } from "#components/forms/submit-button.tsx";
import * as reasons from "#lib/generated/messages/reasons.ts";
import { retireReasonAction } from "#lib/moderation/reasons/actions.ts";

export function RetireForm({ slug }: { slug: string }) {
  const [{ failure }, formAction] = useActionState(retireReasonAction, { failure: null });
  return (
    <form action={formAction}>
      <ErrorSummary failure={failure} />
      <input type="hidden" name="slug" value={slug} />
      <SubmitButton tone="risk" pendingLabel={reasons.retiring()}>
        {reasons.retire()}
      </SubmitButton>
    </form>
  );
}
