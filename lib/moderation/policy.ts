import type { Viewer } from "#lib/accounts/viewer.ts";
import { isModerator } from "#lib/accounts/policy.ts";

/** Who may read the queue and decide. */
export function canModerate(viewer: Viewer | null): viewer is Viewer {
  return viewer !== null && isModerator(viewer);
}
