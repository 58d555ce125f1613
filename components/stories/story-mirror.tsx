import { Fragment } from "react";
import type { Finding } from "#lib/privacy/findings.ts";
import { splitAtLimit } from "#lib/stories/length.ts";

type StoryMirrorProps = {
  text: string;
  /** In the order of the text, none overlapping another. */
  findings: readonly Finding[];
};

/** The words again, unseen, under the field: what was found and what is over is marked through them. */
export function StoryMirror({ text, findings }: StoryMirrorProps) {
  const { fits, excess } = splitAtLimit(text);
  const within = findings.filter(({ end }) => end <= fits.length);
  const ends = [0, ...within.map(({ end }) => end)];
  return (
    <div className="story-mirror" aria-hidden="true" dir="auto">
      {within.map(({ start, end }, index) => (
        <Fragment key={start}>
          {fits.slice(ends[index], start)}
          <mark className="found">{fits.slice(start, end)}</mark>
        </Fragment>
      ))}
      {fits.slice(ends.at(-1))}
      {excess && <mark>{excess}</mark>}
      {/* A last line that is empty has height only with something on it. */}
      {"\u200b"}
    </div>
  );
}
