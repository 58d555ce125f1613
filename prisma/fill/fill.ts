import "server-only";
import type pg from "pg";
import { type Read, loadReader, readWords } from "#lib/finding/reading.ts";
import { newStoryId } from "#lib/stories/id.ts";
import { demoModerator } from "../demo/seed.ts";
import { type FillStory, fillCalls, fillThemes, makeStoryteller } from "./storyteller.ts";

/** They were told over so long, up to now, however many they are. */
const DAYS = 730;
const DAY_MS = 24 * 60 * 60_000;

/** So many are written with one statement. */
const BATCH = 2_000;

const tables = [
  ...["Story", "Revision", "RevisionWarning", "StoryWarning", "Consent", "Decision"],
  ...["PublishedStory", "HeartCount", "Listing", "Heart"],
];

type Filling = {
  count: number;
  /** The same seed tells the same stories. */
  seed?: number;
  now?: Date;
  onProgress?: (doing: string) => void;
};

/**
 * Writes published stories as submitting, approving, reading and hearting them one by one would
 * leave them, in one transaction and without the work of each: triggers and references are not asked
 * (what they would do is done here; fill.integration.test.ts compares), and indexes are made once
 * all is there. Until then the tables are closed to everyone else. Needs a superuser.
 */
export async function fillStories(
  client: pg.Client,
  { count, seed = 1, now = new Date(), onProgress = () => undefined }: Filling,
): Promise<void> {
  const read = await loadReader();
  const tell = makeStoryteller(seed);
  await client.query("BEGIN");
  await client.query(`SET LOCAL session_replication_role = replica`);
  await client.query(`SET LOCAL maintenance_work_mem = '512MB'`);
  const context = await writeContext(client, now);
  const indexes = await dropIndexes(client);
  let writing: Promise<unknown> = Promise.resolve();
  for (let at = 0; at < count; at += BATCH) {
    const size = Math.min(BATCH, count - at);
    // The oldest first. Made while PostgreSQL writes those before.
    const batch = Array.from({ length: size }, (_, index) =>
      toRow(tell(), { ...context, read, publishedAt: momentOf(at + index, count, now) }),
    );
    await writing;
    onProgress(`${at.toLocaleString("en")} of ${count.toLocaleString("en")} stories written`);
    writing = client.query(writeBatch, [...columnsOf(batch), now.toISOString()]);
    await new Promise(setImmediate); // lets it out before the next are made
  }
  await writing;
  for (const { name, definition } of indexes) {
    onProgress(`making ${name}`);
    await client.query(definition);
  }
  await client.query("COMMIT");
  onProgress("looking through what was written");
  const all = tables.map((table) => `"${table}"`).join(", ");
  await client.query(`VACUUM (ANALYZE) ${all}`);
}

/** A little unevenly, and never two at once. */
function momentOf(index: number, count: number, now: Date): Date {
  const step = (DAYS * DAY_MS) / count;
  const late = ((index * 0.618034) % 1) * 0.9;
  return new Date(now.getTime() - Math.floor((count - index - late) * step));
}

type Index = { name: string; definition: string };

/** All but those that keys are held by. */
async function dropIndexes(client: pg.Client): Promise<Index[]> {
  const { rows } = await client.query<Index>(
    `SELECT indexrelid::regclass::text AS name, pg_get_indexdef(indexrelid) AS definition
     FROM pg_index WHERE indrelid = ANY($1::regclass[])
       AND NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = indexrelid)
     ORDER BY indrelid, indexrelid`,
    [tables.map((table) => `"${table}"`)],
  );
  for (const { name } of rows) await client.query(`DROP INDEX ${name}`);
  return rows;
}

type Context = {
  moderatorId: string;
  callIds: ReadonlyMap<string, string>;
  /** By the call's slug and the theme's. */
  themeIds: ReadonlyMap<string, string>;
};

