"use server";

import { revalidateTag } from "next/cache";
import { nanoid } from "nanoid";
import { redirect } from "next/navigation";
import { action } from "#lib/action.ts";
import { changeCall, openCall } from "#lib/calls/commands.ts";
import { type CallFormValues, type Done, callFormSchema, readCallForm } from "#lib/calls/schema.ts";
import { callsTag } from "#lib/calls/tags.ts";
import * as calls from "#lib/generated/messages/calls.ts";
import { localized } from "#lib/locale.ts";
import { type Failure, type Result, failure } from "#lib/result.ts";
import { fieldErrors } from "#lib/zod-errors.ts";

export type CallFormState = { failure: Failure | null; values: CallFormValues };

export const openCallAction = action<CallFormState>(async ({ viewer }, form) => {
  const values = readCallForm(form);
  const parsed = callFormSchema.safeParse(values);
  if (!parsed.success) {
    const errors = fieldErrors(parsed.error);
    return { failure: failure("invalid", calls.notOpen(), errors), values };
  }
  return finish(await openCall(viewer, parsed.data), { values, done: "opened" });
});

export const changeCallAction = action<CallFormState>(async ({ viewer }, form) => {
  const values = readCallForm(form);
  const parsed = callFormSchema.safeParse(values);
  if (!parsed.success) {
    const errors = fieldErrors(parsed.error);
    return { failure: failure("invalid", calls.notChanged(), errors), values };
  }
  const slug = String(form.get("call") ?? "").slice(0, 100);
  const result = await changeCall(viewer, { slug, input: parsed.data });
  return finish(result, { values, done: "changed" });
});

/** Forgets here, so that who acted sees it; other processes hear of it (server/invalidation.ts). */
function finish(
  result: Result<{ slug: string }>,
  { values, done }: { values: CallFormValues; done: Done },
): CallFormState {
  if (!result.ok) return { failure: result, values };
  revalidateTag(callsTag, { expire: 0 });
  // A form of its own for the next one; what others open meanwhile leaves it alone.
  redirect(localized(`/moderation/calls?done=${done}&form=${nanoid(8)}`));
}
