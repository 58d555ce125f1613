import "server-only";
import { database } from "#lib/db.ts";
import { readerHash } from "#lib/reactions/reader-hash.ts";
import { isStoryId } from "#lib/stories/id.ts";

/** How many hearts a story has, and whether one of them is the reader's. */
export type Hearts = { hearts: number; mine: boolean };

/** As they are this moment. Null for a story that is not published. */
export async function readHearts(storyId: string, reader: string | null): Promise<Hearts | null> {
  if (!isStoryId(storyId)) return null;
  const hash = reader === null ? null : readerHash(storyId, reader);
  const [found] = await database().prisma.$queryRaw<Hearts[]>`
    SELECT "hearts",
      EXISTS (SELECT FROM "Heart" WHERE "storyId" = ${storyId} AND "readerHash" = ${hash}) AS mine
    FROM "HeartCount" WHERE "storyId" = ${storyId}`;
  return found ?? null;
}
