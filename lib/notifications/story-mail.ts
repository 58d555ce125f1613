import "server-only";
import type { Prisma } from "#lib/generated/prisma/client.ts";
import { env } from "#lib/env.ts";
import { enqueue } from "#lib/jobs/queue.ts";
import { sealAddress } from "#lib/notifications/sealed-address.ts";

/** What a storyteller is told by mail. */
export type StoryEvent =
  { kind: "received" } | { kind: "decided"; decisionId: string } | { kind: "withdrawn" };

/**
 * Has the storyteller told of an event, if they left an address. In the transaction of the event; of
 * a withdrawal before the contact is erased in it, because the address goes along with the job.
 */
export async function mailStoryteller(
  tx: Pick<Prisma.TransactionClient, "contact" | "$queryRaw">,
  storyId: string,
  event: StoryEvent,
): Promise<void> {
  const contact = await tx.contact.findUnique({
    where: { storyId },
    select: { email: true, locale: true },
  });
  if (!contact) return;
  const { kind } = event;
  if (kind === "decided") {
    const { decisionId } = event;
    const runAt = afterUndo();
    const options = { key: decidedKey(decisionId), ...(runAt && { runAt }) };
    await enqueue(tx, "story-mail", { kind, decisionId }, options);
  } else if (kind === "withdrawn") {
    const { email, locale } = contact;
    const payload = { kind, storyId, to: sealAddress(email), locale };
    await enqueue(tx, "story-mail", payload, { key: `withdrawn ${storyId}` });
  } else {
    await enqueue(tx, "story-mail", { kind, storyId }, { key: `received ${storyId}` });
  }
}

export const decidedKey = (decisionId: string) => `decided ${decisionId}`;

/** So that whoever decided at the last moment, and whose clock is slow, still undoes in time. */
const GRACE_SECONDS = 2;

/** Mail about a decision waits until it can't be undone any more. */
function afterUndo(): Date | null {
  const { UNDO_SECONDS } = env();
  return UNDO_SECONDS === 0 ? null : new Date(Date.now() + (UNDO_SECONDS + GRACE_SECONDS) * 1000);
}
