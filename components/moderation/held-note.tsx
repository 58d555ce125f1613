"use client";

import { useActionState, useState } from "react";
import { SubmitButton } from "#components/forms/submit-button.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { localized } from "#lib/locale.ts";
import { takeOverAction } from "#lib/moderation/actions.ts";

type HeldNoteProps = {
  storyId: string;
  /** Another moderator who has the story open, and for how long; null while nobody else has. */
  heldBy: { who: string; age: string } | null;
  queue: string;
};

/**
 * Another moderator has the story open, or has taken it over: one can read it, and with one step more
 * decide.
 */
export function HeldNote({ storyId, heldBy, queue }: HeldNoteProps) {
  const [{ failure }, formAction] = useActionState(takeOverAction, { failure: null });
  const [wasFree, setWasFree] = useState(heldBy === null);
  if (heldBy === null) {
    if (!wasFree) setWasFree(true);
    return null;
  }
  const who = <bdi className="font-semibold">{heldBy.who}</bdi>;
  return (
    <Notice role="status" className="held-note">
      {wasFree ? (
        <p>{who} has taken this story over. What you wrote is kept here until you leave.</p>
      ) : (
        <p>
          {who} has this story open, for {heldBy.age}. You can read along.
        </p>
      )}
      <form action={formAction} className="flex flex-wrap items-center gap-3">
        <input type="hidden" name="storyId" value={storyId} />
        <input type="hidden" name="queue" value={queue} />
        <ButtonLink tone="quiet" href={localized(`/moderation${queue === "?" ? "" : queue}`)}>
          Next story
        </ButtonLink>
        <SubmitButton tone="quiet" pendingLabel="Taking over…">
          {wasFree ? "Take it back" : "Take over"}
        </SubmitButton>
      </form>
      {failure && <p role="alert">{failure.message}</p>}
    </Notice>
  );
}
