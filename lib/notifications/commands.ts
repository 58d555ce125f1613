import "server-only";
import { randomUUID } from "node:crypto";
import { database } from "#lib/db.ts";
import * as mail from "#lib/generated/messages/mail.ts";
import { enqueue } from "#lib/jobs/queue.ts";
import { type ReachableStory, anotherLink } from "#lib/notifications/own-page.ts";
import { sealAddress } from "#lib/notifications/sealed-address.ts";
import { storyOfStopToken } from "#lib/notifications/stop-link.ts";
import { type Limit, addressKey, consume, inAWhile } from "#lib/rate-limit.ts";
import { type Failure, type Result, failure, success } from "#lib/result.ts";
import { keyed } from "#lib/secrets.ts";

/** Stops all mail about a story by erasing the address. Stopping twice is stopping once. */
export async function stopMail(token: string): Promise<Result<null>> {
  const storyId = storyOfStopToken(token);
  if (!storyId) return failure("not-found", mail.stopNothing());
  await database().prisma.contact.deleteMany({ where: { storyId } });
  return success(null);
}

type LinkRequest = {
  email: string;
  /** The client's, for the limit. */
  address: string;
};

/**
 * Has the private links of an address mailed to it. Whether any story has this address is looked up
 * later, by the worker: what is done and answered here is the same either way.
 */
export async function requestLostLinks(asked: LinkRequest): Promise<Result<null>> {
  const refused = await countRequest(asked);
  if (refused) return refused;
  const { email } = asked;
  await database().prisma.$transaction((tx) =>
    enqueue(
      tx,
      "lost-link-mail",
      { request: randomUUID(), to: sealAddress(email) },
      // Asked for again before it was sent, it is one mail.
      { key: `lost-link ${keyed("lost-link", email).toString("base64url")}` },
    ),
  );
  return success(null);
}

/**
 * Makes `anotherLink` the link of a story, once it has been mailed to `email`. Nothing happens when
 * the story was claimed, withdrawn or given another link or address meanwhile.
 */
export async function replaceLink(story: ReachableStory, email: string): Promise<void> {
  const { id, privateLinkNumber, privateLinkHash } = story;
  await database().prisma.story.updateMany({
    where: {
      id,
      privateLinkNumber,
      privateLinkHash: privateLinkHash && Buffer.from(privateLinkHash),
      contact: { email }, // a withdrawn one has none
    },
    data: anotherLink(story).row,
  });
}

/** Counts until the first limit refuses: what is refused must cost the recipient nothing. */
async function countRequest({ email, address }: LinkRequest): Promise<Failure | null> {
  const place = addressKey(address);
  const limits: [Limit, string][] = [
    ["lost-link-address", place],
    ["lost-link-recipient", `${email} ${place}`],
    ["lost-link-mailbox", email],
  ];
  for (const [limit, key] of limits) {
    const count = await consume(limit, key);
    if (count.ok) continue;
    const when = inAWhile(count.retryAfterSeconds);
    return failure("rate-limited", mail.lostLinkMany({ when }));
  }
  return null;
}

/** How long an address is kept after the last decision on its story. */
const KEPT_DAYS = 90;

/**
 * Erases the addresses of stories that nothing was decided on for 90 days, nor is anything waiting to
 * be. One that was given later is kept for as long. Answers how many.
 */
export async function eraseOldContacts(now: Date): Promise<number> {
  const end = new Date(now.getTime() - KEPT_DAYS * 24 * 60 * 60_000);
  const { count } = await database().prisma.contact.deleteMany({
    where: {
      createdAt: { lte: end },
      story: { waitingSince: null, decisions: { none: { createdAt: { gt: end } } } },
    },
  });
  return count;
}
