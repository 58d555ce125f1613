import "server-only";
import type { Viewer } from "#lib/accounts/viewer.ts";
import type { Prisma } from "#lib/generated/prisma/client.ts";
import { canOtherAnswer } from "#lib/moderation/others/queries.ts";
import type { Appealable } from "#lib/moderation/transitions.ts";

/** The appeal against a rejection, or a taking down, that nobody has answered yet. */
export function openAppeal(client: Prisma.TransactionClient, storyId: string, kind: Appealable) {
  return client.appeal.findFirst({
    where: { storyId, outcomeId: null, erasedAt: null, decision: { kind } },
    select: {
      ...{ id: true, storyId: true, text: true, createdAt: true },
      decision: { select: { moderatorId: true } },
    },
  });
}

export type OpenAppeal = NonNullable<Awaited<ReturnType<typeof openAppeal>>>;

/** Whoever decided does not answer the appeal against it, unless no other moderator can. */
export async function mayAnswer(
  client: Prisma.TransactionClient,
  viewer: Viewer,
  appeal: { storyId: string; decision: { moderatorId: string } },
): Promise<boolean> {
  if (appeal.decision.moderatorId !== viewer.id) return true;
  return !(await canOtherAnswer(client, viewer, appeal.storyId));
}
