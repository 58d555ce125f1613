import "server-only";
import type { Viewer } from "#lib/accounts/viewer.ts";
import type { Prisma } from "#lib/generated/prisma/client.ts";
import { keyed, sha256 } from "#lib/secrets.ts";
import { isStoryId } from "#lib/stories/id.ts";

/** What a private link is made from; all of it stands in the story's row. */
export type LinkSource = { idempotencyKeyHash: Uint8Array; privateLinkNumber: number };

/**
 * The token of a storyteller's private link, 192 bits. Computed from the row and a secret that is not
 * in the database, so that a form sent again, and mail sent later, lead to the same page although
 * only a hash is stored.
 */
export function privateLinkToken({ idempotencyKeyHash, privateLinkNumber }: LinkSource): string {
  const source = `${Buffer.from(idempotencyKeyHash).toString("hex")} ${privateLinkNumber}`;
  return keyed("private-link", source).subarray(0, 24).toString("base64url");
}

/** What the database holds of a token; null when the value can't be one. */
export function privateLinkHash(token: string): Uint8Array<ArrayBuffer> | null {
  return /^[\w-]{32}$/.test(token) ? sha256(token) : null;
}

/**
 * The story behind `/my/<way>`: for whoever has its private link, and by its id for the signed-in
 * storyteller whose it is. Null when there can't be one.
 */
export function ownStoryAt(viewer: Viewer | null, way: string): Prisma.StoryWhereInput | null {
  const hash = privateLinkHash(way);
  if (hash) return { privateLinkHash: hash };
  return viewer && isStoryId(way) ? { id: way, storytellerId: viewer.id } : null;
}

type Reachable = LinkSource & { id: string; privateLinkHash: Uint8Array | null };

/** The `<way>` that works for its storyteller: the private link, or the id once it is claimed. */
export function wayTo(story: Reachable): string {
  if (!story.privateLinkHash) return story.id;
  return privateLinkToken(story);
}
