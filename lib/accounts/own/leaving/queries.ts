import "server-only";
import { LISTED } from "#lib/accounts/own/leaving/schema.ts";
import {
  type ListedStory,
  listedFields,
  newestFirst,
  toListed,
} from "#lib/accounts/own/queries.ts";
import type { Viewer } from "#lib/accounts/viewer.ts";
import { database } from "#lib/db.ts";

/** What someone who deletes their account has to decide on, and what stays all the same. */
export type Leave = {
  /** The newest of those that are not withdrawn. */
  stories: ListedStory[];
  /** How many more there are. */
  unlisted: number;
  /** Must make someone else an admin first. */
  isLastAdmin: boolean;
  /** Made decisions, which stay, without their name. */
  hasDecided: boolean;
};

export async function getLeave(viewer: Viewer | null): Promise<Leave | null> {
  if (!viewer) return null;
  const { prisma } = database();
  const where = { storytellerId: viewer.id, status: { not: "WITHDRAWN" } } as const;
  const [rows, count, otherAdmins, decision] = await Promise.all([
    prisma.story.findMany({
      where,
      orderBy: [...newestFirst],
      take: LISTED,
      select: listedFields,
    }),
    prisma.story.count({ where }),
    prisma.user.count({ where: { role: "ADMIN", id: { not: viewer.id } } }),
    prisma.decision.findFirst({ where: { moderatorId: viewer.id }, select: { id: true } }),
  ]);
  return {
    stories: rows.map(toListed),
    unlisted: count - rows.length,
    isLastAdmin: viewer.role === "ADMIN" && otherAdmins === 0,
    hasDecided: decision !== null,
  };
}
