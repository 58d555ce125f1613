import * as own from "#lib/generated/messages/own.ts";

type ModeratorWordsProps = { reason: string | null; message: string | null };

/** Why something was decided: the reason, and what the moderator wrote to the storyteller. */
export function ModeratorWords({ reason, message }: ModeratorWordsProps) {
  return (
    <>
      {reason && <p>{reason}</p>}
      {message && (
        <figure className="mt-3">
          <figcaption className="text-small text-quiet">{own.fromModerator()}</figcaption>
          <blockquote dir="auto" className="mt-0.5 font-serif text-lead whitespace-pre-line">
            {message}
          </blockquote>
        </figure>
      )}
    </>
  );
}
