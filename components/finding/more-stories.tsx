"use client";

import { type ReactNode, useEffect, useRef, useState } from "react";
import { loadMore } from "#components/finding/load-more.ts";
import * as finding from "#lib/generated/messages/finding.ts";

/** From one page of a list to the next: by links, and as one scrolls. */
export function MoreStories({ children }: { children: ReactNode }) {
  const nav = useRef<HTMLElement>(null);
  const [said, setSaid] = useState("");
  useEffect(() => (nav.current ? loadMore(nav.current, setSaid) : undefined), []);
  return (
    <nav
      ref={nav}
      aria-label={finding.pages()}
      className="mt-16 flex flex-wrap items-center justify-between gap-4"
    >
      {children}
      <span role="status" className="sr-only">
        {said}
      </span>
    </nav>
  );
}
