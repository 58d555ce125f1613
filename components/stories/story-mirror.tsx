import { Fragment } from "react";
import { type Finding, isRefused } from "#lib/privacy/findings.ts";
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
      {within.map((finding, index) => (
        <Fragment key={finding.start}>
          {fits.slice(ends[index], finding.start)}
          <mark className={isRefused(finding) ? "found refused" : "found"}>
            {fits.slice(finding.start, finding.end)}
          </mark>
        </Fragment>
      ))}
      {fits.slice(ends.at(-1))}
      {excess && <mark>{excess}</mark>}
      {/* A last line that is empty has height only with something on it. */}
      {"\u200b"}
    </div>
  );
}
