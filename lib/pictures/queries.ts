import "server-only";
import type { Viewer } from "#lib/accounts/viewer.ts";
import { database } from "#lib/db.ts";
import { canSeeUnpublished, shownToReaders } from "#lib/pictures/policy.ts";

/** In pixels, of the largest rendition. */
export type Picture = { id: string; width: number; height: number };

const pictureFields = { id: true, width: true, height: true } as const;

/** A picture that readers see; null for any other. Never cached: it must be gone with its story. */
export function findPublishedPicture(id: string): Promise<Picture | null> {
  return database().prisma.picture.findFirst({
    where: { id, story: shownToReaders(id) },
    select: pictureFields,
  });
}

/** A picture of any revision of a story that the caller may see. */
export function findPictureOf(storyId: string, id: string): Promise<Picture | null> {
  return database().prisma.picture.findFirst({ where: { id, storyId }, select: pictureFields });
}

/** A picture of any revision of any story that was sent. */
export async function findPictureForModeration(
  viewer: Viewer | null,
  id: string,
): Promise<Picture | null> {
  if (!canSeeUnpublished(viewer)) return null;
  return database().prisma.picture.findFirst({
    where: { id, storyId: { not: null } },
    select: pictureFields,
  });
}
