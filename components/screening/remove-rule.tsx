"use client";

import { useActionState } from "react";
import { ErrorSummary } from "#components/forms/error-summary.tsx";
import { SubmitButton } from "#components/forms/submit-button.tsx";
import * as screening from "#lib/generated/messages/screening.ts";
import { removeRuleAction } from "#lib/screening/actions.ts";

/** In two steps: a slip removes nothing. */
export function RemoveRule({ id, seen }: { id: string; seen: string }) {
  const [{ failure }, formAction] = useActionState(removeRuleAction, { failure: null });
  return (
    <details className="more mt-10" open={failure !== null || undefined}>
      <summary>{screening.remove()}</summary>
      <form action={formAction} className="pt-4 pb-2">
        <ErrorSummary failure={failure} />
        <input type="hidden" name="id" value={id} />
        <input type="hidden" name="seen" value={seen} />
        <p className="mb-4 text-ui">{screening.removeWhat()}</p>
        <SubmitButton tone="risk" pendingLabel={screening.removing()}>
          {screening.removeForGood()}
        </SubmitButton>
      </form>
    </details>
  );
}
