import {
  type Done,
  type Reason,
  type ReasonKind,
  needsReason,
  reasonKinds,
} from "#lib/moderation/reasons/schema.ts";

/** Each after "to". */
export const kindWords: Record<ReasonKind, string> = {
  ASK_FOR_CHANGES: "ask for changes",
  REJECT: "reject",
  TAKE_DOWN: "take down",
};

/** "ask for changes, reject or take down", in the order of a story's life. */
export function kindsInWords(kinds: Reason["kinds"]): string {
  const words = reasonKinds.filter((kind) => kinds.includes(kind)).map((kind) => kindWords[kind]);
  const last = words.pop() ?? "";
  return words.length > 0 ? `${words.join(", ")} or ${last}` : last;
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
  const byLabel = Map.groupBy(some, (reason) => `Only to ${kindsInWords(fits(reason))}`);
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
  const name = `“${reason.label}”`;
  const onOffer = reasons.filter(({ retired }) => !retired);
  switch (done) {
    case "added":
      return `${name} is added. Moderators can choose it from now on.`;
    case "changed":
      return `${name} is changed, also where it was given before.`;
    case "retired":
      return `${name} is retired. Where it was given, it still stands.`;
    case "brought-back":
      return `${name} is offered again.`;
    case "up":
    case "down":
      return `${name} is now number ${onOffer.indexOf(reason) + 1} of ${onOffer.length}.`;
  }
}
