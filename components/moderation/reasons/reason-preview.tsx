import { ModeratorWords } from "#components/stories/own/moderator-words.tsx";
import * as reasons from "#lib/generated/messages/reasons.ts";
import { whyWords } from "#lib/notifications/why.ts";

type ReasonPreviewProps = { message: string; needsMore: boolean };

/** A reason as the storyteller will read it, by what makes their page and their mail. */
export function ReasonPreview({ message, needsMore }: ReasonPreviewProps) {
  const sentence = message.trim();
  const written = needsMore ? reasons.ownWords() : null;
  const mailed = whyWords({
    reason: { message: sentence, needsMore },
    message: written,
    gate: null,
  });
  return (
    <section aria-labelledby="preview" className="reason-preview">
      <h2 id="preview" className="text-ui font-semibold">
        {reasons.preview()}
      </h2>
      {sentence === "" ? (
        <p className="mt-2 text-ui text-quiet">{reasons.previewEmpty()}</p>
      ) : (
        <>
          <h3>{reasons.onTheirPage()}</h3>
          <div dir="auto" className="own-reason">
            <ModeratorWords reason={sentence} message={written} />
          </div>
          <h3>{reasons.inTheMail()}</h3>
          <div dir="auto" className="reason-mail">
            {mailed.map((words) => (
              <p key={words}>{words}</p>
            ))}
          </div>
        </>
      )}
    </section>
  );
}
