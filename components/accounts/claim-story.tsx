"use client";

import { useActionState } from "react";
import { ErrorSummary } from "#components/forms/error-summary.tsx";
import { SubmitButton } from "#components/forms/submit-button.tsx";
import { claimStoryAction } from "#lib/accounts/own/actions.ts";
import * as accounts from "#lib/generated/messages/accounts.ts";
import { localized } from "#lib/locale.ts";

type ClaimStoryProps = {
  /** The token of the story's private link. */
  way: string;
  signedIn: boolean;
};

/** On the private page of a story that is in no account: how to keep it in one. */
export function ClaimStory({ way, signedIn }: ClaimStoryProps) {
  const [{ failure }, formAction] = useActionState(claimStoryAction, { failure: null });
  return (
    <section aria-labelledby="claim">
      <h2 id="claim" className="own-heading mb-0!">
        {accounts.claim()}
      </h2>
      {signedIn ? (
        <form action={formAction}>
          <p className="mt-1 mb-4 text-ui text-quiet">{accounts.claimHow()}</p>
          <ErrorSummary failure={failure} />
          <input type="hidden" name="way" value={way} />
          <SubmitButton tone="quiet" pendingLabel={accounts.claiming()}>
            {accounts.claimIt()}
          </SubmitButton>
        </form>
      ) : (
        // Not back to here by itself: this page's address would stand in the mail that signs in.
        <p className="mt-1 text-ui text-quiet">
          {accounts.claimSignIn({ link: (words) => <a href={localized("/sign-in")}>{words}</a> })}
        </p>
      )}
    </section>
  );
}
