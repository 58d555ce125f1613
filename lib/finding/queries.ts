import "server-only";
import { unstable_cache } from "next/cache";
import { openAt } from "#lib/calls/policy.ts";
import { callsTag } from "#lib/calls/tags.ts";
import { Prisma, database } from "#lib/db.ts";
import { readHeartCursor, writeHeartCursor } from "#lib/finding/heart-cursor.ts";
import { readCursor, writeCursor } from "#lib/pagination.ts";
import { isStoryId, newStoryId } from "#lib/stories/id.ts";
import { type StoryPage, PAGE_SIZE, readCards } from "#lib/stories/queries.ts";
import { everyStoryTag, heartsTag, listingsTag, storiesTag } from "#lib/stories/tags.ts";

/** Bounds how long a page could be wrong if every invalidation were lost. */
const revalidate = 300;

const tags = [listingsTag, storiesTag, everyStoryTag, heartsTag];

type Place = { id: string; publishedAt: Date };

/** One row more than a page tells whether there are older ones. */
async function toPage<Row extends Place>(
  rows: Row[],
  cursorOf: (last: Row) => string,
): Promise<StoryPage> {
  const page = rows.slice(0, PAGE_SIZE);
  const last = page.at(-1);
  return {
    stories: await readCards(page.map(({ id }) => id)),
    older: rows.length > PAGE_SIZE && last ? cursorOf(last) : null,
  };
}

const readList = unstable_cache(
  async (list: string, cursor: string | null) => {
    const after = cursor === null ? null : readCursor(cursor);
    const rows = await database().prisma.$queryRaw<Place[]>`
      SELECT "storyId" AS "id", "publishedAt" FROM "Listing"
      WHERE "list" = ${list} ${after ? isOlder(after) : Prisma.empty}
      ORDER BY "publishedAt" DESC, "storyId" DESC LIMIT ${PAGE_SIZE + 1}`;
    return toPage(rows, writeCursor);
  },
  ["list"],
  { tags, revalidate },
);

const isOlder = ({ publishedAt, id }: Place) =>
  Prisma.sql`AND ("publishedAt", "storyId") < (${publishedAt.toISOString()}::timestamptz, ${id})`;

type Asked = {
  /** A name that `listName` made. */
  list: string;
  cursor: string | null;
};

/** A page of a list, newest first. Null when the value is not a cursor. */
export async function listStories({ list, cursor }: Asked): Promise<StoryPage | null> {
  return cursor === null || readCursor(cursor) ? readList(list, cursor) : null;
}

type Hearted = Place & { hearts: number };

/** Of the last seven days, or of all time. */
export type HeartedSince = "week" | "ever";

const readEver = unstable_cache(
  async (cursor: string | null) => {
    const after = cursor === null ? null : readHeartCursor(cursor);
    const rows = await database().prisma.$queryRaw<Hearted[]>`
      SELECT "storyId" AS "id", "publishedAt", "hearts" FROM "HeartCount"
      WHERE "hearts" > 0 ${after ? isLessHearted(after) : Prisma.empty}
      ORDER BY "hearts" DESC, "publishedAt" DESC, "storyId" DESC LIMIT ${PAGE_SIZE + 1}`;
    return toPage(rows, writeHeartCursor);
  },
  ["hearted"],
  { tags, revalidate },
);

const isLessHearted = ({ hearts, publishedAt, id }: Hearted) => Prisma.sql`
  AND ("hearts", "publishedAt", "storyId") < (${hearts}, ${publishedAt.toISOString()}::timestamptz, ${id})`;

/** A week's list ends somewhere. */
const RANKED = 1_000;

/** Counted for all of its pages at once: each counts every heart of the week. */
const rankWeek = unstable_cache(
  async () => {
    const rows = await database().prisma.$queryRaw<Hearted[]>`
      WITH week AS MATERIALIZED (
        SELECT "storyId", count(*)::int AS "hearts" FROM "Heart"
        WHERE "createdAt" > now() - interval '7 days' GROUP BY "storyId"
      ), least AS (SELECT "hearts" FROM week ORDER BY "hearts" DESC OFFSET ${RANKED - 1} LIMIT 1)
      SELECT p."id", p."publishedAt", week."hearts" FROM week, LATERAL (
        -- One by one: a join would go through all stories.
        SELECT "id", "publishedAt" FROM "PublishedStory" WHERE "id" = week."storyId" LIMIT 1
      ) p
      WHERE week."hearts" >= COALESCE((SELECT "hearts" FROM least), 1)
      ORDER BY week."hearts" DESC, p."publishedAt" DESC, p."id" DESC LIMIT ${RANKED}`;
    return rows.map((row) => writeHeartCursor(row));
  },
  ["hearted-this-week"],
  { tags, revalidate: 60 },
);

/** Pages begin after a story of the list; one that is no longer in it begins at its place. */
const readWeek = unstable_cache(
  async (cursor: string | null) => {
    const ranked = (await rankWeek()).flatMap((place) => readHeartCursor(place) ?? []);
    const after = cursor === null ? null : readHeartCursor(cursor);
    return toPage(
      after ? ranked.filter((place) => comesAfter(place, after)) : ranked,
      writeHeartCursor,
    );
  },
  ["hearted-this-week-page"],
  { tags, revalidate: 60 },
);

function comesAfter(place: Hearted, after: Hearted): boolean {
  if (place.hearts !== after.hearts) return place.hearts < after.hearts;
  const later = place.publishedAt.getTime() - after.publishedAt.getTime();
  return later === 0 ? place.id < after.id : later < 0;
}

