import type { Viewer } from "#lib/accounts/viewer.ts";
import type { Role } from "#lib/generated/prisma/enums.ts";

export const moderators: readonly Role[] = ["MODERATOR", "ADMIN"];
const editing: readonly Role[] = ["EDITOR", "ADMIN"];

/** Who may read what waits in the queue, and decide. */
export function isModerator(viewer: Viewer | null): viewer is Viewer {
  return viewer !== null && moderators.includes(viewer.role);
}

/** Who may open calls, and change them. */
export function isEditor(viewer: Viewer | null): viewer is Viewer {
  return viewer !== null && editing.includes(viewer.role);
}

export function isAdmin(viewer: Viewer | null): viewer is Viewer {
  return viewer !== null && viewer.role === "ADMIN";
}

/** Where someone with a role works; null for who has nothing to do there. */
export function deskOf(person: { role: Role } | null): "/moderation" | "/moderation/calls" | null {
  if (person === null) return null;
  if (moderators.includes(person.role)) return "/moderation";
  return editing.includes(person.role) ? "/moderation/calls" : null;
}
