import "server-only";
import { unstable_cache } from "next/cache";
import { Prisma, database } from "#lib/db.ts";
import { type HeartCursor, readHeartCursor, writeHeartCursor } from "#lib/finding/heart-cursor.ts";
import { type Asked, type Step, mostHearted, stepOf } from "#lib/finding/order.ts";
import { type StoryStretch, readStories, revalidate, tags } from "#lib/finding/queries.ts";
import { type StoryPage, PAGE_SIZE, readCards } from "#lib/stories/queries.ts";

/** Of the last seven days, or of all time. */
export type HeartedSince = "week" | "ever";

const readEver = unstable_cache(
  (step: Step) =>
    readStories(
      Prisma.sql`SELECT "storyId" AS "id", "publishedAt", "hearts" FROM "HeartCount" WHERE "hearts" > 0`,
      mostHearted,
      step,
    ),
  ["hearted"],
  { tags, revalidate },
);

/** A page of the most hearted stories of all time. Null when the value is not a cursor of theirs. */
export async function listMostHearted(asked: Asked): Promise<StoryStretch | null> {
  const step = stepOf(mostHearted, asked);
  return step && readEver(step);
}

/** A week's list ends somewhere. */
const RANKED = 1_000;

/** Counted for all of its pages at once: it counts every heart of the week. */
const rankWeek = unstable_cache(
  async () => {
    const rows = await database().prisma.$queryRaw<HeartCursor[]>`
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

const readWeeksCards = unstable_cache(
  (ids: string[]) => readCards(ids),
  ["hearted-this-week-cards"],
  { tags, revalidate: 60 },
);

/**
 * Pages begin after a story of the list; one that is no longer in it begins at its place. Not kept as
 * a whole: what is kept within what is kept is read anew each time.
 */
async function readWeek(cursor: string | null): Promise<StoryPage> {
  const ranked = (await rankWeek()).flatMap((place) => readHeartCursor(place) ?? []);
  const after = cursor === null ? null : readHeartCursor(cursor);
  const rows = after ? ranked.filter((place) => comesAfter(place, after)) : ranked;
  const page = rows.slice(0, PAGE_SIZE);
  const last = page.at(-1);
  return {
    stories: await readWeeksCards(page.map(({ id }) => id)),
    older: rows.length > PAGE_SIZE && last ? writeHeartCursor(last) : null,
  };
}

function comesAfter(place: HeartCursor, after: HeartCursor): boolean {
  if (place.hearts !== after.hearts) return place.hearts < after.hearts;
  const later = place.publishedAt.getTime() - after.publishedAt.getTime();
  return later === 0 ? place.id < after.id : later < 0;
}

/** A page of the most hearted stories. Null when the value is not a cursor of theirs. */
export async function listHearted(
  since: HeartedSince,
  cursor: string | null,
): Promise<StoryPage | null> {
  if (since === "ever") return listMostHearted({ cursor });
  return cursor === null || readHeartCursor(cursor) ? readWeek(cursor) : null;
}
