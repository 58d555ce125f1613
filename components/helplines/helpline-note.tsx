"use client";

import { type MouseEvent, Suspense, lazy, useEffect, useRef, useState } from "react";
import { useHydrated } from "#components/stories/use-hydrated.ts";
import { fetchHelplines } from "#lib/helplines/fetch.ts";

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
    <a ref={link} href="/helplines" className="inline-flex min-h-target items-center">
      Find a helpline in your country
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
    <p className="-mt-1 text-small text-quiet">
      If this is close to home,{" "}
      <a href="/helplines" className="inline-flex min-h-target items-center" onClick={ask}>
        someone is there to talk
      </a>
      .
    </p>
  );
  if (!asked) return line;
  return (
    <Suspense fallback={line}>
      <p className="text-small text-quiet">If this is close to home, someone is there to talk:</p>
      <HelplineHere about={about} focus />
    </Suspense>
  );
}

/** On a page of its own: in full. Its place is kept from the start, so that nothing moves. */
export function HelplineNote({ about = [] }: AboutProps) {
  const live = useHydrated();
  return (
    <aside aria-label="Helplines" className="border-s-2 border-thread ps-4 text-ui">
      <p className="font-semibold">If this is close to home</p>
      <p className="mt-1 text-quiet">
        You don’t have to carry it alone. There are people whose work is to listen.
      </p>
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
