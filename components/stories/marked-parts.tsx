import { Fragment } from "react";
import type { Part } from "#lib/finding/search/queries.ts";

/** A story's words with those that were looked for marked. */
export function MarkedParts({ parts, language }: { parts: Part[]; language: string | null }) {
  return (
    <p dir="auto" lang={language ?? ""} className="words">
      {parts.map(({ text, found }, at) =>
        found ? <mark key={at}>{text}</mark> : <Fragment key={at}>{text}</Fragment>,
      )}
    </p>
  );
}
