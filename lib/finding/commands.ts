import "server-only";
import { Prisma, type Transaction, database } from "#lib/db.ts";
import { type Read, type Told, loadReader, readWords } from "#lib/finding/reading.ts";
import { enqueue } from "#lib/jobs/queue.ts";

/** So many stories are read at a time. */
const BATCH = 500;

type Row = Told & { id: string; publishedAt: Date };

/**
 * Reads published stories that are new, or came anew, so that they are found: their language, the
 * lists that they stand in, their words. Several at once share the work. Answers how many.
 */
export async function indexStories(): Promise<number> {
  const read = await loadReader();
  const { prisma } = database();
  for (let all = 0; ;) {
    const count = await prisma.$transaction((tx) => indexBatch(tx, read));
    all += count;
    if (count === BATCH) continue;
    if (all > 0) await learnSoon();
    return all;
  }
}

async function indexBatch(tx: Transaction, read: (told: Told) => Read): Promise<number> {
  const held = await tx.$queryRaw<{ id: string }[]>`
    SELECT "id" FROM "PublishedStory" WHERE "indexedAt" IS NULL
    ORDER BY "id" LIMIT ${BATCH} FOR NO KEY UPDATE SKIP LOCKED`;
  if (held.length === 0) return 0;
  // Once they are ours: a byline that was erased until then is not read, and who erases one now waits.
  const rows = await tx.$queryRaw<Row[]>`
    SELECT p."id", p."publishedAt", r."text", r."bylineName", r."bylineRole",
      t."slug" AS "theme", c."slug" AS "call"
    FROM "PublishedStory" p
      JOIN "Story" s ON s."id" = p."id"
      JOIN "Call" c ON c."id" = s."callId"
      JOIN "Revision" r ON r."id" = p."revisionId"
      LEFT JOIN "Theme" t ON t."id" = r."themeId"
    WHERE p."id" = ANY(${held.map(({ id }) => id)}::text[])`;
  const found = rows.map((row) => ({ ...row, ...read(row) }));
  const column = <T>(of: (row: (typeof found)[number]) => T) => found.map(of);
  await tx.$executeRaw`
    UPDATE "PublishedStory" p SET
      "language" = r.language,
      "words" = ${Prisma.raw(readWords)},
      "indexedAt" = clock_timestamp()
    FROM unnest(
      ${column(({ id }) => id)}::text[],
      ${column(({ language }) => language)}::text[],
      ${column(({ configuration }) => configuration)}::text[],
      ${column(({ text }) => text)}::text[],
      ${column(({ byline }) => byline)}::text[]
    ) AS r(id, language, configuration, text, byline)
    WHERE p."id" = r.id`;
  const listings = found.flatMap(({ lists, publishedAt, id }) =>
    lists.map((list) => ({ list, publishedAt, storyId: id })),
  );
  await tx.listing.createMany({ data: listings, skipDuplicates: true });
  return rows.length;
}

const LEARN_MINUTES = 10;
const LEARN_MS = 120_000;

/** What words there are changes slowly, and reading them all takes a while. */
async function learnSoon(): Promise<void> {
  const runAt = new Date(Date.now() + LEARN_MINUTES * 60_000);
  const options = { key: "learn-words", runAt, keepsTime: true };
  await enqueue(database().prisma, "learn-words", {}, options);
}

/** Of the newest so many stories. */
const LEARNT_FROM = 50_000;

/** A word that fewer have may be someone's name: nobody is led to it. */
const KNOWN_TO = 3;

/** Learns which words there are, for whoever misspells one. Answers how many. */
export async function learnWords(): Promise<number> {
  return database().prisma.$transaction(
    async (tx) => {
      // Longer than a page may: after a restart, fifty thousand stories are on the disk.
      await tx.$executeRaw`SELECT set_config('statement_timeout', ${String(LEARN_MS)}, true)`;
      await tx.$executeRaw`DELETE FROM "FoundWord"`;
      return tx.$executeRaw`
        INSERT INTO "FoundWord" ("word", "stories")
        SELECT word, count(*)::int FROM (
          SELECT DISTINCT p."id", word
          FROM (SELECT "id", "revisionId" FROM "PublishedStory"
            ORDER BY "publishedAt" DESC, "id" DESC LIMIT ${LEARNT_FROM}) p
            JOIN "Revision" r ON r."id" = p."revisionId",
            regexp_split_to_table(lower(unaccent(r."text")), '[^[:alpha:]]+') AS word
          WHERE length(word) BETWEEN 4 AND 30
        ) AS told
        GROUP BY word HAVING count(*) >= ${KNOWN_TO}`;
    },
    { timeout: LEARN_MS },
  );
}
