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
  const given = reason && !reason.needsMore ? [`Why: ${reason.message}`] : [];
  if (message) return [...given, "The moderator wrote to you:", message];
  if (!messageOnPage) return given;
  return [
    ...given,
    "The moderator wrote to you. Because your story has a content warning, you find their words on its page and not in this mail.",
  ];
}