/** The calls with their themes, and who decided. */
async function writeContext(client: pg.Client, now: Date): Promise<Context> {
  const opensAt = new Date(now.getTime() - (DAYS + 30) * DAY_MS).toISOString();
  for (const { slug, title, themes } of fillCalls) {
    await client.query(
      `INSERT INTO "Call" ("id", "slug", "title", "prompt", "hashtag", "opensAt")
       VALUES ('fill-' || $1, $1, $2, 'Tell us, in the length of a tweet.', NULL, $3) ON CONFLICT DO NOTHING`,
      [slug, title, opensAt],
    );
    await client.query(
      `INSERT INTO "Theme" ("id", "callId", "slug", "title", "position")
       SELECT 'fill-' || $1 || '-' || t.slug, c."id", t.slug, t.title, t.position - 1
       FROM "Call" c, unnest($2::text[], $3::text[]) WITH ORDINALITY AS t(slug, title, position)
       WHERE c."slug" = $1 ON CONFLICT DO NOTHING`,
      [
        slug,
        fillThemes.slice(0, themes).map((theme) => theme.slug),
        fillThemes.slice(0, themes).map((theme) => theme.title),
      ],
    );
  }
  await client.query(
    `INSERT INTO "User" ("id", "name", "email", "role") VALUES ('fill', $1, $2, $3::"Role") ON CONFLICT DO NOTHING`,
    [demoModerator.name, demoModerator.email, demoModerator.role],
  );
  const read = async (sql: string, values: string[] = []) =>
    (await client.query<{ key: string; id: string }>(sql, values)).rows;
  const calls = await read(`SELECT "slug" AS key, "id" FROM "Call"`);
  const themes = await read(
    `SELECT c."slug" || '/' || t."slug" AS key, t."id" FROM "Theme" t JOIN "Call" c ON c."id" = t."callId"`,
  );
  const [moderator] = await read(`SELECT '' AS key, "id" FROM "User" WHERE "email" = $1`, [
    demoModerator.email,
  ]);
  const toMap = (rows: { key: string; id: string }[]) =>
    new Map(rows.map(({ key, id }) => [key, id]));
  return { moderatorId: moderator?.id ?? "", callIds: toMap(calls), themeIds: toMap(themes) };
}

type Making = Context & { read: (story: FillStory) => Read; publishedAt: Date };

/** How long a story waited for its moderator: up to two days. */
const waited = (weight: number) => (30 + weight * 10) * 60_000;

function toRow(story: FillStory, { read, publishedAt, ...context }: Making) {
  const found = read(story);
  return {
    id: newStoryId(),
    callId: context.callIds.get(story.call) ?? "",
    themeId: story.theme && (context.themeIds.get(`${story.call}/${story.theme}`) ?? ""),
    moderatorId: context.moderatorId,
    ...{ text: story.text, weight: story.weight },
    ...{ bylineName: story.bylineName, bylineRole: story.bylineRole },
    ...{ subject: story.subject, subjectConsent: story.subjectConsent },
    warnings: JSON.stringify(story.warnings),
    ...{ social: story.social, hearts: story.hearts },
    submittedAt: new Date(publishedAt.getTime() - waited(story.weight)).toISOString(),
    publishedAt: publishedAt.toISOString(),
    ...{ language: found.language, configuration: found.configuration },
    ...{ foundText: found.text, foundByline: found.byline },
    lists: found.lists.join("\n"),
  };
}

type Row = ReturnType<typeof toRow>;

/** The parameters of `writeBatch`, but for the last. */
const columns = [
  ...["id", "callId", "themeId", "moderatorId", "text", "weight", "bylineName", "bylineRole"],
  ...["subject", "subjectConsent", "warnings", "social", "hearts", "submittedAt", "publishedAt"],
  ...["language", "configuration", "foundText", "foundByline", "lists"],
] as const satisfies readonly (keyof Row)[];

const types: Partial<Record<keyof Row, string>> = {
  weight: "int",
  social: "boolean",
  hearts: "int",
  warnings: "jsonb",
  subject: `"Subject"`,
  subjectConsent: `"SubjectConsent"`,
  submittedAt: "timestamptz(3)",
  publishedAt: "timestamptz(3)",
};

function columnsOf(rows: readonly Row[]) {
  return columns.map((column) => rows.map((row) => row[column]));
}

