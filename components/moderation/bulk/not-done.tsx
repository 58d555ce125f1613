"use client";

import { useEffect, useRef } from "react";
import { Notice } from "#components/ui/notice.tsx";
import * as desk from "#lib/generated/messages/desk.ts";
import { localized } from "#lib/locale.ts";
import type { Refused } from "#lib/moderation/bulk/commands.ts";

type NotDoneProps = { title: string; refused: readonly Refused[] };

/** Which stories stayed as they are, each with why and a way to it. Takes focus. */
export function NotDone({ title, refused }: NotDoneProps) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (refused.length > 0) box.current?.focus();
  }, [refused]);
  if (refused.length === 0) return null;
  return (
    // The attribute focuses it where no JavaScript runs.
    <Notice
      ref={box}
      tabIndex={-1}
      autoFocus
      role="alert"
      tone="alert"
      title={title}
      className="not-done"
    >
      <ul>
        {refused.map(({ storyId, why }) => (
          <li key={storyId}>
            <a href={localized(`/moderation/stories/${storyId}`)}>
              {desk.storyId({
                id: storyId,
                hidden: (words) => <span className="sr-only">{words}</span>,
              })}
            </a>
            <span className="not-done-why">{why}</span>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
