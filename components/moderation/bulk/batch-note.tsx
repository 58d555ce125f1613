"use client";

import { useActionState } from "react";
import { SubmitButton } from "#components/forms/submit-button.tsx";
import { NotDone } from "#components/moderation/bulk/not-done.tsx";
import { batchSentence } from "#components/moderation/bulk/words.ts";
import { KeyHint } from "#components/moderation/keys/key-hint.tsx";
import { useIsOver } from "#components/moderation/use-is-over.ts";
import { Notice } from "#components/ui/notice.tsx";
import * as desk from "#lib/generated/messages/desk.ts";
import { undoBatchAction } from "#lib/moderation/bulk/actions.ts";
import type { UndoableBatch } from "#lib/moderation/bulk/queries.ts";

type BatchNoteProps = {
  batch: UndoableBatch | null;
  /** The query of the page that it is on. */
  query: string;
};

/** What was just decided on several, and a way to take it back while there is time. */
export function BatchNote({ batch, query }: BatchNoteProps) {
  const [{ failure, undone, refused }, formAction] = useActionState(undoBatchAction, {
    ...{ failure: null, undone: 0, refused: [] },
  });
  const isOver = useIsOver(batch?.secondsLeft ?? 0);
  if (failure || refused.length > 0) {
    const title = failure?.message ?? desk.batchUndoneSome({ count: undone });
    if (refused.length > 0) return <NotDone title={title} refused={refused} />;
    return (
      <Notice role="alert" tone="alert" className="mb-6">
        <p>{title}</p>
      </Notice>
    );
  }
  if (!batch || isOver) return null;
  return (
    <Notice role="status" className="undo-note mb-6">
      <p>{batchSentence(batch)}</p>
      <form action={formAction}>
        <input type="hidden" name="batchId" value={batch.id} />
        <input type="hidden" name="search" value={query} />
        <SubmitButton tone="quiet" pendingLabel={desk.undoing()} aria-keyshortcuts="u">
          {desk.undo()}
          <KeyHint shortcut="u" />
        </SubmitButton>
      </form>
    </Notice>
  );
}
