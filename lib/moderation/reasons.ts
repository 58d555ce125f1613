import type { DecisionKind } from "#lib/generated/prisma/enums.ts";

export type Reason = {
  slug: string;
  /** For the moderator's list. */
  label: string;
  kinds: readonly DecisionKind[];
  /** What the storyteller reads. */
  message: string;
};

/** Why a story is returned, rejected or taken down. A slug in a decision is there for good. */
export const reasons: readonly Reason[] = [
  {
    slug: "recognisable",
    label: "Someone could be recognised",
    kinds: ["ASK_FOR_CHANGES", "REJECT", "TAKE_DOWN"],
    message: "Someone in the story could be recognised, by strangers or by their own family.",
  },
  {
    slug: "private-details",
    label: "Private details in the words",
    kinds: ["ASK_FOR_CHANGES", "REJECT", "TAKE_DOWN"],
    message: "The story has private details in it, such as a full name, an address or a number.",
  },
  {
    slug: "unclear",
    label: "Hard to follow",
    kinds: ["ASK_FOR_CHANGES"],
    message: "We could not quite follow what happened. A few words more would help readers.",
  },
  {
    slug: "warnings",
    label: "Content warnings need a word with the storyteller",
    kinds: ["ASK_FOR_CHANGES"],
    message: "We would like to agree with you on what readers should know before they read it.",
  },
  {
    slug: "off-topic",
    label: "Not an answer to this call",
    kinds: ["ASK_FOR_CHANGES", "REJECT"],
    message: "It does not answer what this call asks for.",
  },
  {
    slug: "not-own",
    label: "Not the storyteller's own",
    kinds: ["REJECT", "TAKE_DOWN"],
    message: "The words, or the story, seem to be someone else's.",
  },
  {
    slug: "harmful",
    label: "Could harm someone",
    kinds: ["ASK_FOR_CHANGES", "REJECT", "TAKE_DOWN"],
    message: "Parts of it could harm readers or the people in it.",
  },
  {
    slug: "hateful",
    label: "Hateful or demeaning",
    kinds: ["REJECT", "TAKE_DOWN"],
    message: "It demeans people for who they are.",
  },
  {
    slug: "promotion",
    label: "Advertising or spam",
    kinds: ["REJECT", "TAKE_DOWN"],
    message: "It promotes something, and is not a story.",
  },
  {
    slug: "asked-for",
    label: "Someone in it asked us to",
    kinds: ["TAKE_DOWN"],
    message: "Someone the story concerns asked us to take it down.",
  },
  {
    slug: "other",
    label: "Something else (say what)",
    kinds: ["ASK_FOR_CHANGES", "REJECT", "TAKE_DOWN"],
    message: "For a reason of its own, which we explain below.",
  },
];

export function findReason(slug: string | null): Reason | undefined {
  return reasons.find((reason) => reason.slug === slug);
}
