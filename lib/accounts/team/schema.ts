import { z } from "zod";
import { emailSchema } from "#lib/accounts/schema.ts";
import { postedText } from "#lib/form.ts";
import type { Role } from "#lib/generated/prisma/enums.ts";

/** Every role but storyteller, the one that everybody has. */
export const teamRoles = ["MODERATOR", "EDITOR", "ADMIN"] as const satisfies readonly Role[];

export type TeamRole = (typeof teamRoles)[number];

export const roleWords: Record<Role, { name: string; article: string; does: string }> = {
  STORYTELLER: { name: "Storyteller", article: "a storyteller", does: "shares stories" },
  MODERATOR: {
    name: "Moderator",
    article: "a moderator",
    does: "reads every story before anyone else does, and decides",
  },
  EDITOR: {
    name: "Editor",
    article: "an editor",
    does: "opens calls, and makes round-ups of published stories",
  },
  ADMIN: { name: "Admin", article: "an admin", does: "does all of that, and looks after the team" },
};

const role = z.enum(teamRoles, "Please choose a role from the list.");
const userId = z.string().regex(/^[\w-]{1,40}$/, "There is no such person on the team.");

export const invitationSchema = z.object({ email: emailSchema, role });
export const roleChangeSchema = z.object({ userId, role });
export const removalSchema = z.object({ userId });

export type InvitationValues = { email: string; role: string };

export function readInvitation(form: FormData): InvitationValues {
  return { email: postedText(form, "email"), role: postedText(form, "role") };
}

/** What the address of the page says was done, and the sentence for it. */
export const doneSentences = {
  invited: "They are on the team, and a mail tells them how to sign in.",
  "invited-unmailed":
    "They are on the team, but the mail to them could not be sent. Please tell them to sign in here with this address.",
  changed: "Their role is changed. It counts from their next page on.",
  removed: "They are no longer on the team, and signed out everywhere.",
} as const;

export type Done = keyof typeof doneSentences;

export function isDone(value: unknown): value is Done {
  return typeof value === "string" && Object.hasOwn(doneSentences, value);
}
