import "server-only";
import { moderators } from "#lib/accounts/policy.ts";
import type { Viewer } from "#lib/accounts/viewer.ts";
import type { Prisma } from "#lib/generated/prisma/client.ts";
import type { Appealable } from "#lib/moderation/transitions.ts";

/** The appeal against a rejection, or a taking down, that nobody has answered yet. */
export function openAppeal(client: Prisma.TransactionClient, storyId: string, kind: Appealable) {
  return client.appeal.findFirst({
    where: { storyId, outcomeId: null, erasedAt: null, decision: { kind } },
    select: { id: true, text: true, createdAt: true, decision: { select: { moderatorId: true } } },
  });
}

export type OpenAppeal = NonNullable<Awaited<ReturnType<typeof openAppeal>>>;

/** Whoever decided does not answer the appeal against it, unless there is no other moderator. */
export async function mayAnswer(
  client: Prisma.TransactionClient,
  viewer: Viewer,
  appeal: { decision: { moderatorId: string } },
): Promise<boolean> {
  if (appeal.decision.moderatorId !== viewer.id) return true;
  const role = { in: [...moderators] };
  return (await client.user.count({ where: { role, id: { not: viewer.id } } })) === 0;
}
