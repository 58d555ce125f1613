import "server-only";
import { moderators } from "#lib/accounts/policy.ts";
import type { Viewer } from "#lib/accounts/viewer.ts";
import type { Transaction } from "#lib/db.ts";

/** The appeal that the next decision on a story answers. */
export function openAppeal(client: Transaction, storyId: string) {
  return client.appeal.findFirst({
    where: { storyId, outcomeId: null, erasedAt: null },
    select: { id: true, text: true, createdAt: true, decision: { select: { moderatorId: true } } },
  });
}

export async function hasOtherModerators(client: Transaction, viewer: Viewer): Promise<boolean> {
  const role = { in: [...moderators] };
  return (await client.user.count({ where: { role, id: { not: viewer.id } } })) > 0;
}
