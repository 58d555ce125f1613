import "server-only";
import { isModerator } from "#lib/accounts/policy.ts";
import type { Viewer } from "#lib/accounts/viewer.ts";
import { beginningOf, endOf } from "#lib/calls/days.ts";
import { Prisma, database } from "#lib/db.ts";
import type { Status } from "#lib/generated/prisma/enums.ts";
import { type BulkItem, type BulkKind, bulkKindsFor } from "#lib/moderation/bulk/schema.ts";
import { type Holding, findHoldings } from "#lib/moderation/claims/queries.ts";
import { readDeciders } from "#lib/moderation/log/queries.ts";
import { isOwnStory } from "#lib/moderation/policy.ts";
import { type QueueItem, readItems } from "#lib/moderation/queries.ts";
import {
  FORMER,
  type Search,
  isTelling,
  patternFor,
  searchSchema,
  wordsOf,
} from "#lib/moderation/search/schema.ts";
import { readCursor, writeCursor } from "#lib/pagination.ts";
import { isStoryId } from "#lib/stories/id.ts";

export const PAGE_SIZE = 50;

/** How much is looked at for one page. */
export type Bounds = {
  /** Words are rare when no more revisions than this have them. */
  rare: number;
  /** For words that are not, so many stories are looked at. */
  lookedAt: number;
};

const bounds: Bounds = { rare: 5_000, lookedAt: 5_000 };

export type FoundStory = QueueItem &
  BulkItem & {
    status: Status;
    /** Its call's title. */
    call: string;
    isOwn: boolean;
    /** What can be decided on it together with others. */
    kinds: BulkKind[];
    /** Who has it open; null when nobody does. */
    heldBy: Holding | null;
    /** Whether what is looked for stands in a version that is not the one shown. */
    inAnotherVersion: boolean;
  };

type Choice = { value: string; label: string };

export type SearchPage = {
  search: Search;
  moderators: Choice[];
  /** The newest first. */
  stories: FoundStory[];
  /** Where the page after this begins; null on the last. */
  older: string | null;
  /** ISO 8601: it was looked no further back than this, so there may be more; null: it was. */
  lookedSince: string | null;
  /** Whether this page is the first. */
  newest: boolean;
};

/**
 * A page of all stories that there are, whatever became of them, newest first. `values` are an
 * address's. Null unless a moderator asks.
 */
export async function searchStories(
  viewer: Viewer | null,
  values: Record<string, unknown>,
  within: Partial<Bounds> = {},
): Promise<SearchPage | null> {
  if (!isModerator(viewer)) return null;
  const moderators = await readDeciders();
  const parsed = searchSchema.parse(values);
  const isChoosable = moderators.some(({ value }) => value === parsed.moderator);
  const search = { ...parsed, moderator: isChoosable ? parsed.moderator : null };
  const cursor = readOlder(values.older);
  const { rows, older, lookedSince } = await find(search, cursor, { ...bounds, ...within });
  const ids = rows.map(({ id }) => id);
  const stories = await readFound(viewer, ids, search);
  return {
    ...{ search, moderators, stories, newest: cursor === null },
    older: older && writeCursor({ publishedAt: older.submittedAt, id: older.id }),
    lookedSince: lookedSince?.toISOString() ?? null,
  };
}

/** A story's place among all that were sent. */
type Row = { id: string; submittedAt: Date };

type Found = {
  rows: Row[];
  /** The last one before the next page. */
  older: Row | null;
  lookedSince: Date | null;
};

function readOlder(value: unknown): Row | null {
  const cursor = typeof value === "string" ? readCursor(value) : null;
  return cursor && { submittedAt: cursor.publishedAt, id: cursor.id };
}

