import { SubmitButton } from "#components/forms/submit-button.tsx";
import * as mail from "#lib/generated/messages/mail.ts";
import { stopMailAction } from "#lib/notifications/actions.ts";

export function StopForm({ token }: { token: string }) {
  return (
    <form action={stopMailAction}>
      <input type="hidden" name="token" value={token} />
      <SubmitButton pendingLabel={mail.stopping()}>{mail.stopYes()}</SubmitButton>
    </form>
  );
}
