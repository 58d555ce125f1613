import "server-only";
import { type Transaction, database } from "#lib/db.ts";
import { configurationOf, plainConfiguration, spaced } from "#lib/finding/languages.ts";
import { listsOf } from "#lib/finding/listings.ts";
import { enqueue } from "#lib/jobs/queue.ts";

/** So many stories are read at a time. */
const BATCH = 500;

type Row = {
  id: string;
  publishedAt: Date;
  text: string;
  bylineName: string | null;
  bylineRole: string | null;
  theme: string | null;
  call: string;
};

/**
 * Reads published stories that are new, or came anew, so that they are found: their language, the
 * lists that they stand in, their words. Several at once share the work. Answers how many.
 */
export async function indexStories(): Promise<number> {
  // Its tables are large, and only whoever reads stories needs them.
  const { languageOf } = await import("#lib/finding/detect.ts");
  const { prisma } = database();
  for (let all = 0; ;) {
    const read = await prisma.$transaction((tx) => indexBatch(tx, languageOf));
    all += read;
    if (read === BATCH) continue;
    if (all > 0) await learnSoon();
    return all;
  }
}

async function indexBatch(
  tx: Transaction,
  languageOf: (text: string) => string | null,
): Promise<number> {
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
  const read = rows.map((row) => {
    const language = languageOf(row.text);
    const byline = [row.bylineName, row.bylineRole].filter(Boolean).join(", ");
    return { ...row, language, byline, configuration: configurationOf(language) };
  });
  const column = <T>(of: (row: (typeof read)[number]) => T) => read.map(of);
  // Each word as its language bends it, and as it is written: whoever looks for it may write another.
  await tx.$executeRaw`
    UPDATE "PublishedStory" p SET
      "language" = r.language,
      "words" = to_tsvector(r.configuration::regconfig, r.text)
        || to_tsvector(${plainConfiguration}::regconfig, r.text)
        || setweight(to_tsvector(${plainConfiguration}::regconfig, r.byline), 'B'),
      "indexedAt" = clock_timestamp()
    FROM unnest(
      ${column(({ id }) => id)}::text[],
      ${column(({ language }) => language)}::text[],
      ${column(({ configuration }) => configuration)}::text[],
      ${column(({ text }) => spaced(text))}::text[],
      ${column(({ byline }) => spaced(byline))}::text[]
    ) AS r(id, language, configuration, text, byline)
    WHERE p."id" = r.id`;
  const listings = read.flatMap((row) =>
    listsOf(row).map((list) => ({ list, publishedAt: row.publishedAt, storyId: row.id })),
  );
  await tx.listing.createMany({ data: listings, skipDuplicates: true });
  return rows.length;
}

const LEARN_MINUTES = 10;

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
    { timeout: 120_000 },
  );
}
