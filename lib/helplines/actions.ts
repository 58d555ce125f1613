"use server";

import { nanoid } from "nanoid";
import { revalidateTag } from "next/cache";
import { redirect } from "next/navigation";
import { action, formAction } from "#lib/action.ts";
import { postedText } from "#lib/form.ts";
import * as messages from "#lib/generated/messages/helplines.ts";
import {
  addHelpline,
  changeHelpline,
  checkHelpline,
  putHelplineFirst,
  removeHelpline,
} from "#lib/helplines/commands.ts";
import { type HelplineAtDesk, getHelplineForEditing } from "#lib/helplines/queries.ts";
import {
  type Done,
  type HelplineFormValues,
  helplineFormSchema,
  readHelplineForm,
} from "#lib/helplines/schema.ts";
import { helplinesTag } from "#lib/helplines/tags.ts";
import { localized } from "#lib/locale.ts";
import { type Failure, type Result, failure } from "#lib/result.ts";
import { fieldErrors } from "#lib/zod-errors.ts";

export type HelplineFormState = {
  failure: Failure | null;
  values: HelplineFormValues;
  /** What its admin has seen of the helpline that it changes; "" of a new one. */
  seen: string;
  /** What stands in its place by now, where someone else was faster. */
  theirs: HelplineAtDesk | null;
};

export const saveHelplineAction = action<HelplineFormState>(async ({ viewer }, form) => {
  const values = readHelplineForm(form);
  const posted = postedHelpline(form);
  const state = { failure: null, values, seen: posted.seen, theirs: null };
  const parsed = helplineFormSchema.safeParse(values);
  if (!parsed.success) {
    const errors = fieldErrors(parsed.error);
    return { ...state, failure: failure("invalid", messages.notSaved(), errors) };
  }
  const input = parsed.data;
  const saved = posted.id
    ? await changeHelpline(viewer, { ...posted, input })
    : await addHelpline(viewer, input);
  if (saved.ok) showList(posted.id ? "changed" : "added", saved.value.id);
  if (saved.code !== "out-of-date") return { ...state, failure: saved };
  // Sent again, it is meant.
  const theirs = await getHelplineForEditing(viewer, posted.id);
  return { ...state, failure: saved, seen: theirs?.seen ?? posted.seen, theirs };
});

export const removeHelplineAction = action<{ failure: Failure | null }>(
  async ({ viewer }, form) => {
    const removed = await removeHelpline(viewer, postedHelpline(form));
    return removed.ok ? showList("removed") : { failure: removed };
  },
);

export const checkHelplineAction = formAction(async ({ viewer }, form) => {
  showResult(await checkHelpline(viewer, postedHelpline(form)), "checked");
});

export const putHelplineFirstAction = formAction(async ({ viewer }, form) => {
  showResult(await putHelplineFirst(viewer, postedHelpline(form).id), "first");
});

function postedHelpline(form: FormData): { id: string; seen: string } {
  return {
    id: postedText(form, "id").slice(0, 100),
    seen: postedText(form, "seen").slice(0, 100),
  };
}

/** A button alone has no place for a failure: the list shows how things are, or that it is not theirs. */
function showResult(result: Result<{ id: string }>, done: Done): never {
  if (result.ok) showList(done, result.value.id);
  showList(result.code === "out-of-date" ? "meanwhile" : "gone");
}

/** An address of its own each time, so that the list comes anew. */
function showList(done: Done, id = ""): never {
  // Forgets here, so that who acted sees it; other processes hear of it (server/invalidation.ts).
  revalidateTag(helplinesTag, { expire: 0 });
  redirect(localized(`/moderation/helplines?done=${done}&helpline=${id}&turn=${nanoid(8)}`));
}
