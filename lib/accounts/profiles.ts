import { NAME_LIMIT, nameSchema } from "#lib/accounts/own/schema.ts";
import { emailSchema } from "#lib/accounts/schema.ts";

/** What is kept of a GitHub or Google profile. Pictures aren't: nothing here shows them. */
export type KeptProfile = { id: string; name: string | null; email: string | null };

/** The first of the names that can be one here, without what can't be in any, cut to its length. */
function shownName(...names: unknown[]): string | null {
  for (const name of names) {
    if (typeof name !== "string") continue;
    const line = name.replace(/[\p{C}\p{Z}\s]+/gu, " ").trim();
    const shown = nameSchema.safeParse([...line].slice(0, NAME_LIMIT).join(""));
    if (shown.data) return shown.data;
  }
  return null;
}

/**
 * An address counts only when the provider has verified it. Otherwise anyone could take the address
 * of someone who is invited later, and with it their role.
 */
function verifiedEmail(email: unknown, verified: unknown): string | null {
  const parsed = emailSchema.safeParse(email);
  return verified === true && parsed.success ? parsed.data : null;
}

export function fromGoogle(profile: Record<string, unknown>): KeptProfile {
  return {
    id: String(profile.sub),
    name: shownName(profile.name),
    email: verifiedEmail(profile.email, profile.email_verified),
  };
}

/** GitHub says in a list of its own which addresses are verified. */
export function fromGithub(profile: Record<string, unknown>): KeptProfile {
  const emails: unknown[] = Array.isArray(profile.emails) ? profile.emails : [];
  const primary = emails.find(
    (each): each is Record<string, unknown> =>
      typeof each === "object" && each !== null && "primary" in each && each.primary === true,
  );
  return {
    id: String(profile.id),
    name: shownName(profile.name, profile.login),
    email: verifiedEmail(primary?.email, primary?.verified),
  };
}
