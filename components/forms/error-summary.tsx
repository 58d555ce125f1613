"use client";

import { useEffect, useRef } from "react";
import type { Failure } from "#lib/result.ts";

type ErrorSummaryProps = {
  failure: Failure | null;
  /** The fields, by the ids of their controls, in the order they stand in. */
  order?: readonly string[];
};

/** Takes focus when something is wrong: says what, with a link to each field. */
export function ErrorSummary({ failure, order = [] }: ErrorSummaryProps) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (failure) box.current?.focus();
  }, [failure]);
  if (!failure) return null;
  const place = (name: string) => (order.includes(name) ? order.indexOf(name) : order.length);
  const problems = Object.entries(failure.fieldErrors ?? {})
    .flatMap(([name, [message]]) => (message ? [{ name, message }] : []))
    .sort((one, other) => place(one.name) - place(other.name));
  return (
    // The attribute focuses it where no JavaScript runs.
    <div ref={box} tabIndex={-1} autoFocus role="alert" className="note note-alert error-summary">
      <h2 className="note-title">{failure.message}</h2>
      {problems.length > 0 && (
        <ul className="mt-1">
          {problems.map(({ name, message }) => (
            <li key={name}>
              <a href={`#${name}`}>{message}</a>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
