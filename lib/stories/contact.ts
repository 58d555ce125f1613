/** Where to write to a storyteller about one story. Shared by the story form and the private page. */
import { z } from "zod";
import { emailSchema } from "#lib/accounts/schema.ts";
import { postedText } from "#lib/form.ts";
import * as submit from "#lib/generated/messages/submit.ts";

export type ContactValues = { email: string; editorsMayWrite: boolean };

export const noContact: ContactValues = { email: "", editorsMayWrite: false };

export const contactFields = {
  /** Lower case; empty when none is given. */
  email: z
    .string({ error: () => submit.emailOrEmpty() })
    .trim()
    .superRefine((email, context) => {
      const problem = email === "" ? undefined : emailSchema.safeParse(email).error?.issues[0];
      if (problem) context.addIssue({ code: "custom", message: problem.message });
    })
    .toLowerCase(),
  editorsMayWrite: z.boolean(),
};

export function readContact(form: FormData): ContactValues {
  return {
    email: postedText(form, "email"),
    editorsMayWrite: postedText(form, "editorsMayWrite") !== "",
  };
}

/** What a story's contact holds; null without an address. Nobody may write to none. */
export function toContact({ email, editorsMayWrite }: ContactValues): ContactValues | null {
  return email ? { email, editorsMayWrite } : null;
}
