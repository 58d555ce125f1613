import { z } from "zod";
import { isMisleading } from "#lib/accounts/name.ts";
import { postedText } from "#lib/form.ts";
import * as accounts from "#lib/generated/messages/accounts.ts";
import { line } from "#lib/stories/line.ts";

export const NAME_LIMIT = 60;

/** What colleagues call someone, in characters like those of a byline. Null: no name. */
export const nameSchema = line("name", NAME_LIMIT).refine(
  (name) => name === null || !isMisleading(name),
  { error: () => accounts.nameMisleading() },
);

/** Where the form of a name stands, and is shown again. */
export const namePages = { desk: "/moderation/care", account: "/my/account" } as const;

export type NamePage = keyof typeof namePages;

export const nameFormSchema = z.object({
  name: nameSchema,
  page: z.enum(["desk", "account"]).catch("account"),
});

export type NameValues = { name: string; page: string };

export function readNameForm(form: FormData): NameValues {
  return { name: postedText(form, "name"), page: postedText(form, "page") };
}
