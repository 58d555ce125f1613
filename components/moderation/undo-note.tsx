"use client";

import { useActionState, useEffect, useRef } from "react";
import { SubmitButton } from "#components/forms/submit-button.tsx";
import { KeyHint } from "#components/moderation/keys/key-hint.tsx";
import { decisionNames } from "#components/moderation/names.ts";
import { StoryName } from "#components/moderation/story-name.tsx";
import { useIsOver } from "#components/moderation/use-is-over.ts";
import { Notice } from "#components/ui/notice.tsx";
import * as desk from "#lib/generated/messages/desk.ts";
import { undoAction } from "#lib/moderation/actions.ts";
import type { Undoable } from "#lib/moderation/undo/queries.ts";

type UndoNoteProps = {
  decision: Undoable | null;
  queue: string;
  /** Whether the page opened because of it. */
  fresh: boolean;
};

/** What was just decided, and a way to take it back while there is time. */
export function UndoNote({ decision, queue, fresh }: UndoNoteProps) {
  const [{ failure }, formAction] = useActionState(undoAction, { failure: null });
  const isOver = useIsOver(decision?.secondsLeft ?? 0);
  const note = useRef<HTMLDivElement>(null);
  // The form that had the focus went with the story that was decided on.
  useEffect(() => {
    if (fresh && document.activeElement === document.body) note.current?.focus();
  }, [fresh]);
  if (failure) {
    return (
      <Notice role="alert" tone="alert" className="mb-6">
        <p>{failure.message}</p>
      </Notice>
    );
  }
  if (!decision || isOver) return null;
  return (
    <Notice ref={note} tabIndex={-1} role="status" className="undo-note mb-6">
      <p>
        <span className="line-clamp-1">
          {desk.justDecided({
            decision: decisionNames[decision.kind](),
            story: () => <StoryName story={decision.story} />,
          })}
        </span>
        <span className="text-small text-quiet">{desk.noMailYet()}</span>
      </p>
      <form action={formAction}>
        <input type="hidden" name="decisionId" value={decision.id} />
        <input type="hidden" name="queue" value={queue} />
        <SubmitButton tone="quiet" pendingLabel={desk.undoing()} aria-keyshortcuts="u">
          {desk.undo()}
          <KeyHint shortcut="u" />
        </SubmitButton>
      </form>
    </Notice>
  );
}
