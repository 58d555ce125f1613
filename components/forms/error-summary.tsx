"use client";

import { useEffect, useRef } from "react";
import type { Failure } from "#lib/result.ts";

type ErrorSummaryProps = {
  failure: Failure | null;
  /** What each field's control is called in the page, where it isn't the field's own name. */
  ids?: Record<string, string>;
};

/** Takes focus when something is wrong: says what, with a link to each field. */
export function ErrorSummary({ failure, ids = {} }: ErrorSummaryProps) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (failure) box.current?.focus();
  }, [failure]);
  if (!failure) return null;
  const problems = Object.entries(failure.fieldErrors ?? {}).flatMap(([name, [message]]) =>
    message ? [{ name, message }] : [],
  );
  return (
    // The attribute focuses it where no JavaScript runs.
    <div ref={box} tabIndex={-1} autoFocus role="alert" className="note note-alert error-summary">
      <h2 className="note-title">{failure.message}</h2>
      {problems.length > 0 && (
        <ul className="mt-1">
          {problems.map(({ name, message }) => (
            <li key={name}>
              <a href={`#${ids[name] ?? name}`}>{message}</a>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
