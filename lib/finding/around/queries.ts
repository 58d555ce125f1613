import "server-only";
import { unstable_cache } from "next/cache";
import { database } from "#lib/db.ts";
import { revalidate, tags } from "#lib/finding/queries.ts";
import { isStoryId, newStoryId } from "#lib/stories/id.ts";
import { type StoryPage, readCards } from "#lib/stories/queries.ts";

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
