import * as mail from "#lib/generated/messages/mail.ts";

/** What the storyteller is told of a reason. */
export type GivenReason = { message: string; needsMore: boolean };

type Why = {
  reason: GivenReason | null;
  /** The moderator's own words. */
  message: string | null;
  /** What is written on the story's gate: then the moderator's words, which may quote it, stay out. */
  gate: string | null;
};

/** Why something was decided, in the paragraphs of the mail about it. */
export function whyWords({ reason, message, gate }: Why): string[] {
  // Of a reason that leaves it to the moderator, their own words are all there is.
  const given = reason && !reason.needsMore ? [mail.why({ reason: reason.message })] : [];
  if (!message) return given;
  if (gate === null) return [...given, mail.moderatorWrote(), message];
  return [...given, mail.moderatorWroteOnPage(), gate];
}
