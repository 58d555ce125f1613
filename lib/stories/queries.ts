import "server-only";
import { unstable_cache } from "next/cache";
import type { Viewer } from "#lib/accounts/viewer.ts";
import type { ContentWarning, WarningSlug } from "#lib/content-warnings/list.ts";
import { toContentWarnings, toWarningValues } from "#lib/content-warnings/schema.ts";
import { type Prisma, type Transaction, database } from "#lib/db.ts";
import type { DecisionKind, Status } from "#lib/generated/prisma/enums.ts";
import { readReasons } from "#lib/moderation/reasons/queries.ts";
import { readCursor, writeCursor } from "#lib/pagination.ts";
import { isStoryId } from "#lib/stories/id.ts";
import { published } from "#lib/stories/policy.ts";
import { countMiss } from "#lib/stories/own/guesses.ts";
import { canChange } from "#lib/stories/own/policy.ts";
import type { Visit } from "#lib/stories/own/visit.ts";
import { ownStoryAt } from "#lib/stories/private-link.ts";
import { baseOf, warningsToChange } from "#lib/stories/revision.ts";
import { type WordsValues, emptyWords } from "#lib/stories/schema.ts";
import { everyStoryTag, heartsTag, listingsTag, storiesTag, storyTag } from "#lib/stories/tags.ts";

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
  picture: StoryPicture | null;
  warnings: ContentWarning[];
  /** Readers have reported it so often that it stands behind a gate, whatever its warnings. */
  gated: boolean;
  /** ISO 8601. */
  publishedAt: string;
  /** At most half a minute ago: server/heart-counts.ts. */
  hearts: number;
  /** BCP 47; null where it is not known. */
  language: string | null;
};

/** `width` and `height` are those of its largest rendition, in pixels. */
export type StoryPicture = { id: string; width: number; height: number; alt: string };

/** What is shown of a revision, wherever it is shown. */
export const revisionFields = {
  text: true,
  weight: true,
  bylineName: true,
  bylineRole: true,
  theme: { select: { slug: true, title: true } },
  picture: { select: { id: true, width: true, height: true } },
  pictureAlt: true,
} as const satisfies Prisma.RevisionSelect;

type RevisionRow = Prisma.RevisionGetPayload<{ select: typeof revisionFields }>;

/** The same, with the picture and its words together. */
export function toShown<Row extends RevisionRow>({ picture, pictureAlt, ...rest }: Row) {
  return { ...rest, picture: picture && { ...picture, alt: pictureAlt ?? "" } };
}

export const warningFields = { select: { warning: true, intensity: true } } as const;

type Approval = { kind: DecisionKind; revisionId: string; warnings: unknown };

/**
 * A revision with the content warnings that it was approved with, where it was: a moderator may have
 * set others than its storyteller. `decisions` are the oldest first.
 */
export function asApproved<Row extends { id: string; warnings: { warning: string }[] }>(
  revision: Row,
  decisions: readonly Approval[],
): Row {
  const approval = decisions.findLast(
    ({ kind, revisionId }) =>
      (kind === "APPROVE" || kind === "SET_WARNINGS") && revisionId === revision.id,
  );
  return approval ? { ...revision, warnings: approval.warnings as Row["warnings"] } : revision;
}

const cardFields = {
  id: true,
  publishedAt: true,
  gatedAt: true,
  publishedRevision: { select: revisionFields },
  warnings: warningFields,
  asPublished: { select: { language: true, heartCount: { select: { hearts: true } } } },
} as const satisfies Prisma.StorySelect;

/** Rows of warnings in the order of the list, which is how they are shown. */
export function inListOrder(rows: { warning: string; intensity: ContentWarning["intensity"] }[]) {
  return toContentWarnings(
    toWarningValues(rows as { warning: WarningSlug; intensity: ContentWarning["intensity"] }[]),
  );
}

type CardRow = Prisma.StoryGetPayload<{ select: typeof cardFields }>;

