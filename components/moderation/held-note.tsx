"use client";

import { useActionState, useState } from "react";
import { SubmitButton } from "#components/forms/submit-button.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import * as desk from "#lib/generated/messages/desk.ts";
import { localized } from "#lib/locale.ts";
import type { Tag } from "#lib/messages/rich.ts";
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
  const name = heldBy.who;
  const who: Tag = (words) => <bdi className="font-semibold">{words}</bdi>;
  return (
    <Notice role="status" className="held-note">
      <p>
        {wasFree
          ? desk.heldTakenOver({ name, who })
          : desk.heldOpen({ name, who, age: heldBy.age })}
      </p>
      <form action={formAction} className="flex flex-wrap items-center gap-3">
        <input type="hidden" name="storyId" value={storyId} />
        <input type="hidden" name="queue" value={queue} />
        <ButtonLink tone="quiet" href={localized(`/moderation${queue === "?" ? "" : queue}`)}>
          {desk.nextStory()}
        </ButtonLink>
        <SubmitButton tone="quiet" pendingLabel={desk.takingOver()}>
          {wasFree ? desk.takeBack() : desk.takeOver()}
        </SubmitButton>
      </form>
      {failure && <p role="alert">{failure.message}</p>}
    </Notice>
  );
}
