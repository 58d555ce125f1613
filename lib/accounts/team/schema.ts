import { z } from "zod";
import { emailSchema } from "#lib/accounts/schema.ts";
import { postedText } from "#lib/form.ts";
import * as accounts from "#lib/generated/messages/accounts.ts";
import type { Role } from "#lib/generated/prisma/enums.ts";

/** Every role but storyteller, the one that everybody has. */
export const teamRoles = ["MODERATOR", "EDITOR", "ADMIN"] as const satisfies readonly Role[];

export type TeamRole = (typeof teamRoles)[number];

type RoleWords = Record<"name" | "article" | "does", () => string>;

export const roleWords: Record<Role, RoleWords> = {
  STORYTELLER: {
    name: accounts.storyteller,
    article: accounts.storytellerArticle,
    does: accounts.storytellerDoes,
  },
  MODERATOR: {
    name: accounts.moderator,
    article: accounts.moderatorArticle,
    does: accounts.moderatorDoes,
  },
  EDITOR: {
    name: accounts.editor,
    article: accounts.editorArticle,
    does: accounts.editorDoes,
  },
  ADMIN: { name: accounts.admin, article: accounts.adminArticle, does: accounts.adminDoes },
};

const role = z.enum(teamRoles, { error: () => accounts.roleMissing() });
const userId = z.string().regex(/^[\w-]{1,40}$/, { error: () => accounts.noSuchMember() });

export const invitationSchema = z.object({ email: emailSchema, role });
export const roleChangeSchema = z.object({ userId, role });
export const removalSchema = z.object({ userId });

export type InvitationValues = { email: string; role: string };

export function readInvitation(form: FormData): InvitationValues {
  return { email: postedText(form, "email"), role: postedText(form, "role") };
}

/** What the address of the page says was done, and the sentence for it. */
export const doneSentences = {
  invited: accounts.doneInvited,
  "invited-unmailed": accounts.doneInvitedUnmailed,
  changed: accounts.doneRoleChanged,
  removed: accounts.doneRemoved,
} as const;

export type Done = keyof typeof doneSentences;

export function isDone(value: unknown): value is Done {
  return typeof value === "string" && Object.hasOwn(doneSentences, value);
}
