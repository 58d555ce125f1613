import { z } from "zod";
import type { Intensity, WarningSlug } from "#lib/content-warnings/list.ts";
import { readWarnings, warningFields } from "#lib/content-warnings/schema.ts";
import { postedText } from "#lib/form.ts";
import { findReason } from "#lib/moderation/reasons.ts";
import { isStoryId } from "#lib/stories/id.ts";
import { normaliseText } from "#lib/stories/text.ts";

export const MESSAGE_LIMIT = 1000;

export type DecisionValues = {
  reason: string;
  message: string;
  internalNote: string;
  warnings: WarningSlug[];
  intensities: Partial<Record<WarningSlug, Intensity>>;
};

const ownWords = z
  .string()
  .max(MESSAGE_LIMIT, `Please keep it under ${MESSAGE_LIMIT} characters.`)
  .transform((raw) => normaliseText(raw).replaceAll("\0", ""))
  .transform((text) => text || null);

/** Deciding needs no reason only where nobody loses anything by it. */
const needsReason = (kind: string) => kind !== "APPROVE" && kind !== "RESTORE";

export const decisionSchema = z
  .object({
    storyId: z.string().refine(isStoryId, "There is no such story."),
    revisionId: z.string().regex(/^[\w-]{1,40}$/, "There is no such revision."),
    kind: z.enum(
      ["APPROVE", "ASK_FOR_CHANGES", "REJECT", "TAKE_DOWN", "RESTORE"],
      "Please use one of the buttons.",
    ),
    reason: z.string().transform((slug) => slug || null),
    message: ownWords,
    internalNote: ownWords,
    ...warningFields,
  })
  .superRefine(({ kind, reason, message }, context) => {
    if (!needsReason(kind)) return;
    const found = findReason(reason);
    if (!found?.kinds.includes(kind)) {
      const sentence = reason
        ? "This reason is for another decision, as the list says. Please choose one that fits."
        : "Please choose a reason.";
      context.addIssue({ code: "custom", path: ["reason"], message: sentence });
    } else if (found.slug === "other" && !message) {
      const sentence = "Please tell the storyteller why, in your own words.";
      context.addIssue({ code: "custom", path: ["message"], message: sentence });
    }
  })
  // One that was chosen before the mind was changed is not kept: the storyteller would read it.
  .transform((decision) => ({
    ...decision,
    reason: needsReason(decision.kind) ? decision.reason : null,
  }));

export type DecisionInput = z.output<typeof decisionSchema>;

/** Reads the decision form as posted. */
export function readDecisionForm(form: FormData) {
  const text = (name: string) => postedText(form, name);
  const values: DecisionValues = {
    reason: text("reason"),
    message: text("message"),
    internalNote: text("internalNote"),
    ...readWarnings(form),
  };
  const ids = { storyId: text("storyId"), revisionId: text("revisionId"), kind: text("decision") };
  return { values, ids };
}
