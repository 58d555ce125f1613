"use client";

import { Button } from "#components/ui/button.tsx";

/** Says where the words in the form come from, and lets go of them. */
export function DraftNote({ onDiscard }: { onDiscard: () => void }) {
  return (
    <div role="status" className="draft-note">
      <p>This is what you wrote before. It is not sent yet, and kept on this device only.</p>
      <Button type="button" tone="quiet" onClick={onDiscard}>
        Discard it
      </Button>
    </div>
  );
}
