"use client";

import { useActionState } from "react";
import { SubmitButton } from "#components/forms/submit-button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { takeOverAction } from "#lib/moderation/actions.ts";

type HeldNoteProps = { storyId: string; who: string; age: string; queue: string };

/** Another moderator has the story open: one can read it, and with one step more decide. */
export function HeldNote({ storyId, who, age, queue }: HeldNoteProps) {
  const [{ failure }, formAction] = useActionState(takeOverAction, { failure: null });
  return (
    <Notice role="status" className="held-note">
      <p>
        <bdi className="font-semibold">{who}</bdi> has this story open, for {age}. You can read
        along.
      </p>
      <form action={formAction}>
        <input type="hidden" name="storyId" value={storyId} />
        <input type="hidden" name="queue" value={queue} />
        <SubmitButton tone="quiet" pendingLabel="Taking over…">
          Take over
        </SubmitButton>
      </form>
      {failure && <p role="alert">{failure.message}</p>}
    </Notice>
  );
}
