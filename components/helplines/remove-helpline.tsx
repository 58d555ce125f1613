"use client";

import { useActionState } from "react";
import { ErrorSummary } from "#components/forms/error-summary.tsx";
import { SubmitButton } from "#components/forms/submit-button.tsx";
import * as said from "#lib/generated/messages/helplines.ts";
import { removeHelplineAction } from "#lib/helplines/actions.ts";

/** In two steps: a slip removes nothing. */
export function RemoveHelpline({ id, seen }: { id: string; seen: string }) {
  const [{ failure }, formAction] = useActionState(removeHelplineAction, { failure: null });
  return (
    <details className="more mt-10" open={failure !== null || undefined}>
      <summary>{said.remove()}</summary>
      <form action={formAction} className="pt-4 pb-2">
        <ErrorSummary failure={failure} />
        <input type="hidden" name="id" value={id} />
        <input type="hidden" name="seen" value={seen} />
        <p className="mb-4 text-ui">{said.removeHow()}</p>
        <SubmitButton tone="risk" pendingLabel={said.removing()}>
          {said.removeForGood()}
        </SubmitButton>
      </form>
    </details>
  );
}
