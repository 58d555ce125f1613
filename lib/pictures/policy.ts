import type { Viewer } from "#lib/accounts/viewer.ts";
import { isModerator } from "#lib/accounts/policy.ts";

/** The stories whose readers see this picture: anyone may, as long as there is one. */
export function shownToReaders(pictureId: string) {
  return { status: "PUBLISHED", publishedRevision: { pictureId } } as const;
}

/** Who decides on stories may see the pictures of all their revisions. */
export function canSeeUnpublished(viewer: Viewer | null): viewer is Viewer {
  return isModerator(viewer);
}
