"use client";

import { useActionState, useEffect, useRef } from "react";
import { SubmitButton } from "#components/forms/submit-button.tsx";
import { KeyHint } from "#components/moderation/keys/key-hint.tsx";
import { decisionNames } from "#components/moderation/names.ts";
import { useIsOver } from "#components/moderation/use-is-over.ts";
import { Notice } from "#components/ui/notice.tsx";
import { undoAction } from "#lib/moderation/actions.ts";
import type { Undoable } from "#lib/moderation/undo/queries.ts";

/** What was just decided, and a way to take it back while there is time. */
export function UndoNote({ decision, queue }: { decision: Undoable | null; queue: string }) {
  const [{ failure }, formAction] = useActionState(undoAction, { failure: null });
  const isOver = useIsOver(decision?.secondsLeft ?? 0);
  const note = useRef<HTMLDivElement>(null);
  // The form that had the focus went with the story that was decided on.
  useEffect(() => {
    if (document.activeElement === document.body) note.current?.focus();
  }, []);
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
      <p>{decisionNames[decision.kind]}. No mail has gone out yet.</p>
      <form action={formAction}>
        <input type="hidden" name="decisionId" value={decision.id} />
        <input type="hidden" name="queue" value={queue} />
        <SubmitButton tone="quiet" pendingLabel="Undoing…" aria-keyshortcuts="u">
          Undo
          <KeyHint shortcut="u" />
        </SubmitButton>
      </form>
    </Notice>
  );
}
