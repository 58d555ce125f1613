"use server";

import { redirect } from "next/navigation";
import { action } from "#lib/action.ts";
import * as care from "#lib/generated/messages/care.ts";
import { localized } from "#lib/locale.ts";
import { avoidKinds } from "#lib/moderation/care/commands.ts";
import { kindsSchema, readKinds } from "#lib/moderation/care/schema.ts";
import { type Failure, failure } from "#lib/result.ts";
import { fieldErrors } from "#lib/zod-errors.ts";

export type KindsState = { failure: Failure | null };

export const avoidKindsAction = action<KindsState>(async ({ viewer }, form) => {
  const parsed = kindsSchema.safeParse(readKinds(form));
  if (!parsed.success) {
    const [messages] = Object.values(fieldErrors(parsed.error));
    return { failure: failure("invalid", care.notSaved(), { avoids: messages ?? [] }) };
  }
  const result = await avoidKinds(viewer, parsed.data);
  if (!result.ok) return { failure: result };
  redirect(localized("/moderation/care?done=saved"));
});
