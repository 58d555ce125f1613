"use client";

import { useEffect } from "react";
import { changeDraft, discardDraft } from "#components/stories/draft.ts";

/** A withdrawn story leaves no words on this device either. */
export function ForgetDraft({ storyId }: { storyId: string }) {
  useEffect(() => {
    void discardDraft(changeDraft(storyId));
  }, [storyId]);
  return null;
}
