import { SubmitButton } from "#components/forms/submit-button.tsx";
import { stopMailAction } from "#lib/notifications/actions.ts";

export function StopForm({ token }: { token: string }) {
  return (
    <form action={stopMailAction}>
      <input type="hidden" name="token" value={token} />
      <SubmitButton pendingLabel="Stopping…">Stop mail and erase my address</SubmitButton>
    </form>
  );
}
