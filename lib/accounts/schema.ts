import { z } from "zod";
import { localPath } from "#lib/accounts/local-path.ts";
import { postedText } from "#lib/form.ts";
import * as accounts from "#lib/generated/messages/accounts.ts";

/** The longest address that mail can carry (RFC 5321). */
export const EMAIL_LIMIT = 254;

const error = () => accounts.emailWrong();

/**
 * An e-mail address as the database holds it: lower case. The rule is the one browsers use, which
 * takes the ASCII form of any domain, and a dot in the domain. Quotes, commas, spaces and line
 * breaks are outside it, so an address can't become two, nor a header.
 */
export const emailSchema = z
  .string({ error })
  .trim()
  .min(1, { error })
  .max(EMAIL_LIMIT, { error: () => accounts.emailTooLong({ limit: EMAIL_LIMIT }) })
  .regex(z.regexes.html5Email, { error })
  .regex(/@[^@]+\.[^@.]+$/, { error })
  .toLowerCase();

export type SignInValues = { email: string; next: string };

/** What the sign-in form demands. `next` is where the person was going: a local path or nothing. */
export const signInFormSchema = z.object({
  email: emailSchema,
  next: z.unknown().transform(localPath),
});

export function readSignInForm(form: FormData): SignInValues {
  return { email: postedText(form, "email"), next: localPath(postedText(form, "next")) ?? "" };
}
