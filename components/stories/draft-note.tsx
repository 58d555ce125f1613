"use client";

import { Button } from "#components/ui/button.tsx";
import * as submit from "#lib/generated/messages/submit.ts";

type DraftNoteProps = {
  /** What is in the form was written before. */
  noted: boolean;
  /** What was in it is sent, by another tab. */
  isSent: boolean;
  discard: () => void;
};

/** Says where the words in the form come from, and lets go of them; or where they went. */
export function DraftNote({ noted, isSent, discard }: DraftNoteProps) {
  return (
    <div role="status">
      {noted && (
        <div className="draft-note">
          <p>{submit.draftNote()}</p>
          <Button type="button" tone="quiet" onClick={discard}>
            {submit.draftDiscard()}
          </Button>
        </div>
      )}
      {isSent && <p className="draft-note">{submit.draftSent()}</p>}
    </div>
  );
}
