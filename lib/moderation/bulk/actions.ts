"use server";

import { redirect } from "next/navigation";
import { action } from "#lib/action.ts";
import { postedText } from "#lib/form.ts";
import * as decisions from "#lib/generated/messages/decisions.ts";
import { localized } from "#lib/locale.ts";
import { type Refused, decideMany, undoBatch } from "#lib/moderation/bulk/commands.ts";
import { type UndoableBatch, getUndoableBatch } from "#lib/moderation/bulk/queries.ts";
import { type BulkValues, bulkSchema, readBulkForm } from "#lib/moderation/bulk/schema.ts";
import { readReasons } from "#lib/moderation/reasons/queries.ts";
import { offered } from "#lib/moderation/reasons/schema.ts";
import { readSearch } from "#lib/moderation/search/schema.ts";
import { type Failure, failure } from "#lib/result.ts";
import { forgetStory } from "#lib/stories/invalidate.ts";
import { fieldErrors } from "#lib/zod-errors.ts";

export type BulkState = {
  failure: Failure | null;
  values: BulkValues | null;
  /** What was done although some of it could not be. */
  done: UndoableBatch | null;
  refused: Refused[];
};

export const decideManyAction = action<BulkState>(async ({ viewer }, form) => {
  const values = readBulkForm(form);
  const parsed = bulkSchema(offered(await readReasons())).safeParse(values);
  if (!parsed.success) {
    const errors = fieldErrors(parsed.error);
    const sentence = decisions.nothingDecidedYet();
    return { failure: failure("invalid", sentence, errors), values, done: null, refused: [] };
  }
  const result = await decideMany(viewer, parsed.data);
  if (!result.ok) {
    const { failed, refused } = withReasons(result);
    return { failure: failed, values, done: null, refused };
  }
  const { batchId, decided, refused } = result.value;
  decided.forEach(forgetStory);
  if (refused.length === 0) redirect(localized(backTo(form, { batch: batchId })));
  const done = await getUndoableBatch(viewer, batchId);
  return { failure: null, values, done, refused };
});

export type UndoState = { failure: Failure | null; undone: number; refused: Refused[] };

export const undoBatchAction = action<UndoState>(async ({ viewer }, form) => {
  const batchId = postedText(form, "batchId");
  const result = await undoBatch(viewer, batchId);
  if (!result.ok) {
    const { failed, refused } = withReasons(result);
    return { failure: failed, undone: 0, refused };
  }
  const { undone, refused } = result.value;
  undone.forEach(forgetStory);
  if (refused.length === 0) redirect(localized(backTo(form, { undone: batchId })));
  return { failure: null, undone: undone.length, refused };
});

/** The page of the search that a form was sent from; whatever else it says leads nowhere. */
function backTo(form: FormData, more: Record<string, string>): string {
  return `/moderation/search${readSearch(postedText(form, "search"), more)}`;
}

/** What was wrong with each story, apart from what was wrong with the form. */
function withReasons(failed: Failure): { failed: Failure; refused: Refused[] } {
  if (failed.code !== "already-decided" && failed.code !== "closed") return { failed, refused: [] };
  const refused = Object.entries(failed.fieldErrors ?? {}).map(([storyId, [why = ""]]) => ({
    storyId,
    why,
  }));
  return { failed: failure(failed.code, failed.message), refused };
}
