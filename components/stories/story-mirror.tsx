import { splitAtLimit } from "#lib/stories/length.ts";

/** The words again, unseen, under the field: what is over the limit is marked through them. */
export function StoryMirror({ text }: { text: string }) {
  const { fits, excess } = splitAtLimit(text);
  return (
    <div className="story-mirror" aria-hidden="true" dir="auto">
      {fits}
      {excess && <mark>{excess}</mark>}
      {/* A last line that is empty has height only with something on it. */}
      {"\u200b"}
    </div>
  );
}
