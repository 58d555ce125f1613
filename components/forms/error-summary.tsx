"use client";

import { useEffect, useRef } from "react";
import type { Failure } from "#lib/result.ts";

type ErrorSummaryProps = {
  failure: Failure | null;
  /** The fields, by the ids of their controls, in the order they stand in. */
  order?: readonly string[];
};

/**
 * Takes focus when something is wrong: says what, with a link to each field. Where its style keeps
 * it in sight, in a column that scrolls by itself, the first of them comes into sight as well.
 */
export function ErrorSummary({ failure, order = [] }: ErrorSummaryProps) {
  const box = useRef<HTMLDivElement>(null);
  const problems = problemsOf(failure, order);
  const first = problems[0]?.name;
  useEffect(() => {
    if (!failure || !box.current) return;
    box.current.focus();
    if (first && getComputedStyle(box.current).position === "sticky") showField(first);
  }, [failure, first]);
  if (!failure) return null;
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

function problemsOf(failure: Failure | null, order: readonly string[]) {
  const place = (name: string) => (order.includes(name) ? order.indexOf(name) : order.length);
  return Object.entries(failure?.fieldErrors ?? {})
    .flatMap(([name, [message]]) => (message ? [{ name, message }] : []))
    .sort((one, other) => place(one.name) - place(other.name));
}

/** With its label and with what is wrong. */
function showField(id: string): void {
  const control = document.getElementById(id);
  const field = control?.closest(".field, fieldset") ?? control;
  field?.scrollIntoView({ block: "nearest" });
}
