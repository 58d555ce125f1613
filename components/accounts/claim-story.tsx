"use client";

import { useActionState } from "react";
import { ErrorSummary } from "#components/forms/error-summary.tsx";
import { SubmitButton } from "#components/forms/submit-button.tsx";
import { claimStoryAction } from "#lib/accounts/own/actions.ts";
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
        Keep it in an account
      </h2>
      {signedIn ? (
        <form action={formAction}>
          <p className="mt-1 mb-4 text-ui text-quiet">
            You then find it under “Your stories” whenever you are signed in. This link stops
            working, for you and for whoever else may have it.
          </p>
          <ErrorSummary failure={failure} />
          <input type="hidden" name="way" value={way} />
          <SubmitButton tone="quiet" pendingLabel="Keeping…">
            Keep it in my account
          </SubmitButton>
        </form>
      ) : (
        // Not back to here by itself: this page's address would stand in the mail that signs in.
        <p className="mt-1 text-ui text-quiet">
          You don’t need one. If you would rather not look after a link,{" "}
          <a href={localized("/sign-in")}>sign in</a> and open this link once more.
        </p>
      )}
    </section>
  );
}
