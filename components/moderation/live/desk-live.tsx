"use client";

import { useRouter } from "next/navigation";
import { startTransition, useEffect } from "react";
import { keepInformed } from "#components/moderation/live/keep-informed.ts";
import { keepHold } from "#components/moderation/live/keep-hold.ts";

/** What an open page at the desk does by itself. `mark`: of the viewer's claim, if it is theirs. */
export function DeskLive({ storyId, mark }: { storyId: string | null; mark: string | null }) {
  const router = useRouter();
  useEffect(
    () => keepInformed("/moderation/live", () => startTransition(() => router.refresh())),
    [router],
  );
  useEffect(
    () => (storyId ? keepHold(`/moderation/stories/${storyId}/claim`, mark) : undefined),
    [storyId, mark],
  );
  return null;
}
