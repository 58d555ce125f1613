/** The kinds of rules and what they do, in the order they are offered, and the words for them. */
import type { ScreeningEffect, ScreeningKind } from "#lib/generated/prisma/enums.ts";

export const kindWords: Record<ScreeningKind, string> = {
  PHRASES: "Words and phrases",
  LINKS: "Links",
  REPEATED_SENDER: "Many stories from one sender",
  NEW_ACCOUNT: "A new account",
};

export const kindNames = Object.keys(kindWords) as ScreeningKind[];

type EffectWords = {
  /** As a choice. */
  choice: string;
  /** Of a rule that matched: "Put first". */
  label: string;
};

export const effectWords: Record<ScreeningEffect, EffectWords> = {
  MARK: { choice: "Mark it for the moderator", label: "Marked" },
  PUT_FIRST: { choice: "Put it first in the queue", label: "Put first" },
  TWO_PEOPLE: { choice: "Ask for two moderators to approve it", label: "Two people" },
  REFUSE: { choice: "Refuse it with a sentence", label: "Refused" },
};

export const effectNames = Object.keys(effectWords) as ScreeningEffect[];

const counted = (count: number, one: string) => (count === 1 ? `1 ${one}` : `${count} ${one}s`);

type Looked = {
  kind: ScreeningKind;
  phrases: number;
  atLeast: number | null;
  hours: number | null;
};

/** What a rule looks for, in a few words. */
export function looksFor({ kind, phrases, atLeast, hours }: Looked): string {
  switch (kind) {
    case "PHRASES":
      return counted(phrases, "phrase");
    case "LINKS":
      return `${counted(atLeast ?? 0, "link")} or more`;
    case "REPEATED_SENDER":
      return `${counted(atLeast ?? 0, "story").replace("storys", "stories")} or more from one sender within ${counted(hours ?? 0, "hour")}`;
    case "NEW_ACCOUNT":
      return `an account younger than ${counted(hours ?? 0, "hour")}`;
  }
}
