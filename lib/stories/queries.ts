import "server-only";
import { unstable_cache } from "next/cache";
import type { ContentWarning, WarningSlug } from "#lib/content-warnings/list.ts";
import { toContentWarnings, toWarningValues } from "#lib/content-warnings/schema.ts";
import { type Prisma, database } from "#lib/db.ts";
import type { DecisionKind, Status } from "#lib/generated/prisma/enums.ts";
import { findReason } from "#lib/moderation/reasons.ts";
import { readCursor, writeCursor } from "#lib/pagination.ts";
import { isStoryId } from "#lib/stories/id.ts";
import { published } from "#lib/stories/policy.ts";
import { privateLinkHash } from "#lib/stories/private-link.ts";
import { everyStoryTag, storiesTag, storyTag } from "#lib/stories/tags.ts";

export const PAGE_SIZE = 20;

/** Bounds how long a page could be wrong if every invalidation were lost. */
const revalidate = 300;

export type StoryCard = {
  id: string;
  text: string;
  weight: number;
  bylineName: string | null;
  bylineRole: string | null;
  theme: { slug: string; title: string } | null;
  warnings: ContentWarning[];
  /** ISO 8601. */
  publishedAt: string;
};

/** What is shown of a revision, wherever it is shown. */
export const revisionFields = {
  text: true,
  weight: true,
  bylineName: true,
  bylineRole: true,
  theme: { select: { slug: true, title: true } },
} as const satisfies Prisma.RevisionSelect;

export const warningFields = { select: { warning: true, intensity: true } } as const;

const cardFields = {
  id: true,
  publishedAt: true,
  publishedRevision: { select: revisionFields },
  warnings: warningFields,
} as const satisfies Prisma.StorySelect;

/** Rows of warnings in the order of the list, which is how they are shown. */
export function inListOrder(rows: { warning: string; intensity: ContentWarning["intensity"] }[]) {
  return toContentWarnings(
    toWarningValues(rows as { warning: WarningSlug; intensity: ContentWarning["intensity"] }[]),
  );
}

type CardRow = Prisma.StoryGetPayload<{ select: typeof cardFields }>;

function toCard({ id, publishedAt, publishedRevision, warnings }: CardRow): StoryCard {
  // A CHECK in the database says that a published story has both.
  if (!publishedRevision || !publishedAt)
    throw new Error(`Story ${id} is published without words.`);
  return {
    id,
    ...publishedRevision,
    warnings: inListOrder(warnings),
    publishedAt: publishedAt.toISOString(),
  };
}

/** The feed, newest first; one row more than a page tells whether there are older ones. */
const readFeed = unstable_cache(
  async (cursor: string | null) => {
    const after = cursor === null ? null : readCursor(cursor);
    const rows = await database().prisma.story.findMany({
      where: {
        ...published,
        // The first condition is the index range, the second steps past ties in time.
        ...(after && {
          publishedAt: { lte: after.publishedAt },
          OR: [{ publishedAt: { lt: after.publishedAt } }, { id: { lt: after.id } }],
        }),
      },
      orderBy: [{ publishedAt: "desc" }, { id: "desc" }],
      take: PAGE_SIZE + 1,
      select: cardFields,
    });
    const page = rows.slice(0, PAGE_SIZE);
    const last = page.at(-1);
    const older =
      rows.length > PAGE_SIZE && last?.publishedAt
        ? writeCursor({ publishedAt: last.publishedAt, id: last.id })
        : null;
    return { stories: page.map(toCard), older };
  },
  ["feed"],
  { tags: [storiesTag, everyStoryTag], revalidate },
);

/** A page of the feed, from the start or after a cursor. Null when the value is not a cursor. */
export async function listPublishedStories(
  cursor: string | null,
): Promise<{ stories: StoryCard[]; older: string | null } | null> {
  return cursor === null || readCursor(cursor) ? readFeed(cursor) : null;
}

/** A published story; null for any other, whatever the reason. */
export async function getPublishedStory(id: string): Promise<StoryCard | null> {
  if (!isStoryId(id)) return null;
  const read = unstable_cache(
    async () => {
      const row = await database().prisma.story.findFirst({
        where: { id, ...published },
        select: cardFields,
      });
      return row && toCard(row);
    },
    ["story", id],
    { tags: [storyTag(id), everyStoryTag], revalidate },
  );
  return read();
}

export type OwnStory = Omit<StoryCard, "publishedAt"> & {
  status: Status;
  submittedAt: string;
  publishedAt: string | null;
  withdrawnAt: string | null;
  /** Oldest first, without who decided. */
  decisions: {
    kind: DecisionKind;
    reason: string | null;
    message: string | null;
    decidedAt: string;
  }[];
};

/** The story that a private link is for. Never cached. */
export async function getOwnStory(token: string): Promise<OwnStory | null> {
  const hash = privateLinkHash(token);
  if (!hash) return null;
  const row = await database().prisma.story.findUnique({
    where: { privateLinkHash: hash },
    select: {
      id: true,
      status: true,
      submittedAt: true,
      publishedAt: true,
      withdrawnAt: true,
      latestRevision: { select: revisionFields },
      warnings: warningFields,
      decisions: {
        select: { kind: true, reason: true, message: true, createdAt: true },
        orderBy: { createdAt: "asc" },
      },
    },
  });
  if (!row?.latestRevision) return null;
  return {
    id: row.id,
    status: row.status,
    ...row.latestRevision,
    warnings: inListOrder(row.warnings),
    submittedAt: row.submittedAt.toISOString(),
    publishedAt: row.publishedAt?.toISOString() ?? null,
    withdrawnAt: row.withdrawnAt?.toISOString() ?? null,
    decisions: row.decisions.map(({ kind, reason, message, createdAt }) => ({
      kind,
      reason: findReason(reason)?.message ?? null,
      message,
      decidedAt: createdAt.toISOString(),
    })),
  };
}
