"use server";

import { redirect } from "next/navigation";
import type { Viewer } from "#lib/accounts/viewer.ts";
import { action } from "#lib/action.ts";
import { postedText } from "#lib/form.ts";
import * as decisions from "#lib/generated/messages/decisions.ts";
import { localized } from "#lib/locale.ts";
import { claimStory, takeOverStory } from "#lib/moderation/claims/commands.ts";
import { decide } from "#lib/moderation/commands.ts";
import { openNext } from "#lib/moderation/queue/commands.ts";
import {
  type QueueFilter,
  queueQuery,
  readQueue,
  wholeQueue,
} from "#lib/moderation/queue/schema.ts";
import { readReasons } from "#lib/moderation/reasons/queries.ts";
import { offered } from "#lib/moderation/reasons/schema.ts";
import { type DecisionValues, decisionSchema, readDecisionForm } from "#lib/moderation/schema.ts";
import { undoDecision } from "#lib/moderation/undo/commands.ts";
import { type Failure, failure } from "#lib/result.ts";
import { forgetStory } from "#lib/stories/invalidate.ts";
import { fieldErrors } from "#lib/zod-errors.ts";

export type DecisionState = { failure: Failure | null; values: DecisionValues | null };

export const decideAction = action<DecisionState>(async ({ viewer }, form) => {
  const { values, ids } = readDecisionForm(form);
  const schema = decisionSchema(offered(await readReasons()));
  const parsed = schema.safeParse({ ...values, ...ids });
  if (!parsed.success) {
    const errors = fieldErrors(parsed.error);
    return {
      failure: failure("invalid", decisions.nothingDecidedYet(), errors),
      values,
    };
  }
  const result = await decide(viewer, parsed.data);
  if (!result.ok) return { failure: result, values };
  forgetStory(result.value.id);
  const { id, decisionId } = result.value;
  const part = readQueue(postedText(form, "queue"));
  // What was decided beside the queue stays open.
  if (!part) redirect(localized(`/moderation/stories/${id}?decided=${decisionId}`));
  redirect(localized(await nextAt(viewer, part, { decided: decisionId })));
});

/** Where the next story is, already open; what was decided can be taken back from there. */
async function nextAt(viewer: Viewer | null, part: QueueFilter, more: Record<string, string>) {
  // What was decided stands, whatever becomes of this: then the queue itself looks for the next.
  const next = await openNext(viewer, part).catch(() => null);
  const query = queueQuery(part, more);
  return next ? `/moderation/stories/${next}${query}` : `/moderation${query}`;
}

export const takeOverAction = action<{ failure: Failure | null }>(async ({ viewer }, form) => {
  const storyId = postedText(form, "storyId");
  const result = await takeOverStory(viewer, storyId);
  if (!result.ok) return { failure: result };
  const part = readQueue(postedText(form, "queue"));
  redirect(localized(`/moderation/stories/${storyId}${part ? queueQuery(part) : ""}`));
});

export const undoAction = action<{ failure: Failure | null }>(async ({ viewer }, form) => {
  const decisionId = postedText(form, "decisionId");
  const result = await undoDecision(viewer, decisionId);
  if (!result.ok) return { failure: result };
  forgetStory(result.value.storyId);
  await claimStory(viewer, result.value.storyId, { back: true });
  const part = readQueue(postedText(form, "queue")) ?? wholeQueue;
  const query = queueQuery(part, { undone: decisionId });
  redirect(localized(`/moderation/stories/${result.value.storyId}${query}`));
});
