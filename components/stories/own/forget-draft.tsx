"use client";

import { useEffect } from "react";
import { changeDraft, discardDraft, forgetByline } from "#components/stories/draft.ts";

type ForgetDraftProps = { storyId: string; what: "words" | "byline" };

/** What was taken back stays on this device neither: all of a withdrawn story, or only the name. */
export function ForgetDraft({ storyId, what }: ForgetDraftProps) {
  useEffect(() => {
    const id = changeDraft(storyId);
    void (what === "words" ? discardDraft(id) : forgetByline(id));
  }, [storyId, what]);
  return null;
}
