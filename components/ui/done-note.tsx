"use client";

import { useEffect, useRef } from "react";
import { Notice } from "#components/ui/notice.tsx";

/** What was just done, in a sentence that takes focus: it is read out, and in view. */
export function DoneNote({ sentence }: { sentence: string }) {
  const box = useRef<HTMLDivElement>(null);
  // Each time the server sends it: the same thing may be done twice.
  useEffect(() => box.current?.focus());
  return (
    // The attribute focuses it where no JavaScript runs.
    <Notice ref={box} tabIndex={-1} autoFocus role="status" className="done-note">
      <p>{sentence}</p>
    </Notice>
  );
}
