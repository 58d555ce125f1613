import { Fragment } from "react";

/** A place in a story's words, in UTF-16 code units, and what is said of it. */
export type Mark = { start: number; end: number; label: string };

/** The words between the marks, and the marks; of two that overlap the first has the place. */
export function splitByMarks(text: string, marks: readonly Mark[]) {
  const parts: { text: string; label: string | null }[] = [];
  let at = 0;
  for (const { start, end, label } of marks.toSorted((one, other) => one.start - other.start)) {
    if (start < at || end <= start || end > text.length) continue;
    if (start > at) parts.push({ text: text.slice(at, start), label: null });
    parts.push({ text: text.slice(start, end), label });
    at = end;
  }
  if (at < text.length) parts.push({ text: text.slice(at), label: null });
  return parts;
}

/** A story's words as readers will see them, with what was noticed in them marked and said. */
export function MarkedWords({ text, marks }: { text: string; marks: readonly Mark[] }) {
  return (
    <p dir="auto" className="words">
      {splitByMarks(text, marks).map((part, at) =>
        part.label === null ? (
          <Fragment key={at}>{part.text}</Fragment>
        ) : (
          <mark key={at} className="desk-mark">
            {part.text}
            <span className="sr-only"> [{part.label}] </span>
          </mark>
        ),
      )}
    </p>
  );
}
