import { z } from "zod";
import { postedText } from "#lib/form.ts";
import * as own from "#lib/generated/messages/own.ts";
import { consentFields } from "#lib/stories/consents.ts";
import { type ContactValues, contactFields, noContact, readContact } from "#lib/stories/contact.ts";
import { normaliseText, textProblem } from "#lib/stories/text.ts";

export const APPEAL_LIMIT = 1000;

export type AppealValues = { text: string };

export const appealSchema = z.object({
  text: z
    .string()
    .transform(normaliseText)
    .superRefine((text, context) => {
      const message = appealProblem(text);
      if (message) context.addIssue({ code: "custom", message });
    }),
});

function appealProblem(text: string): string | null {
  const length = [...text].length;
  if (length > APPEAL_LIMIT) {
    return own.appealTooLong({ over: length - APPEAL_LIMIT, limit: APPEAL_LIMIT });
  }
  if (text === "") return own.appealEmpty();
  // The rules for a story's characters, in pieces that are never too long for one.
  const pieces = text.match(/[\s\S]{1,100}/gu) ?? [];
  if (pieces.every((piece) => piece.trim() === "" || textProblem(piece) === null)) return null;
  return own.appealUnshowable();
}

export function readAppeal(form: FormData): AppealValues {
  return { text: postedText(form, "text") };
}

export const consentsSchema = z.object(consentFields);
export const contactSchema = z.object(contactFields);

/** The form for the address has a button that erases it, whatever stands in the field. */
export function readOwnContact(form: FormData): ContactValues {
  return postedText(form, "erase") ? noContact : readContact(form);
}

/** What stands after `/my/`, as posted with each form of the page. */
export function readWay(form: FormData): string {
  return postedText(form, "way");
}

/** What the address of the page says was done; the page says it where it is so. */
export const doneWords = [
  "changed",
  "appealed",
  "anonymous",
  "consents",
  "contact",
  "claimed",
  "accepted",
  "kept",
] as const;
export type Done = (typeof doneWords)[number];

export function findDone(value: unknown): Done | null {
  return doneWords.find((each) => each === value) ?? null;
}
