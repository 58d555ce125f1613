"use server";

import { redirect } from "next/navigation";
import { action } from "#lib/action.ts";
import { postedText } from "#lib/form.ts";
import { decide } from "#lib/moderation/commands.ts";
import { type DecisionValues, decisionSchema, readDecisionForm } from "#lib/moderation/schema.ts";
import { undoDecision } from "#lib/moderation/undo/commands.ts";
import { type Failure, failure } from "#lib/result.ts";
import { forgetStory } from "#lib/stories/invalidate.ts";
import { fieldErrors } from "#lib/zod-errors.ts";

export type DecisionState = { failure: Failure | null; values: DecisionValues | null };

export const decideAction = action<DecisionState>(async ({ viewer }, form) => {
  const { values, ids } = readDecisionForm(form);
  const parsed = decisionSchema.safeParse({ ...values, ...ids });
  if (!parsed.success) {
    const errors = fieldErrors(parsed.error);
    return {
      failure: failure(
        "invalid",
        "Nothing is decided yet. Please look at the marked fields.",
        errors,
      ),
      values,
    };
  }
  const result = await decide(viewer, parsed.data);
  if (!result.ok) return { failure: result, values };
  forgetStory(result.value.id);
  const { kind } = parsed.data;
  const { id, decisionId } = result.value;
  // The next one opens by itself; what was decided can be taken back from there.
  if (kind !== "TAKE_DOWN" && kind !== "RESTORE") redirect(`/moderation?decided=${decisionId}`);
  redirect(`/moderation/stories/${id}?decided=${decisionId}`);
});

export const undoAction = action<{ failure: Failure | null }>(async ({ viewer }, form) => {
  const decisionId = postedText(form, "decisionId");
  const result = await undoDecision(viewer, decisionId);
  if (!result.ok) return { failure: result };
  forgetStory(result.value.storyId);
  redirect(`/moderation/stories/${result.value.storyId}?undone=${decisionId}`);
});
