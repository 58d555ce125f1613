"use client";

import { useEffect, useRef } from "react";
import { SubmitButton } from "#components/forms/submit-button.tsx";
import { FindingList } from "#components/privacy/finding-list.tsx";
import { MarkedWords } from "#components/privacy/marked-words.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { type WarningSlug, warningLabel } from "#lib/content-warnings/list.ts";
import * as submit from "#lib/generated/messages/submit.ts";
import type { Finding } from "#lib/privacy/findings.ts";

type LookAgainProps = {
  /** Normalised, as the findings count. */
  text: string;
  findings: Finding[];
  suggested: WarningSlug[];
  pending: boolean;
  pendingLabel: string;
};

/** One more look before it goes out: what could tell who it is about. The storyteller decides. */
export function LookAgain({ text, findings, suggested, pending, pendingLabel }: LookAgainProps) {
  const panel = useRef<HTMLElement>(null);
  useEffect(() => panel.current?.focus(), []);
  return (
    <section
      ref={panel}
      tabIndex={-1}
      // The attribute focuses it where no JavaScript runs.
      autoFocus
      aria-labelledby="look-again"
      className="note look-again"
    >
      <h2 id="look-again" className="note-title">
        {submit.lookAgain()}
      </h2>
      {findings.length > 0 && (
        <>
          <p className="mt-1">{submit.lookAgainWhy()}</p>
          <MarkedWords text={text} findings={findings} />
          <FindingList text={text} findings={findings} />
        </>
      )}
      {suggested.length > 0 && (
        <p className="mt-4">
          {submit.lookAgainWarnings({
            warnings: () =>
              suggested.map((slug, index) => (
                <span key={slug}>
                  {index > 0 && ", "}
                  <a href={`#warning-${slug}`}>{warningLabel(slug)}</a>
                </span>
              )),
          })}
        </p>
      )}
      <div className="mt-5 flex flex-wrap gap-3">
        <ButtonLink href="#text">{submit.lookAgainChange()}</ButtonLink>
        <SubmitButton tone="quiet" pending={pending} pendingLabel={pendingLabel}>
          {submit.lookAgainSend()}
        </SubmitButton>
      </div>
    </section>
  );
}
