import { z } from "zod";
import { postedText } from "#lib/form.ts";
import * as decisions from "#lib/generated/messages/decisions.ts";
import type { DecisionKind } from "#lib/generated/prisma/enums.ts";
import { normaliseText } from "#lib/stories/text.ts";

/** Words that a moderator proposes; checked when changes are asked for, and only then sent. */
export const proposalFields = {
  proposal: z
    .string()
    .max(5_000, { error: () => decisions.proposalFarTooLong() })
    .transform(normaliseText),
  publishAtOnce: z.boolean(),
};

/** Whether other words go along with a decision: only where changes are asked for. */
export function isProposed({ kind, proposal }: { kind: DecisionKind; proposal: string }): boolean {
  return kind === "ASK_FOR_CHANGES" && proposal.trim() !== "";
}

/**
 * Reads the fields as posted. The words begin as the story's own, which come along as
 * `proposalBase`: left as they are, nothing is proposed.
 */
export function readProposal(form: FormData) {
  const proposal = postedText(form, "proposal");
  const isUntouched = normaliseText(proposal) === normaliseText(postedText(form, "proposalBase"));
  return {
    proposal: isUntouched ? "" : proposal,
    publishAtOnce: form.get("publishAtOnce") !== null,
  };
}
