import "server-only";
import { firstLine } from "#lib/accounts/own/first-line.ts";
import type { Viewer } from "#lib/accounts/viewer.ts";
import type { ContentWarning } from "#lib/content-warnings/list.ts";
import { type Prisma, database } from "#lib/db.ts";
import type { Role, Status } from "#lib/generated/prisma/enums.ts";
import { readCursor, writeCursor } from "#lib/pagination.ts";
import { inListOrder, warningFields } from "#lib/stories/queries.ts";

export const PAGE_SIZE = 20;

/** A story in its storyteller's own list. */
export type ListedStory = {
  id: string;
  status: Status;
  /** Whether something of it waits for a moderator. */
  waits: boolean;
  /** Empty once it is withdrawn. */
  firstLine: string;
  warnings: ContentWarning[];
  /** ISO 8601. */
  submittedAt: string;
};

export const listedFields = {
  id: true,
  status: true,
  waitingSince: true,
  submittedAt: true,
  latestRevision: { select: { text: true } },
  warnings: warningFields,
} as const satisfies Prisma.StorySelect;

export const newestFirst = [{ submittedAt: "desc" }, { id: "desc" }] as const;

type ListedRow = Prisma.StoryGetPayload<{ select: typeof listedFields }>;

export function toListed({ id, status, latestRevision, ...row }: ListedRow): ListedStory {
  return {
    id,
    status,
    waits: row.waitingSince !== null,
    firstLine: firstLine(latestRevision?.text ?? ""),
    warnings: inListOrder(row.warnings),
    submittedAt: row.submittedAt.toISOString(),
  };
}

export type OwnStories = { stories: ListedStory[]; older: string | null };

/** A page of the viewer's stories, newest first. Null for nobody, or when the value is no cursor. */
export async function listOwnStories(
  viewer: Viewer | null,
  cursor: string | null,
): Promise<OwnStories | null> {
  // A cursor is a moment and an id, here of the sending.
  const after = cursor === null ? null : readCursor(cursor);
  if (!viewer || (cursor !== null && !after)) return null;
  const rows = await database().prisma.story.findMany({
    where: {
      storytellerId: viewer.id,
      ...(after && {
        submittedAt: { lte: after.publishedAt },
        OR: [{ submittedAt: { lt: after.publishedAt } }, { id: { lt: after.id } }],
      }),
    },
    orderBy: [...newestFirst],
    take: PAGE_SIZE + 1,
    select: listedFields,
  });
  const page = rows.slice(0, PAGE_SIZE);
  const last = page.at(-1);
  const older =
    rows.length > PAGE_SIZE && last
      ? writeCursor({ publishedAt: last.submittedAt, id: last.id })
      : null;
  return { stories: page.map(toListed), older };
}

export type OwnAccount = {
  name: string | null;
  email: string | null;
  role: Role;
  /** ISO 8601. */
  since: string;
};

/** Null for nobody. */
export async function getOwnAccount(viewer: Viewer | null): Promise<OwnAccount | null> {
  if (!viewer) return null;
  const user = await database().prisma.user.findUnique({
    where: { id: viewer.id },
    select: { name: true, email: true, role: true, createdAt: true },
  });
  if (!user) return null;
  const { createdAt, ...account } = user;
  return { ...account, since: createdAt.toISOString() };
}