/**
 * Whatever the words, a page looks at a bounded number of stories; only reading the dates of all, to
 * begin with the newest, grows with how many there are. Of 100,000 stories with two revisions each
 * and 115,000 decisions, on two cores that had other work to do, a whole page took in milliseconds
 * (the median and the most of 20 times): nothing at all 34 and, with the first connection, 386; a
 * word that almost all have 54 and 75, one that 1,900 revisions have 54 and 91, none has 12 and 24; two
 * letters that most have 35 and 56, that none has 90 and 130; a byline that 3,000 have 70 and 96;
 * what a moderator of 15,000 decisions decided 42 and 117; 200 characters of wildcards 100 and 244.
 */
async function find(search: Search, cursor: Row | null, within: Bounds): Promise<Found> {
  const { words } = search;
  if (words === null) return toPage(await findNewest(conditionsOf(search, cursor)));
  const [exactly] = isStoryId(words) ? await findNewest([Prisma.sql`s."id" = ${words}`]) : [];
  if (exactly) return { rows: [exactly], older: null, lookedSince: null };
  const has = matches(words);
  const conditions = conditionsOf(search, cursor);
  const isRare = wordsOf(words).some(isTelling) && !(await isCommon(has, within));
  return isRare ? toPage(await findRare(conditions, has)) : findNear(conditions, has, within);
}

/** One row more than a page tells whether there are older ones. */
function toPage(found: Row[]): Found {
  const rows = found.slice(0, PAGE_SIZE);
  const older = found.length > PAGE_SIZE ? (rows.at(-1) ?? null) : null;
  return { rows, older, lookedSince: null };
}

const newestFirst = Prisma.sql`ORDER BY "submittedAt" DESC, "id" DESC`;

function findNewest(conditions: Prisma.Sql[]): Promise<Row[]> {
  return database().prisma.$queryRaw<Row[]>`
    SELECT s."id", s."submittedAt" FROM "Story" s WHERE ${Prisma.join(conditions, " AND ")}
    ${newestFirst} LIMIT ${PAGE_SIZE + 1}`;
}

