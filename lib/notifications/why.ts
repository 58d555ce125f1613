import * as mail from "#lib/generated/messages/mail.ts";

/** What the storyteller is told of a reason. */
export type GivenReason = { message: string; needsMore: boolean };

type Why = {
  reason: GivenReason | null;
  /** The moderator's own words. */
  message: string | null;
  /** Whether there are such words, which stay out of the mail. */
  messageOnPage: boolean;
};

/** Why something was decided, in the paragraphs of the mail about it. */
export function whyWords({ reason, message, messageOnPage }: Why): string[] {
  // Of a reason that leaves it to the moderator, their own words are all there is.
  const given = reason && !reason.needsMore ? [mail.why({ reason: reason.message })] : [];
  if (message) return [...given, mail.moderatorWrote(), message];
  if (!messageOnPage) return given;
  return [...given, mail.moderatorWroteOnPage()];
}
