"use client";

import { type MouseEvent, Suspense, lazy, useEffect, useRef, useState } from "react";
import { useHydrated } from "#components/stories/use-hydrated.ts";
import * as said from "#lib/generated/messages/warnings.ts";
import { fetchHelplines } from "#lib/helplines/fetch.ts";
import { localized } from "#lib/locale.ts";

type HereProps = { about: readonly string[]; focus?: boolean };

// The helplines of every country come when they are wanted; where they don't, there is their page.
const HelplineHere = lazy(() => fetchHere().catch(() => ({ default: HelplinesLink })));

async function fetchHere() {
  const [{ HelplineHere: Here }, helplines] = await Promise.all([
    import("#components/helplines/helpline-here.tsx"),
    fetchHelplines(),
  ]);
  return { default: (props: HereProps) => <Here {...props} helplines={helplines} /> };
}

function HelplinesLink({ focus = false }: Partial<HereProps>) {
  const link = useRef<HTMLAnchorElement>(null);
  useEffect(() => {
    if (focus) link.current?.focus();
  }, [focus]);
  return (
    <a ref={link} href={localized("/helplines")} className="inline-flex min-h-target items-center">
      {said.findHelpline()}
    </a>
  );
}

type AboutProps = {
  /** The content warnings of the story, if it is about one. */
  about?: readonly string[];
};

/** On a story in a list: one line, quiet enough to stand under many. */
export function HelplineLine({ about = [] }: AboutProps) {
  const [asked, setAsked] = useState(false);
  function ask(event: MouseEvent) {
    // A new tab is a new tab.
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    setAsked(true);
  }
  const line = (
    <p className="helpline-line -mt-1 text-small text-quiet">
      {said.closeToHomeLink({
        link: (words) => (
          <a href={localized("/helplines")} onClick={ask}>
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
      <HelplineHere about={about} focus />
    </Suspense>
  );
}

/** On a page of its own: in full. Its place is kept from the start, so that nothing moves. */
export function HelplineNote({ about = [] }: AboutProps) {
  const live = useHydrated();
  return (
    <aside aria-label={said.helplines()} className="helpline-note text-ui">
      <p className="font-semibold">{said.closeToHome()}</p>
      <p className="pt-1 text-quiet">{said.notAlone()}</p>
      <div className="helpline-place">
        {live ? (
          <Suspense fallback={<HelplinesLink />}>
            <HelplineHere about={about} />
          </Suspense>
        ) : (
          <HelplinesLink />
        )}
      </div>
    </aside>
  );
}