async function isCommon(has: Prisma.Sql, { rare }: Bounds): Promise<boolean> {
  const [row] = await database().prisma.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS "count"
    FROM (SELECT FROM "Revision" r WHERE ${has} LIMIT ${rare + 1}) few`;
  return (row?.count ?? 0) > rare;
}

/** By the trigrams of the words. Their stories are few, and are known before any is looked at. */
function findRare(conditions: Prisma.Sql[], has: Prisma.Sql): Promise<Row[]> {
  return database().prisma.$queryRaw<Row[]>`
    WITH found AS MATERIALIZED (SELECT r."storyId" FROM "Revision" r WHERE ${has})
    SELECT s."id", s."submittedAt" FROM "Story" s
    WHERE s."id" IN (SELECT "storyId" FROM found) AND ${Prisma.join(conditions, " AND ")}
    ${newestFirst} LIMIT ${PAGE_SIZE + 1}`;
}

/**
 * Words that most stories have, or too short for an index to tell: the newest are looked at one by
 * one until a page is full. Where that takes too long, the page says how far it has come.
 */
async function findNear(
  conditions: Prisma.Sql[],
  has: Prisma.Sql,
  { lookedAt }: Bounds,
): Promise<Found> {
  // An aggregate stays a question for each story: it is not made a join with every revision.
  const rows = await database().prisma.$queryRaw<(Row & { hit: boolean; isEnd: boolean })[]>`
    SELECT "id", "submittedAt", coalesce("hit", false) AS "hit", "at" = ${lookedAt} AS "isEnd" FROM (
      SELECT near.*, row_number() OVER (${newestFirst}) AS "at",
        (SELECT bool_or(${has}) FROM "Revision" r WHERE r."storyId" = near."id") AS "hit"
      FROM (
        SELECT s."id", s."submittedAt" FROM "Story" s WHERE ${Prisma.join(conditions, " AND ")}
        ${newestFirst} LIMIT ${lookedAt}
      ) near
    ) each
    WHERE "hit" OR "at" = ${lookedAt}
    ${newestFirst} LIMIT ${PAGE_SIZE + 1}`;
  const hits = rows.filter(({ hit }) => hit);
  const last = rows.at(-1);
  if (!last?.isEnd || hits.length > PAGE_SIZE) return toPage(hits);
  return { rows: hits, older: last, lookedSince: last.submittedAt };
}

/** Every word in its text, or every word in its byline: of a revision `r`. */
function matches(words: string): Prisma.Sql {
  const patterns = wordsOf(words).map(patternFor);
  const all = (column: Prisma.Sql) =>
    Prisma.join(
      patterns.map((pattern) => Prisma.sql`${column} ILIKE ${pattern}`),
      " AND ",
    );
  return Prisma.sql`((${all(Prisma.sql`r."text"`)}) OR (${all(Prisma.sql`r."bylineName"`)}))`;
}

function conditionsOf(search: Search, cursor: Row | null): Prisma.Sql[] {
  const { status, moderator, from, until } = search;
  const moment = (date: Date) => Prisma.sql`${date.toISOString()}::timestamptz`;
  const conditions = [Prisma.sql`TRUE`];
  if (status) conditions.push(Prisma.sql`s."status" = ${status}::"Status"`);
  if (moderator) conditions.push(Prisma.sql`s."id" IN (${decidedBy(moderator)})`);
  if (from) conditions.push(Prisma.sql`s."submittedAt" >= ${moment(beginningOf(from))}`);
  if (until) conditions.push(Prisma.sql`s."submittedAt" < ${moment(endOf(until))}`);
  if (cursor) {
    conditions.push(
      Prisma.sql`(s."submittedAt", s."id") < (${moment(cursor.submittedAt)}, ${cursor.id})`,
    );
  }
  return conditions;
}

/** What was undone as well: the log has it too. */
function decidedBy(moderator: string): Prisma.Sql {
  if (moderator !== FORMER) {
    return Prisma.sql`SELECT "storyId" FROM "Decision" WHERE "moderatorId" = ${moderator}`;
  }
  return Prisma.sql`SELECT d."storyId" FROM "Decision" d JOIN "User" u ON u."id" = d."moderatorId"
    WHERE u."name" IS NULL AND u."email" IS NULL`;
}

/** These stories as they are listed, in this order. */
async function readFound(viewer: Viewer, ids: string[], search: Search): Promise<FoundStory[]> {
  const { prisma } = database();
  const [items, facts, holdings, shown] = await Promise.all([
    readItems(prisma, ids),
    prisma.story.findMany({
      where: { id: { in: ids } },
      select: {
        ...{ id: true, status: true, latestRevisionId: true, storytellerId: true },
        call: { select: { title: true } },
      },
    }),
    findHoldings(prisma, viewer, ids),
    findShown(ids, search.words),
  ]);
  const byId = new Map(facts.map((row) => [row.id, row]));
  return items.flatMap((item) => {
    const row = byId.get(item.id);
    if (!row) return [];
    const isOwn = isOwnStory(viewer, row);
    const standing = {
      ...{ status: row.status, waiting: item.waitingSince !== null, isOwn },
      appealed: item.waitsFor === "an appeal",
    };
    return {
      ...item,
      ...{ storyId: item.id, revisionId: row.latestRevisionId ?? "", status: row.status, isOwn },
      call: row.call.title,
      kinds: bulkKindsFor(standing),
      heldBy: holdings.get(item.id) ?? null,
      inAnotherVersion: shown !== null && !shown.has(item.id),
    };
  });
}

/** Those whose shown version (`readItems`) is what is looked for; null when it is not for words. */
async function findShown(ids: string[], words: string | null): Promise<Set<string> | null> {
  // One that was found by its id is shown as it is.
  if (words === null || ids.includes(words)) return null;
  const rows = await database().prisma.$queryRaw<{ id: string }[]>`
    SELECT s."id" FROM "Story" s JOIN "Revision" r ON r."id" =
      COALESCE(CASE WHEN s."status" = 'TAKEN_DOWN' THEN s."publishedRevisionId" END, s."latestRevisionId")
    WHERE s."id" = ANY(${ids}::text[]) AND ${matches(words)}`;
  return new Set(rows.map(({ id }) => id));
}
