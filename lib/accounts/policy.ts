import type { Viewer } from "#lib/accounts/viewer.ts";
import type { Role } from "#lib/generated/prisma/enums.ts";

/** Roles that read what waits in the queue. Editors make round-ups of what is published. */
const moderating: readonly Role[] = ["MODERATOR", "ADMIN"];

export function isModerator(viewer: Viewer | null): viewer is Viewer {
  return viewer !== null && moderating.includes(viewer.role);
}

export function isAdmin(viewer: Viewer | null): viewer is Viewer {
  return viewer !== null && viewer.role === "ADMIN";
}
