import "server-only";
import type { Prisma } from "#lib/generated/prisma/client.ts";
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
  const contact = await tx.contact.findUnique({ where: { storyId }, select: { email: true } });
  if (!contact) return;
  const { kind } = event;
  if (kind === "decided") {
    const { decisionId } = event;
    await enqueue(tx, "story-mail", { kind, decisionId }, { key: `decided ${decisionId}` });
  } else if (kind === "withdrawn") {
    const to = sealAddress(contact.email);
    await enqueue(tx, "story-mail", { kind, storyId, to }, { key: `withdrawn ${storyId}` });
  } else {
    await enqueue(tx, "story-mail", { kind, storyId }, { key: `received ${storyId}` });
  }
}