/** A page of the most hearted stories. Null when the value is not a cursor of theirs. */
export async function listHearted(
  since: HeartedSince,
  cursor: string | null,
): Promise<StoryPage | null> {
  if (cursor !== null && !readHeartCursor(cursor)) return null;
  return since === "week" ? readWeek(cursor) : readEver(cursor);
}

/** Of so many after a place, in the order of ids, one is picked: else the one after a gap always would be. */
const NEIGHBOURS = 50;

/** A published story at random, near a place that nobody chooses; null when there is none. */
export async function pickAny(place = newStoryId()): Promise<string | null> {
  const { prisma } = database();
  // After the last id comes the first.
  const [row] = await prisma.$queryRaw<{ id: string }[]>`
    SELECT "id" FROM (
      (SELECT "id", 1 AS turn FROM "PublishedStory" WHERE "id" >= ${place}
        ORDER BY "id" LIMIT ${NEIGHBOURS})
      UNION ALL
      (SELECT "id", 2 FROM "PublishedStory" WHERE "id" < ${place} ORDER BY "id" LIMIT ${NEIGHBOURS})
      ORDER BY turn, "id" LIMIT ${NEIGHBOURS}
    ) AS near ORDER BY random() LIMIT 1`;
  return row?.id ?? null;
}

/** A heading that stories of one or several calls stand under. */
export type Heading = { title: string };

/** Null when no call has a theme of this slug. Calls that share one share its list. */
export const findTheme = unstable_cache(
  async (slug: string): Promise<Heading | null> =>
    database().prisma.theme.findFirst({
      where: { slug, call: { opensAt: { lte: new Date() } } },
      orderBy: { call: { opensAt: "desc" } },
      select: { title: true },
    }),
  ["theme"],
  { tags: [callsTag], revalidate: 60 },
);

export type CallHeading = Heading & {
  slug: string;
  prompt: string;
  hashtag: string | null;
  open: boolean;
  themes: { slug: string; title: string }[];
};

/** A call that has opened, closed since or not. */
export const findCall = unstable_cache(
  async (slug: string): Promise<CallHeading | null> => {
    const now = new Date();
    const { prisma } = database();
    const call = await prisma.call.findFirst({
      where: { slug, opensAt: { lte: now } },
      select: {
        slug: true,
        title: true,
        prompt: true,
        hashtag: true,
        themes: { select: { slug: true, title: true }, orderBy: { position: "asc" } },
      },
    });
    if (!call) return null;
    const open = (await prisma.call.count({ where: { slug, ...openAt(now) } })) > 0;
    return { ...call, open };
  },
  ["call"],
  { tags: [callsTag], revalidate: 60 },
);

/** So many of the newest under the same heading are compared. */
const CANDIDATES = 200;
const ALIKE = 3;

/** The stories before and after one in the feed, and up to three that are like it. */
export type Around = { earlier: string | null; later: string | null; alike: StoryPage["stories"] };

export async function getAround(id: string): Promise<Around> {
  if (!isStoryId(id)) return { earlier: null, later: null, alike: [] };
  return readAround(id);
}

const readAround = unstable_cache(
  async (id: string): Promise<Around> => {
    const { prisma } = database();
    const [earlier, later, alike] = await Promise.all([
      prisma.$queryRaw<{ id: string }[]>`
        SELECT near."id" FROM "PublishedStory" here, LATERAL (
          SELECT "id" FROM "PublishedStory" WHERE ("publishedAt", "id") < (here."publishedAt", here."id")
          ORDER BY "publishedAt" DESC, "id" DESC LIMIT 1) near
        WHERE here."id" = ${id}`,
      prisma.$queryRaw<{ id: string }[]>`
        SELECT near."id" FROM "PublishedStory" here, LATERAL (
          SELECT "id" FROM "PublishedStory" WHERE ("publishedAt", "id") > (here."publishedAt", here."id")
          ORDER BY "publishedAt", "id" LIMIT 1) near
        WHERE here."id" = ${id}`,
      findAlike(id),
    ]);
    return { earlier: earlier[0]?.id ?? null, later: later[0]?.id ?? null, alike };
  },
  ["around"],
  { tags, revalidate },
);

/** Of the newest under the same theme, or else of the same call, those whose words are most alike. */
async function findAlike(id: string): Promise<StoryPage["stories"]> {
  const rows = await database().prisma.$queryRaw<{ id: string }[]>`
    WITH here AS MATERIALIZED (
      SELECT ARRAY(
        SELECT word FROM unnest(tsvector_to_array("words")) word WHERE length(word) > 3
      ) AS "told", (SELECT "list" FROM "Listing" WHERE "storyId" = ${id}
        AND "list" ~ '^(theme|call):' ORDER BY "list" DESC LIMIT 1) AS "list"
      FROM "PublishedStory" WHERE "id" = ${id}
    )
    SELECT p."id" FROM here, LATERAL (
      SELECT "storyId" FROM "Listing" WHERE "list" = here."list"
      ORDER BY "publishedAt" DESC LIMIT ${CANDIDATES}
    ) near JOIN "PublishedStory" p ON p."id" = near."storyId"
    WHERE p."id" <> ${id}
    ORDER BY (SELECT count(*) FROM unnest(tsvector_to_array(p."words")) word
        WHERE word = ANY(here."told")) DESC,
      p."publishedAt" DESC, p."id" DESC
    LIMIT ${ALIKE}`;
  return readCards(rows.map((row) => row.id));
}
