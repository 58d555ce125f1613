import { z } from "zod";
import { emailSchema } from "#lib/accounts/schema.ts";
import { postedText } from "#lib/form.ts";

export type LostLinkValues = { email: string };

/** What the form for a lost private link demands. */
export const lostLinkSchema = z.object({ email: emailSchema });

export function readLostLinkForm(form: FormData): LostLinkValues {
  return { email: postedText(form, "email") };
}
