/** The kinds of rules and what they do, in the order they are offered, and the words for them. */
import * as screening from "#lib/generated/messages/screening.ts";
import type { ScreeningEffect, ScreeningKind } from "#lib/generated/prisma/enums.ts";

export const kindWords: Record<ScreeningKind, () => string> = {
  PHRASES: screening.phrases,
  LINKS: screening.kindLinks,
  REPEATED_SENDER: screening.kindSender,
  NEW_ACCOUNT: screening.kindAccount,
};

export const kindNames = Object.keys(kindWords) as ScreeningKind[];

type EffectWords = {
  /** As a choice. */
  choice: () => string;
  /** Of a rule that matched: "Put first". */
  label: () => string;
};

export const effectWords: Record<ScreeningEffect, EffectWords> = {
  MARK: { choice: screening.markChoice, label: screening.mark },
  PUT_FIRST: { choice: screening.putFirstChoice, label: screening.putFirst },
  TWO_PEOPLE: { choice: screening.twoPeopleChoice, label: screening.twoPeople },
  REFUSE: { choice: screening.refuseChoice, label: screening.refuse },
};

export const effectNames = Object.keys(effectWords) as ScreeningEffect[];

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
      return screening.looksForPhrases({ count: phrases });
    case "LINKS":
      return screening.looksForLinks({ count: atLeast ?? 0 });
    case "REPEATED_SENDER":
      return screening.looksForSender({ count: atLeast ?? 0, hours: hours ?? 0 });
    case "NEW_ACCOUNT":
      return screening.looksForAccount({ hours: hours ?? 0 });
  }
}
