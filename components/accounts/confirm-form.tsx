"use client";

import { type SubmitEvent, useRef } from "react";
import { Button } from "#components/ui/button.tsx";
import * as accounts from "#lib/generated/messages/accounts.ts";
import { localized } from "#lib/locale.ts";

type ConfirmFormProps = { token: string; email: string; next: string | null };

/** The one button that uses a sign-in link up: an ordinary form, so that scanners leave it alone. */
export function ConfirmForm({ token, email, next }: ConfirmFormProps) {
  const sent = useRef(false);

  // The answer to a second press would be that the link is used up, by the first.
  function onSubmit(event: SubmitEvent<HTMLFormElement>) {
    if (sent.current) event.preventDefault();
    sent.current = true;
  }

  return (
    <form method="post" action="/api/auth/callback/email" onSubmit={onSubmit}>
      <input type="hidden" name="token" value={token} />
      <input type="hidden" name="email" value={email} />
      {/* Where it is sent to has no language: this says it. */}
      <input type="hidden" name="next" value={next ?? localized("/sign-in")} />
      <Button>{accounts.signIn()}</Button>
    </form>
  );
}
