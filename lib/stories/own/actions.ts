"use server";

import { redirect } from "next/navigation";
import { action } from "#lib/action.ts";
import { answerWithStatus } from "#lib/exchange.ts";
import * as own from "#lib/generated/messages/own.ts";
import { localized } from "#lib/locale.ts";
import { type Failure, failure } from "#lib/result.ts";
import { type ConsentValues, readConsents } from "#lib/stories/consents.ts";
import type { ContactValues } from "#lib/stories/contact.ts";
import { forgetStory } from "#lib/stories/invalidate.ts";
import {
  appealStory,
  becomeAnonymous,
  setConsents,
  setContact,
  withdrawStory,
} from "#lib/stories/own/commands.ts";
import { counted } from "#lib/stories/own/guesses.ts";
import {
  type AppealValues,
  appealSchema,
  consentsSchema,
  contactSchema,
  readAppeal,
  readOwnContact,
  readWay,
} from "#lib/stories/own/schema.ts";
import { fieldErrors } from "#lib/zod-errors.ts";

type Done = { failure: Failure | null };

export type AppealState = Done & { values: AppealValues };
export type ConsentsState = Done & { values: ConsentValues };
export type ContactState = Done & { values: ContactValues };

export const withdrawStoryAction = action<Done>(async ({ viewer, address }, form) => {
  const way = readWay(form);
  const result = await counted(address, () => withdrawStory(viewer, way));
  if (!result.ok) return { failure: result };
  forgetStory(result.value.id);
  redirect(localized(`/my/${way}`));
});

export const becomeAnonymousAction = action<Done>(async ({ viewer, address }, form) => {
  const way = readWay(form);
  const result = await counted(address, () => becomeAnonymous(viewer, way));
  if (!result.ok) return { failure: result };
  forgetStory(result.value.id);
  redirect(localized(`/my/${way}?done=anonymous`));
});

export const setConsentsAction = action<ConsentsState>(async ({ viewer, address }, form) => {
  const values = readConsents(form);
  const way = readWay(form);
  const parsed = consentsSchema.safeParse(values);
  if (!parsed.success) {
    const errors = fieldErrors(parsed.error);
    return { failure: failure("invalid", own.nothingChangedYet(), errors), values };
  }
  const result = await counted(address, () => setConsents(viewer, way, parsed.data));
  if (!result.ok) return { failure: result, values };
  redirect(localized(`/my/${way}?done=consents`));
});

export const setContactAction = action<ContactState>(async ({ viewer, address }, form) => {
  const values = readOwnContact(form);
  const way = readWay(form);
  const parsed = contactSchema.safeParse(values);
  if (!parsed.success) {
    const errors = fieldErrors(parsed.error);
    return { failure: failure("invalid", own.addressUnsaved(), errors), values };
  }
  const contact = parsed.data;
  const result = await counted(address, () => setContact(viewer, way, { contact, address }));
  if (!result.ok) {
    if (result.code === "rate-limited") answerWithStatus(429);
    return { failure: result, values };
  }
  redirect(localized(`/my/${way}?done=contact`));
});

export const appealAction = action<AppealState>(async ({ viewer, address }, form) => {
  const values = readAppeal(form);
  const way = readWay(form);
  const parsed = appealSchema.safeParse(values);
  if (!parsed.success) {
    const errors = fieldErrors(parsed.error);
    return { failure: failure("invalid", own.appealUnsent(), errors), values };
  }
  const result = await counted(address, () => appealStory(viewer, way, parsed.data.text));
  if (!result.ok) return { failure: result, values };
  redirect(localized(`/my/${way}?done=appealed`));
});
