import { byLocale } from "#lib/formats.ts";
import * as messages from "#lib/generated/messages/reasons.ts";
import {
  type Done,
  type Reason,
  type ReasonKind,
  needsReason,
  reasonKinds,
} from "#lib/moderation/reasons/schema.ts";

/** Each after "to". */
export const kindWords: Record<ReasonKind, () => string> = {
  ASK_FOR_CHANGES: messages.askForChanges,
  REJECT: messages.reject,
  TAKE_DOWN: messages.takeDown,
};

const choices = byLocale((tag) => new Intl.ListFormat(tag, { type: "disjunction" }));

/** "ask for changes, reject or take down", in the order of a story's life. */
export function kindsInWords(kinds: Reason["kinds"]): string {
  const inOrder = reasonKinds.filter((kind) => kinds.includes(kind));
  return choices().format(inOrder.map((kind) => kindWords[kind]()));
}

type Fitting = Pick<Reason, "kinds">;

/** Reasons that fit each of these decisions, and apart those that fit only some, by which. */
export function groupByKinds<R extends Fitting>(
  reasons: readonly R[],
  kinds: readonly Reason["kinds"][number][],
): { ofAll: R[]; groups: { label: string; reasons: R[] }[] } {
  const asked = kinds.filter(needsReason);
  const fits = (reason: R) => asked.filter((kind) => reason.kinds.includes(kind));
  const some = reasons.filter((reason) => {
    const count = fits(reason).length;
    return count > 0 && count < asked.length;
  });
  const byLabel = Map.groupBy(some, (reason) =>
    messages.onlyTo({ kinds: kindsInWords(fits(reason)) }),
  );
  return {
    ofAll: reasons.filter((reason) => fits(reason).length === asked.length),
    groups: [...byLabel].map(([label, fitting]) => ({ label, reasons: fitting })),
  };
}

type Listed = Pick<Reason, "slug" | "label" | "retired">;

/** What was just done, as the address of the page says; null when that can't be. */
export function doneSentence(done: Done, slug: string, reasons: readonly Listed[]): string | null {
  const reason = reasons.find((each) => each.slug === slug);
  if (!reason) return null;
  const name = reason.label;
  const onOffer = reasons.filter(({ retired }) => !retired);
  switch (done) {
    case "added":
      return messages.doneAdded({ name });
    case "changed":
      return messages.doneChanged({ name });
    case "retired":
      return messages.doneRetired({ name });
    case "brought-back":
      return messages.doneBroughtBack({ name });
    case "up":
    case "down":
      return messages.doneMoved({
        name,
        number: onOffer.indexOf(reason) + 1,
        count: onOffer.length,
      });
  }
}
