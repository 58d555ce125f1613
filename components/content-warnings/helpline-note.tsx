"use client";

import { type MouseEvent, Suspense, lazy, useState } from "react";
import { useHydrated } from "#components/stories/use-hydrated.ts";
import * as said from "#lib/generated/messages/warnings.ts";
import { localized } from "#lib/locale.ts";

// The numbers of every country come when they are wanted.
const HelplineHere = lazy(async () => ({
  default: (await import("#components/content-warnings/helpline-here.tsx")).HelplineHere,
}));

/** On a story in a list: one line, quiet enough to stand under many. */
export function HelplineLine() {
  const [asked, setAsked] = useState(false);
  function ask(event: MouseEvent) {
    // A new tab is a new tab.
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    setAsked(true);
  }
  const line = (
    <p className="-mt-1 text-small text-quiet">
      {said.closeToHomeLink({
        link: (words) => (
          <a
            href={localized("/helplines")}
            className="inline-flex min-h-target items-center"
            onClick={ask}
          >
            {words}
          </a>
        ),
      })}
    </p>
  );
  if (!asked) return line;
  return (
    <Suspense fallback={line}>
      <p className="text-small text-quiet">{said.closeToHomeHere()}</p>
      <HelplineHere focus />
    </Suspense>
  );
}

/** On a page of its own: in full. Its place is kept from the start, so that nothing moves. */
export function HelplineNote() {
  const live = useHydrated();
  const every = (
    <a href={localized("/helplines")} className="inline-flex min-h-target items-center">
      {said.findHelpline()}
    </a>
  );
  return (
    <aside aria-label={said.helplines()} className="border-s-2 border-thread ps-4 text-ui">
      <p className="font-semibold">{said.closeToHome()}</p>
      <p className="mt-1 text-quiet">{said.notAlone()}</p>
      <div className="helpline-place">
        {live ? (
          <Suspense fallback={every}>
            <HelplineHere />
          </Suspense>
        ) : (
          every
        )}
      </div>
    </aside>
  );
}
