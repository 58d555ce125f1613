import "server-only";
import { requiredSetting } from "#lib/env.ts";
import { sha256 } from "#lib/secrets.ts";
import { privateLinkToken, wayTo } from "#lib/stories/private-link.ts";

export type ReachableStory = {
  id: string;
  storytellerId: string | null;
  idempotencyKeyHash: Uint8Array;
  privateLinkHash: Uint8Array | null;
  privateLinkNumber: number;
};

/**
 * The address of a story's own page, as its storyteller reaches it. Null when we can't tell: the link
 * was given out under another AUTH_SECRET, or before links could be computed again.
 */
export function ownPage(story: ReachableStory): string | null {
  const site = requiredSetting("SITE_URL");
  if (knowsLink(story)) return `${site}/my/${wayTo(story)}`;
  return story.storytellerId ? `${site}/my/${story.id}` : null;
}

function knowsLink(story: ReachableStory): boolean {
  const { privateLinkHash } = story;
  if (!privateLinkHash) return story.storytellerId !== null;
  return Buffer.compare(sha256(privateLinkToken(story)), privateLinkHash) === 0;
}
