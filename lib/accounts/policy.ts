import { may, rolesWith } from "#lib/accounts/rights.ts";
import type { Viewer } from "#lib/accounts/viewer.ts";
import type { Role } from "#lib/generated/prisma/enums.ts";

export const moderators: readonly Role[] = rolesWith("moderate");

/** Who may read what waits in the queue, and decide. */
export function isModerator(viewer: Viewer | null): viewer is Viewer {
  return may(viewer, "moderate");
}

/** Who may open calls, and change them. */
export function isEditor(viewer: Viewer | null): viewer is Viewer {
  return may(viewer, "edit-calls");
}

/** Who may look after the team. */
export function isAdmin(viewer: Viewer | null): viewer is Viewer {
  return may(viewer, "run-team");
}

/** Where someone with a role works; null for who has nothing to do there. */
export function deskOf(person: { role: Role } | null): "/moderation" | "/moderation/calls" | null {
  if (may(person, "moderate")) return "/moderation";
  return may(person, "edit-calls") ? "/moderation/calls" : null;
}
