import * as submit from "#lib/generated/messages/submit.ts";
import { splitAtLimit } from "#lib/stories/length.ts";

/** Without JavaScript the field can't mark its own words, so they are shown again, marked. */
export function Excess({ text }: { text: string }) {
  const { fits, excess } = splitAtLimit(text);
  if (!excess) return null;
  return (
    <div className="note mt-4">
      <p className="note-title">{submit.tooLongFromHere()}</p>
      <p dir="auto" className="mt-1 font-serif text-lead whitespace-pre-line">
        {fits}
        <mark className="bg-thread/25 text-ink">{excess}</mark>
      </p>
    </div>
  );
}
