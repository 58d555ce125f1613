import { z } from "zod";
import type { Intensity, WarningSlug } from "#lib/content-warnings/list.ts";
import { readWarnings, warningFields } from "#lib/content-warnings/schema.ts";
import { postedText } from "#lib/form.ts";
import * as decisions from "#lib/generated/messages/decisions.ts";
import { Recognisability } from "#lib/generated/prisma/enums.ts";
import { type OfferedReason, needsReason, reasonProblem } from "#lib/moderation/reasons/schema.ts";
import { isProposed, proposalFields, readProposal } from "#lib/moderation/proposals/schema.ts";
import { isStoryId } from "#lib/stories/id.ts";
import { normaliseText, textProblem } from "#lib/stories/text.ts";

export const MESSAGE_LIMIT = 1000;

export type DecisionValues = {
  reason: string;
  message: string;
  internalNote: string;
  /** Whether the person it is about, or their family, could recognise them. */
  recognisable: string;
  /** The story's words as they could be, when changes are asked for. */
  proposal: string;
  publishAtOnce: boolean;
  warnings: WarningSlug[];
  intensities: Partial<Record<WarningSlug, Intensity>>;
};

export const emptyDecision: DecisionValues = {
  reason: "",
  message: "",
  internalNote: "",
  recognisable: "",
  proposal: "",
  publishAtOnce: false,
  warnings: [],
  intensities: {},
};

const ownWords = z
  .string()
  .max(MESSAGE_LIMIT, { error: () => decisions.wordsTooLong({ limit: MESSAGE_LIMIT }) })
  .transform((raw) => normaliseText(raw).replaceAll("\0", ""))
  .transform((text) => text || null);

const decisionFields = z.object({
  storyId: z.string().refine(isStoryId, { error: () => decisions.unknownStory() }),
  revisionId: z.string().regex(/^[\w-]{1,40}$/, { error: () => decisions.unknownRevision() }),
  kind: z.enum(
    // Of two approvals the first is asked for with the same button.
    [
      ...(["APPROVE", "ASK_FOR_CHANGES", "REJECT", "TAKE_DOWN", "RESTORE"] as const),
      ...(["SET_WARNINGS", "DISMISS_REPORTS"] as const),
    ],
    { error: () => decisions.useButtons() },
  ),
  reason: z.string().transform((slug) => slug || null),
  message: ownWords,
  internalNote: ownWords,
  recognisable: z
    .enum(["", ...Object.values(Recognisability)], { error: () => decisions.chooseAnswer() })
    .transform((answer) => answer || null),
  ...proposalFields,
  ...warningFields,
});

/** Checks a decision; its reason is one of those that are offered. */
export function decisionSchema(reasons: readonly OfferedReason[]) {
  return (
    decisionFields
      .superRefine((decision, context) => {
        const problem = reasonProblem(reasons, decision);
        if (problem) {
          context.addIssue({ code: "custom", path: [problem.field], message: problem.sentence });
        }
        const wrong = isProposed(decision) && textProblem(decision.proposal);
        if (wrong) context.addIssue({ code: "custom", path: ["proposal"], message: wrong });
      })
      // One that was chosen before the mind was changed is not kept: the storyteller would read it.
      .transform((decision) => ({
        ...decision,
        reason: needsReason(decision.kind) ? decision.reason : null,
        proposal: isProposed(decision) ? decision.proposal : null,
        publishAtOnce: isProposed(decision) && decision.publishAtOnce,
      }))
  );
}

export type DecisionInput = z.output<ReturnType<typeof decisionSchema>>;

/** Reads the decision form as posted. */
export function readDecisionForm(form: FormData) {
  const text = (name: string) => postedText(form, name);
  const values: DecisionValues = {
    reason: text("reason"),
    message: text("message"),
    internalNote: text("internalNote"),
    recognisable: text("recognisable"),
    ...readProposal(form),
    ...readWarnings(form),
  };
  const ids = { storyId: text("storyId"), revisionId: text("revisionId"), kind: text("decision") };
  return { values, ids };
}
