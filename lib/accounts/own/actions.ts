"use server";

import { nanoid } from "nanoid";
import { redirect } from "next/navigation";
import { claimStory, setName } from "#lib/accounts/own/commands.ts";
import {
  type NameValues,
  nameFormSchema,
  namePages,
  readNameForm,
} from "#lib/accounts/own/schema.ts";
import { action } from "#lib/action.ts";
import { postedText } from "#lib/form.ts";
import * as accounts from "#lib/generated/messages/accounts.ts";
import { localized } from "#lib/locale.ts";
import { type Failure, failure } from "#lib/result.ts";
import { fieldErrors } from "#lib/zod-errors.ts";

export const claimStoryAction = action<{ failure: Failure | null }>(
  async ({ viewer, address }, form) => {
    const result = await claimStory(viewer, { token: postedText(form, "way"), address });
    if (!result.ok) return { failure: result };
    redirect(localized(`/my/${result.value.id}?done=claimed`));
  },
);

export type NameState = { failure: Failure | null; values: NameValues };

export const setNameAction = action<NameState>(async ({ viewer }, form) => {
  const values = readNameForm(form);
  const parsed = nameFormSchema.safeParse(values);
  if (!parsed.success) {
    const errors = fieldErrors(parsed.error);
    return { failure: failure("invalid", accounts.notSaved(), errors), values };
  }
  const { name, page } = parsed.data;
  const result = await setName(viewer, name);
  if (!result.ok) return { failure: result, values };
  // A form of its own from here on: it shows what was saved, and no problem from before.
  redirect(localized(`${namePages[page]}?done=named&form=${nanoid(8)}`));
});
