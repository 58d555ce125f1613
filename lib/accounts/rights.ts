import type { Role } from "#lib/generated/prisma/enums.ts";

type Allowed = { roles: readonly Role[]; allows: string };

/**
 * Which roles may do what: the one table of it. Everything else asks `may`, also in SQL
 * (`rolesWith`). What of the program needs which of these is in rights-catalogue.ts, and
 * docs/rights.md is written from both (`npm run rights`).
 */
export const rights = {
  moderate: {
    roles: ["MODERATOR", "ADMIN"],
    allows: "reads everything that was sent, decides on it, and sees the log and the insights",
  },
  screen: {
    roles: ["MODERATOR", "ADMIN"],
    allows: "edits the screening rules, tries words against them, and sees what they found",
  },
  "edit-calls": {
    roles: ["EDITOR", "ADMIN"],
    allows: "opens calls and changes them",
  },
  "edit-reasons": {
    roles: ["ADMIN"],
    allows: "edits the reasons that moderators choose from",
  },
  "edit-helplines": {
    roles: ["ADMIN"],
    allows: "edits the helplines that readers and storytellers are shown",
  },
  "run-team": {
    roles: ["ADMIN"],
    allows: "sees who is on the team, invites, changes roles and takes people off it",
  },
} as const satisfies Record<string, Allowed>;

export type Right = keyof typeof rights;

export function rolesWith(right: Right): readonly Role[] {
  return rights[right].roles;
}

/** Whether someone has a right; nobody in particular, who is not signed in, has none. */
export function may<Person extends { role: Role }>(
  person: Person | null,
  right: Right,
): person is Person {
  return person !== null && rolesWith(right).includes(person.role);
}
