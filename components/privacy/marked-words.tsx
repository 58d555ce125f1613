import { Fragment } from "react";
import * as privacy from "#lib/generated/messages/privacy.ts";
import { type Finding, findingKinds } from "#lib/privacy/findings.ts";

type MarkedWordsProps = {
  text: string;
  /** In the order of the text, none overlapping another. */
  findings: readonly Finding[];
};

/** The words of a story with what was found in them marked. A screen reader hears what each is. */
export function MarkedWords({ text, findings }: MarkedWordsProps) {
  const ends = [0, ...findings.map(({ end }) => end)];
  return (
    <p dir="auto" className="marked-words">
      {findings.map(({ kind, start, end }, index) => (
        <Fragment key={start}>
          {text.slice(ends[index], start)}
          <mark>
            {privacy.marked({
              label: findingKinds[kind].label(),
              aside: (words) => <span className="sr-only">{words}</span>,
              words: () => text.slice(start, end),
            })}
          </mark>
        </Fragment>
      ))}
      {text.slice(ends.at(-1))}
    </p>
  );
}