function toCard(row: CardRow): StoryCard {
  const { id, publishedAt, gatedAt, publishedRevision, warnings, asPublished } = row;
  // A CHECK in the database says that a published story has both.
  if (!publishedRevision || !publishedAt)
    throw new Error(`Story ${id} is published without words.`);
  return {
    id,
    ...toShown(publishedRevision),
    warnings: inListOrder(warnings),
    gated: gatedAt !== null,
    publishedAt: publishedAt.toISOString(),
    hearts: asPublished?.heartCount?.hearts ?? 0,
    language: asPublished?.language ?? null,
  };
}

/** Published stories by their ids, in this order, without those that are no longer. */
export async function readCards(
  ids: string[],
  client: Transaction = database().prisma,
): Promise<StoryCard[]> {
  const where = { id: { in: ids }, ...published };
  const rows = await client.story.findMany({ where, select: cardFields });
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => byId.get(id) ?? []).map(toCard);
}

/** Stories, and where the page after them begins; null on the last. */
export type StoryPage = { stories: StoryCard[]; older: string | null };

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
  { tags: [storiesTag, everyStoryTag, heartsTag, listingsTag], revalidate },
);

/** A page of the feed, from the start or after a cursor. Null when the value is not a cursor. */
export async function listPublishedStories(cursor: string | null): Promise<StoryPage | null> {
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
    { tags: [storyTag(id), everyStoryTag, listingsTag], revalidate },
  );
  return read();
}

/** What the form to change a story begins with. */
export type StoryForChange = {
  id: string;
  status: Status;
  /** False: it can't be changed as it stands. */
  open: boolean;
  /** What it changes, as `baseOf` says. */
  base: string;
  values: WordsValues;
  picture: { id: string; width: number; height: number } | null;
  themes: { slug: string; title: string }[];
  /** What a moderator asked for or said last, if they did. */
  asked: { kind: DecisionKind; reason: string | null; message: string | null } | null;
};

/** One's own story, to change it. Null when there is none. */
export async function getStoryForChange({
  viewer,
  way,
  address,
}: Visit): Promise<StoryForChange | null> {
  const where = ownStoryAt(viewer, way);
  if (!where) return null;
  const row = await database().prisma.story.findFirst({
    where,
    select: {
      id: true,
      status: true,
      waitingSince: true,
      warnings: warningFields,
      latestRevisionId: true,
      publishedRevisionId: true,
      call: {
        select: { themes: { select: { slug: true, title: true }, orderBy: { position: "asc" } } },
      },
      latestRevision: {
        select: {
          ...revisionFields,
          id: true,
          subject: true,
          subjectConsent: true,
          warnings: warningFields,
          decisions: {
            where: { undoneAt: null },
            orderBy: { createdAt: "desc" },
            take: 1,
            select: { kind: true, reason: true, message: true },
          },
        },
      },
    },
  });
  if (!row) await countMiss(address);
  if (!row?.latestRevision) return null;
  const { latestRevision: latest } = row;
  const [decision] = latest.decisions;
  const reasons = await readReasons();
  return {
    id: row.id,
    status: row.status,
    open: canChange({ status: row.status, waiting: row.waitingSince !== null }),
    base: baseOf(latest),
    values: {
      ...emptyWords,
      text: latest.text,
      ...toWarningValues(inListOrder(warningsToChange(row, latest))),
      bylineName: latest.bylineName ?? "",
      bylineRole: latest.bylineRole ?? "",
      theme: latest.theme?.slug ?? "",
      subject: latest.subject ?? "",
      subjectConsent: latest.subjectConsent ?? "",
      pictureId: latest.picture?.id ?? "",
      pictureAlt: latest.pictureAlt ?? "",
    },
    picture: latest.picture,
    themes: row.call.themes,
    asked:
      decision?.kind === "ASK_FOR_CHANGES" || decision?.kind === "REJECT"
        ? { ...decision, reason: reasons.get(decision.reason ?? "")?.message ?? null }
        : null,
  };
}

/** What a change would be of now. */
export async function latestBaseOf(viewer: Viewer | null, way: string): Promise<string | null> {
  const where = ownStoryAt(viewer, way);
  if (!where) return null;
  const row = await database().prisma.story.findFirst({
    where,
    select: { latestRevision: { select: { id: true, bylineName: true, bylineRole: true } } },
  });
  return row?.latestRevision ? baseOf(row.latestRevision) : null;
}
