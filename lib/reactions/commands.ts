import "server-only";
import { database } from "#lib/db.ts";
import * as reading from "#lib/generated/messages/reading.ts";
import { type Hearts, readHearts } from "#lib/reactions/queries.ts";
import { readerHash } from "#lib/reactions/reader-hash.ts";
import { addressKey, consume, inAWhile } from "#lib/rate-limit.ts";
import { type Result, failure, success } from "#lib/result.ts";
import { env } from "#lib/env.ts";
import { isStoryId } from "#lib/stories/id.ts";
import { makeTurns } from "#lib/turns.ts";

const unknown = () => failure("not-found", reading.noSuchStory());

type Asked = {
  storyId: string;
  /** Null for a device that has no cookie: it can have no heart to take back. */
  reader: string | null;
  /** The client's, for the limit. */
  address: string;
};

/** Gives a published story the reader's heart. Twice is once. Needs no account. */
export async function giveHeart(asked: Asked & { reader: string }): Promise<Result<Hearts>> {
  return change(asked, async (storyId, hash) => {
    await database().prisma.$executeRaw`
      INSERT INTO "Heart" ("storyId", "readerHash")
      SELECT "storyId", ${hash} FROM "HeartCount" WHERE "storyId" = ${storyId} FOR NO KEY UPDATE
      ON CONFLICT DO NOTHING`;
  });
}

/** Takes the reader's heart back, if there is one. */
export async function takeHeartBack(asked: Asked): Promise<Result<Hearts>> {
  return change(asked, async (storyId, hash) => {
    await database().prisma.$executeRaw`
      DELETE FROM "Heart" h
      USING (SELECT "storyId" FROM "HeartCount" WHERE "storyId" = ${storyId} FOR NO KEY UPDATE) AS counted
      WHERE h."storyId" = counted."storyId" AND h."readerHash" = ${hash}`;
  });
}

let turns: ReturnType<typeof makeTurns> | undefined;

/**
 * Hearts take a third of the connections at most, however many come at once: those of one story wait
 * for each other in the database, and who reads would wait with them.
 */
const inTurn: ReturnType<typeof makeTurns> = (work) =>
  (turns ??= makeTurns(Math.max(1, Math.floor(env().DATABASE_POOL / 3))))(work);

/**
 * One statement, and with it one transaction, that first has the row of the count to itself: hearts
 * of a story come one after the other, and taking it down comes before (there is no row, and nothing
 * is written) or after. A trigger counts. Nothing is held between two statements, so that a thousand
 * readers at once are a thousand short waits.
 */
async function change(
  { storyId, reader, address }: Asked,
  write: (storyId: string, hash: Uint8Array<ArrayBuffer>) => Promise<void>,
): Promise<Result<Hearts>> {
  if (!isStoryId(storyId)) return unknown();
  return inTurn(async () => {
    const counted = await consume("heart", addressKey(address));
    if (!counted.ok) {
      const sentence = reading.manyHeartsUntil({ when: inAWhile(counted.retryAfterSeconds) });
      return failure("rate-limited", sentence);
    }
    if (reader !== null) await write(storyId, readerHash(storyId, reader));
    const hearts = await readHearts(storyId, reader);
    return hearts ? success(hearts) : unknown();
  });
}
