import "server-only";
import { withQuery } from "#lib/accounts/local-path.ts";
import { localized } from "#lib/locale.ts";
import { pageUrl } from "#lib/notifications/page-url.ts";
import { sha256 } from "#lib/secrets.ts";
import { privateLinkToken } from "#lib/stories/private-link.ts";

export type ReachableStory = {
  id: string;
  storytellerId: string | null;
  idempotencyKeyHash: Uint8Array;
  privateLinkHash: Uint8Array | null;
  privateLinkNumber: number;
};

/**
 * The address of a story's own page, as its storyteller reaches it: the private link or, where there
 * is none to tell but an account, by way of signing in. Null when we can't tell: the link was given
 * out under another AUTH_SECRET, or before links could be computed again.
 */
export function ownPage(story: ReachableStory): string | null {
  const token = privateLinkToken(story);
  const { id, storytellerId, privateLinkHash } = story;
  if (privateLinkHash && Buffer.compare(sha256(token), privateLinkHash) === 0) {
    return pageUrl(`/my/${token}`);
  }
  if (!storytellerId) return null;
  return pageUrl(withQuery("/sign-in", { next: localized(`/my/${id}`) }));
}

/** What gives a story another private link, and that link. The same each time it is asked for. */
export function anotherLink({ idempotencyKeyHash, privateLinkNumber }: ReachableStory) {
  const next = privateLinkNumber + 1;
  const token = privateLinkToken({ idempotencyKeyHash, privateLinkNumber: next });
  return {
    link: pageUrl(`/my/${token}`),
    row: { privateLinkNumber: next, privateLinkHash: sha256(token) },
  };
}
