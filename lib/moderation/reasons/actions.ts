"use server";

import { nanoid } from "nanoid";
import { redirect } from "next/navigation";
import { action, formAction } from "#lib/action.ts";
import { postedText } from "#lib/form.ts";
import * as reasons from "#lib/generated/messages/reasons.ts";
import { localized } from "#lib/locale.ts";
import {
  addReason,
  bringBackReason,
  changeReason,
  moveReason,
  retireReason,
} from "#lib/moderation/reasons/commands.ts";
import { getReasonForEditing } from "#lib/moderation/reasons/queries.ts";
import {
  type Done,
  type ReasonFormValues,
  isReasonSlug,
  moveSchema,
  readReasonForm,
  reasonFormSchema,
} from "#lib/moderation/reasons/schema.ts";
import { type Failure, type Result, failure } from "#lib/result.ts";
import { fieldErrors } from "#lib/zod-errors.ts";

export type ReasonFormState = {
  failure: Failure | null;
  values: ReasonFormValues;
  /** What its admin has seen of the reason that it changes; "" of a new one. */
  seen: string;
};

export const addReasonAction = action<ReasonFormState>(async ({ viewer }, form) => {
  const values = readReasonForm(form);
  // Without JavaScript, this is how what was written is looked at before it is saved.
  const state = { failure: null, values, seen: "" };
  if (postedText(form, "look")) return state;
  const parsed = reasonFormSchema.safeParse(values);
  if (!parsed.success) {
    const errors = fieldErrors(parsed.error);
    return { ...state, failure: failure("invalid", reasons.notAdded(), errors) };
  }
  const result = await addReason(viewer, parsed.data);
  return result.ok ? showList("added", result.value.slug) : { ...state, failure: result };
});

export const changeReasonAction = action<ReasonFormState>(async ({ viewer }, form) => {
  const values = readReasonForm(form);
  const slug = postedSlug(form);
  const seen = postedText(form, "seen").slice(0, 100);
  const state = { failure: null, values, seen };
  if (postedText(form, "look")) return state;
  const parsed = reasonFormSchema.safeParse(values);
  if (!parsed.success) {
    const errors = fieldErrors(parsed.error);
    return { ...state, failure: failure("invalid", reasons.notChanged(), errors) };
  }
  const result = await changeReason(viewer, { slug, seen, input: parsed.data });
  if (result.ok) showList("changed", slug);
  if (result.code !== "out-of-date") return { ...state, failure: result };
  // Sent again, it is meant.
  const now = await getReasonForEditing(viewer, slug);
  return { ...state, failure: result, seen: now?.seen ?? seen };
});

export const retireReasonAction = action<{ failure: Failure | null }>(async ({ viewer }, form) => {
  const result = await retireReason(viewer, postedSlug(form));
  return result.ok ? showList("retired", result.value.slug) : { failure: result };
});

export const bringBackReasonAction = formAction(async ({ viewer }, form) => {
  showResult(await bringBackReason(viewer, postedSlug(form)), "brought-back");
});

export const moveReasonAction = formAction(async ({ viewer }, form) => {
  const posted = { slug: postedText(form, "slug"), direction: postedText(form, "direction") };
  const parsed = moveSchema.safeParse(posted);
  if (!parsed.success) redirect(localized("/moderation/reasons"));
  showResult(await moveReason(viewer, parsed.data), parsed.data.direction);
});

/** Empty, which no reason has, for what can't be one. */
function postedSlug(form: FormData): string {
  const slug = postedText(form, "slug");
  return isReasonSlug(slug) ? slug : "";
}

/** A button alone has no place for a failure: the list shows how things are, or that it is not theirs. */
function showResult(result: Result<{ slug: string }>, done: Done): never {
  if (!result.ok) redirect(localized("/moderation/reasons"));
  showList(done, result.value.slug);
}

/** An address of its own each time, so that the list comes anew. */
function showList(done: Done, slug: string): never {
  redirect(localized(`/moderation/reasons?done=${done}&reason=${slug}&turn=${nanoid(8)}`));
}
