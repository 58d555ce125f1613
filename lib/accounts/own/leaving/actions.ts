"use server";

import { cookies } from "next/headers";
import { type Left, deleteAccount } from "#lib/accounts/own/leaving/commands.ts";
import {
  type LeavingValues,
  emptyLeaving,
  leavingSchema,
  readLeaving,
} from "#lib/accounts/own/leaving/schema.ts";
import { sessionCookie } from "#lib/accounts/session-cookie.ts";
import { action } from "#lib/action.ts";
import * as accounts from "#lib/generated/messages/accounts.ts";
import { type Failure, failure } from "#lib/result.ts";
import { forgetStory } from "#lib/stories/invalidate.ts";
import { fieldErrors } from "#lib/zod-errors.ts";

export type LeavingState = {
  failure: Failure | null;
  values: LeavingValues;
  /** Once it is done. Told here and nowhere else: no address, no log and no cookie has the links. */
  left: Omit<Left, "changed"> | null;
};

export const deleteAccountAction = action<LeavingState>(async ({ viewer }, form) => {
  const values = readLeaving(form);
  const parsed = leavingSchema.safeParse(values);
  if (!parsed.success) {
    const errors = fieldErrors(parsed.error);
    return { failure: failure("invalid", accounts.notDeleted(), errors), values, left: null };
  }
  const result = await deleteAccount(viewer, parsed.data);
  if (!result.ok) return { failure: result, values, left: null };
  const { changed, ...left } = result.value;
  for (const id of changed) forgetStory(id);
  const { name, options } = sessionCookie();
  const store = await cookies();
  store.set({ name, value: "", ...options, maxAge: 0 });
  return { failure: null, values: emptyLeaving, left };
});
