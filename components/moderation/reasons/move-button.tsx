"use client";

import { useEffect, useRef } from "react";
import { Button } from "#components/ui/button.tsx";
import * as reasons from "#lib/generated/messages/reasons.ts";
import type { Direction } from "#lib/moderation/reasons/schema.ts";

type MoveButtonProps = { direction: Direction; label: string; focused: boolean };

/** Keeps the focus after its reason has moved, so that it can be pressed again. */
export function MoveButton({ direction, label, focused }: MoveButtonProps) {
  const button = useRef<HTMLButtonElement>(null);
  // Each time the server sends the list.
  useEffect(() => {
    if (focused) button.current?.focus();
  });
  return (
    <Button
      ref={button}
      tone="quiet"
      name="direction"
      value={direction}
      className="reason-move"
      // Where no JavaScript runs.
      autoFocus={focused}
    >
      <svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true" focusable="false">
        <path d={direction === "up" ? "M6 11V1M2 5l4-4 4 4" : "M6 1v10M2 7l4 4 4-4"} />
      </svg>
      <span className="sr-only">
        {direction === "up" ? reasons.moveUp({ label }) : reasons.moveDown({ label })}
      </span>
    </Button>
  );
}
