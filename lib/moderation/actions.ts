"use server";

import { redirect } from "next/navigation";
import { action } from "#lib/action.ts";
import { decide } from "#lib/moderation/commands.ts";
import { type DecisionValues, decisionSchema, readDecisionForm } from "#lib/moderation/schema.ts";
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
  const ofPublished = parsed.data.kind === "TAKE_DOWN" || parsed.data.kind === "RESTORE";
  redirect(ofPublished ? `/moderation/stories/${result.value.id}` : "/moderation");
});
