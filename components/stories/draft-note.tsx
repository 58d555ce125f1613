"use client";

import { Button } from "#components/ui/button.tsx";
import * as submit from "#lib/generated/messages/submit.ts";

/** Says where the words in the form come from, and lets go of them. */
export function DraftNote({ onDiscard }: { onDiscard: () => void }) {
  return (
    <div role="status" className="draft-note">
      <p>{submit.draftNote()}</p>
      <Button type="button" tone="quiet" onClick={onDiscard}>
        {submit.draftDiscard()}
      </Button>
    </div>
  );
}
