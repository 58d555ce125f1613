"use client";

import { useActionState } from "react";
import { ErrorSummary } from "#components/forms/error-summary.tsx";
import { SubmitButton } from "#components/forms/submit-button.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import * as own from "#lib/generated/messages/own.ts";
import { localized } from "#lib/locale.ts";
import { withdrawStoryAction } from "#lib/stories/own/actions.ts";

export function WithdrawForm({ way }: { way: string }) {
  const [{ failure }, formAction] = useActionState(withdrawStoryAction, { failure: null });
  return (
    <form action={formAction}>
      <ErrorSummary failure={failure} />
      <input type="hidden" name="way" value={way} />
      <div className="flex flex-wrap gap-3">
        <SubmitButton tone="risk" pendingLabel={own.withdrawing()}>
          {own.withdrawYes()}
        </SubmitButton>
        <ButtonLink tone="quiet" href={localized(`/my/${way}`)}>
          {own.withdrawNo()}
        </ButtonLink>
      </div>
    </form>
  );
}
