"use client";

import { useDeferredValue, useEffect, useState } from "react";
import { FindingList } from "#components/privacy/finding-list.tsx";
import * as privacy from "#lib/generated/messages/privacy.ts";
import { fetchHelplines } from "#lib/helplines/fetch.ts";
import { numbersOf } from "#lib/helplines/helpline.ts";
import { type Finding, findingKinds, mergeFindings } from "#lib/privacy/findings.ts";
import { quickFindings } from "#lib/privacy/quick.ts";

const manyDigits = /\p{N}(?:[^\p{L}\p{N}]{0,4}\p{N}){5}/u;

/** What the cheap checks find in the words as they are typed. None of it leaves the browser. */
export function useLiveFindings(text: string, country: string | null): Finding[] {
  const read = useDeferredValue(text);
  const [phones, setPhones] = useState<{ text: string; found: Finding[] }>({ text: "", found: [] });
  useEffect(() => {
    if (!manyDigits.test(read)) return;
    let stale = false;
    // Large, so fetched only where there are digits enough.
    const numbers = fetchHelplines().then(numbersOf, () => []);
    void Promise.all([import("#lib/privacy/phones.ts"), numbers])
      .then(([{ findPhones }, everyones]) => {
        if (!stale) setPhones({ text: read, found: findPhones(read, country, everyones) });
      })
      .catch(() => undefined);
    return () => {
      stale = true;
    };
  }, [read, country]);
  return mergeFindings([...quickFindings(read), ...(phones.text === read ? phones.found : [])]);
}

/** Said beside the field while one writes, and quietly: it is theirs to decide. */
export function LiveFindings({ text, findings }: { text: string; findings: Finding[] }) {
  const labels = [...new Set(findings.map(({ kind }) => findingKinds[kind].label()))];
  return (
    <>
      {findings.length > 0 && (
        <div className="live-findings">
          <FindingList text={text} findings={findings} />
        </div>
      )}
      <p aria-live="polite" className="sr-only">
        {labels.length > 0 && privacy.foundLive({ labels: labels.join(", ") })}
      </p>
    </>
  );
}