const parameters = columns.map((column, at) => `$${at + 1}::${types[column] ?? "text"}[]`);
const nowParameter = `$${columns.length + 1}::timestamptz`;

/** As `submitStory`, `decide`, the triggers on stories and hearts, and `indexStories` write them. */
const writeBatch = `
  WITH told AS MATERIALIZED (
    SELECT *, 'c' || left(md5("id"), 24) AS "revisionId"
    FROM unnest(${parameters.join(", ")}) AS t(${columns.map((name) => `"${name}"`).join(", ")})
  ), warned AS MATERIALIZED (
    SELECT told."id", told."revisionId", w."warning", w."intensity"
    FROM told, jsonb_to_recordset(told."warnings") AS w("warning" text, "intensity" "Intensity")
  ), story AS (
    INSERT INTO "Story" ("id", "callId", "status", "latestRevisionId", "publishedRevisionId",
        "idempotencyKeyHash", "privateLinkHash", "submittedAt", "publishedAt")
      SELECT "id", "callId", 'PUBLISHED', "revisionId", "revisionId",
        sha256(('form ' || "id")::bytea), sha256(('link ' || "id")::bytea), "submittedAt", "publishedAt"
      FROM told
  ), revision AS (
    INSERT INTO "Revision" ("id", "storyId", "number", "text", "weight", "themeId", "bylineName", "bylineRole",
        "subject", "subjectConsent", "createdAt")
      SELECT "revisionId", "id", 1, "text", "weight", "themeId", "bylineName", "bylineRole",
        "subject", "subjectConsent", "submittedAt"
      FROM told
  ), revision_warning AS (
    INSERT INTO "RevisionWarning" ("revisionId", "warning", "intensity")
      SELECT "revisionId", "warning", "intensity" FROM warned
  ), story_warning AS (
    INSERT INTO "StoryWarning" ("storyId", "warning", "intensity")
      SELECT "id", "warning", "intensity" FROM warned
  ), consent AS (
    INSERT INTO "Consent" ("storyId", "use", "anonymous", "grantedAt")
      SELECT "id", use::"ConsentUse", use <> 'SITE' AND "bylineName" IS NULL, "submittedAt"
      FROM told, unnest(CASE WHEN "social" THEN '{SITE,SOCIAL}' ELSE '{SITE}' END::text[]) AS use
  ), decision AS (
    INSERT INTO "Decision" ("id", "storyId", "revisionId", "moderatorId", "kind", "warnings", "recognisable",
        "before", "createdAt")
      SELECT 'd' || left(md5('decision ' || "id"), 24), "id", "revisionId", "moderatorId", 'APPROVE', "warnings", 'NO',
        jsonb_build_object('status', 'PENDING', 'waitingSince', "submittedAt", 'latestRevisionId', "revisionId",
          'publishedRevisionId', NULL, 'publishedAt', NULL, 'warnings', "warnings", 'gatedAt', NULL),
        "publishedAt"
      FROM told
  ), heart AS (
    -- Most come soon.
    INSERT INTO "Heart" ("storyId", "readerHash", "createdAt")
      SELECT "id", sha256(("id" || ' ' || reader)::bytea),
        "publishedAt" + (${nowParameter} - "publishedAt")
          * power(abs(hashtext("id" || reader)) / 2147483648.0, 6)
      FROM told, generate_series(1, "hearts") AS reader
  ), heart_count AS (
    INSERT INTO "HeartCount" ("storyId", "publishedAt", "hearts")
      SELECT "id", "publishedAt", "hearts" FROM told
  ), listing AS (
    INSERT INTO "Listing" ("list", "publishedAt", "storyId")
      SELECT list, "publishedAt", "id" FROM told, string_to_table("lists", E'\\n') AS list
  )
  INSERT INTO "PublishedStory" ("id", "revisionId", "publishedAt", "language", "words", "indexedAt")
    SELECT r."id", r."revisionId", r."publishedAt", r."language", ${readWords}, r."publishedAt"
    FROM (
      SELECT "id", "revisionId", "publishedAt", "language", "configuration", "foundText" AS text,
        "foundByline" AS byline
      FROM told
    ) AS r`;
