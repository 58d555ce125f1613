"use server";

import { notFound, redirect } from "next/navigation";
import { action, formAction } from "#lib/action.ts";
import { answerWithStatus } from "#lib/exchange.ts";
import { postedText } from "#lib/form.ts";
import * as mail from "#lib/generated/messages/mail.ts";
import { localized } from "#lib/locale.ts";
import { requestLostLinks, stopMail } from "#lib/notifications/commands.ts";
import {
  type LostLinkValues,
  lostLinkSchema,
  readLostLinkForm,
} from "#lib/notifications/schema.ts";
import { type Failure, failure } from "#lib/result.ts";
import { fieldErrors } from "#lib/zod-errors.ts";

export type LostLinkState = { failure: Failure | null; values: LostLinkValues };

export const requestLostLinksAction = action<LostLinkState>(async ({ address }, form) => {
  const values = readLostLinkForm(form);
  const parsed = lostLinkSchema.safeParse(values);
  if (!parsed.success) {
    const errors = fieldErrors(parsed.error);
    return { failure: failure("invalid", mail.lostLinkUnsent(), errors), values };
  }
  const result = await requestLostLinks({ ...parsed.data, address });
  if (!result.ok) {
    if (result.code === "rate-limited") answerWithStatus(429);
    return { failure: result, values };
  }
  redirect(localized("/my/lost-link?sent=yes"));
});

export const stopMailAction = formAction(async (_context, form) => {
  const token = postedText(form, "token");
  const result = await stopMail(token);
  if (!result.ok) notFound();
  redirect(localized(`/stop-mail/${token}`));
});
