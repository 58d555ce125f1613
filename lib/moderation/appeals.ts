import "server-only";
import { moderators } from "#lib/accounts/policy.ts";
import type { Viewer } from "#lib/accounts/viewer.ts";
import type { Prisma } from "#lib/generated/prisma/client.ts";

/** The appeal that the next decision on a story answers. */
export function openAppeal(client: Prisma.TransactionClient, storyId: string) {
  return client.appeal.findFirst({
    where: { storyId, outcomeId: null, erasedAt: null },
    select: { id: true, text: true, createdAt: true, decision: { select: { moderatorId: true } } },
  });
}

export async function hasOtherModerators(
  client: Prisma.TransactionClient,
  viewer: Viewer,
): Promise<boolean> {
  const role = { in: [...moderators] };
  return (await client.user.count({ where: { role, id: { not: viewer.id } } })) > 0;
}
