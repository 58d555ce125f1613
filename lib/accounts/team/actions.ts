"use server";

import { nanoid } from "nanoid";
import { redirect } from "next/navigation";
import { changeRole, inviteToTeam, removeFromTeam } from "#lib/accounts/team/commands.ts";
import {
  type Done,
  type InvitationValues,
  invitationSchema,
  readInvitation,
  removalSchema,
  roleChangeSchema,
} from "#lib/accounts/team/schema.ts";
import { action } from "#lib/action.ts";
import { answerWithStatus } from "#lib/exchange.ts";
import { postedText } from "#lib/form.ts";
import * as accounts from "#lib/generated/messages/accounts.ts";
import { localized } from "#lib/locale.ts";
import { type Failure, type Result, failure } from "#lib/result.ts";
import { fieldErrors } from "#lib/zod-errors.ts";

export type InvitationState = { failure: Failure | null; values: InvitationValues };
export type MemberState = { failure: Failure | null };

export const inviteAction = action<InvitationState>(async ({ viewer }, form) => {
  const values = readInvitation(form);
  const parsed = invitationSchema.safeParse(values);
  if (!parsed.success) {
    const errors = fieldErrors(parsed.error);
    return { failure: failure("invalid", accounts.notInvited(), errors), values };
  }
  const result = await inviteToTeam(viewer, parsed.data);
  if (!result.ok) {
    if (result.code === "rate-limited") answerWithStatus(429);
    return { failure: result, values };
  }
  const done = result.value.mailed ? "invited" : "invited-unmailed";
  // A form of its own for the next one; who joins or leaves meanwhile leaves it alone.
  redirect(localized(`/moderation/team?done=${done}&form=${nanoid(8)}`));
});

export const changeRoleAction = action<MemberState>(async ({ viewer }, form) => {
  const posted = { userId: postedText(form, "userId"), role: postedText(form, "role") };
  const parsed = roleChangeSchema.safeParse(posted);
  if (!parsed.success) return { failure: failure("invalid", accounts.roleMissing()) };
  return finish(await changeRole(viewer, parsed.data), "changed");
});

export const removeFromTeamAction = action<MemberState>(async ({ viewer }, form) => {
  const parsed = removalSchema.safeParse({ userId: postedText(form, "userId") });
  if (!parsed.success) return { failure: failure("not-found", accounts.noSuchMember()) };
  return finish(await removeFromTeam(viewer, parsed.data), "removed");
});

/** Who took the role of admin from themselves may no longer see the team. */
function finish(result: Result<{ ofViewer: boolean }>, done: Done): MemberState {
  if (!result.ok) return { failure: result };
  redirect(localized(result.value.ofViewer ? "/sign-in" : `/moderation/team?done=${done}`));
}
