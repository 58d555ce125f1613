import pg from "pg";
import { beforeAll, expect, test, vi } from "vitest";
import type { Viewer } from "#lib/accounts/viewer.ts";
import { database } from "#lib/db.ts";
import { indexStories } from "#lib/finding/commands.ts";
import { decide } from "#lib/moderation/commands.ts";
import { giveHeart } from "#lib/reactions/commands.ts";
import { lookAt } from "#lib/stories/look-again.ts";
import { hintMark } from "#lib/stories/marks.ts";
import { createUser } from "#lib/testing/accounts.ts";
import { createStory } from "#lib/testing/calls.ts";
import { seededDecision } from "#lib/testing/decisions.ts";
import { fillStories } from "./fill.ts";
import { type FillStory, makeStoryteller } from "./storyteller.ts";

vi.mock("next/cache", () => ({ unstable_cache: (read: () => unknown) => read }));

const { prisma, pool } = database();

const SEED = 7;
const COUNT = 300;
let ines: Viewer;
beforeAll(async () => {
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  await fillStories(client, { count: COUNT, seed: SEED });
  await client.end();
  ines = await createUser({ name: "Ines", role: "MODERATOR" });
});

const told = () => {
  const tell = makeStoryteller(SEED);
  return Array.from({ length: COUNT }, () => tell());
};

const read = async (sql: string) => (await pool.query<Record<string, unknown>>(sql)).rows;

test("stories are of every kind", () => {
  const stories = told();
  const all = <T>(of: (story: FillStory) => T) => new Set(stories.map(of));
  expect(all(({ call }) => call).size).toBeGreaterThan(3);
  expect(all(({ theme }) => theme).size).toBeGreaterThan(10);
  expect(all(({ bylineName }) => bylineName).size).toBeGreaterThan(20);
  expect(stories.filter(({ warnings }) => warnings.length > 0).length).toBeGreaterThan(COUNT / 5);
  expect(stories.filter(({ hearts }) => hearts > 0).length).toBeGreaterThan(COUNT / 5);
  expect(all(({ text }) => text).size).toBe(COUNT);
  expect(Math.max(...stories.map(({ weight }) => weight))).toBeLessThanOrEqual(280);
});

/** What stories are found by. */
const found = async () => ({
  stories: await read(
    `SELECT "id", "revisionId", "publishedAt", "language", "words"::text FROM "PublishedStory" ORDER BY "id"`,
  ),
  lists: await read(`SELECT * FROM "Listing" ORDER BY "list", "publishedAt", "storyId"`),
  hearts: await read(`SELECT * FROM "HeartCount" ORDER BY "storyId"`),
});

test("they are found by what the triggers and the job would have made of them", async () => {
  const filled = await found();
  expect(filled.stories).toHaveLength(COUNT);
  expect(filled.lists.length).toBeGreaterThan(COUNT);
  const setStatus = (status: string) => pool.query(`UPDATE "Story" SET "status" = '${status}'`);
  await setStatus("TAKEN_DOWN");
  expect(await found()).toEqual({ stories: [], lists: [], hearts: [] });
  // Also asks every constraint whether the stories are whole.
  await setStatus("PUBLISHED");
  expect(await indexStories()).toBe(COUNT);
  expect(await found()).toEqual(filled);
});

test("each reference leads to a row, and no index was lost", async () => {
  const references = (await read(`
    SELECT conrelid::regclass::text AS child, confrelid::regclass::text AS parent,
      a."attname" AS column, f."attname" AS key
    FROM pg_constraint
      JOIN pg_attribute a ON a.attrelid = conrelid AND a.attnum = conkey[1]
      JOIN pg_attribute f ON f.attrelid = confrelid AND f.attnum = confkey[1]
    WHERE contype = 'f' AND connamespace = 'public'::regnamespace`)) as Record<string, string>[];
  expect(references.length).toBeGreaterThan(20);
  for (const { child, parent, column, key } of references) {
    const lost = await read(`SELECT FROM ${child} c WHERE c."${column}" IS NOT NULL
      AND NOT EXISTS (SELECT FROM ${parent} p WHERE p."${key}" = c."${column}")`);
    expect(lost, `${child}.${column}`).toEqual([]);
  }
  const indexes = async (url: string | undefined) => {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    const { rows } = await client.query(
      `SELECT indexdef FROM pg_indexes WHERE schemaname = 'public' ORDER BY indexname`,
    );
    await client.end();
    return rows;
  };
  const { ensureTemplate, databaseUrl, testAdminUrl } = await import("#lib/testing/template.ts");
  const template = databaseUrl(testAdminUrl(), await ensureTemplate(testAdminUrl()));
  expect(await indexes(process.env.DATABASE_URL)).toEqual(await indexes(template));
});

/** The story sent, approved, read and given its hearts, as people do. */
async function tellByHand(story: FillStory): Promise<string> {
  const { call, text, theme, bylineName, bylineRole, subject, subjectConsent } = story;
  const warnings = story.warnings.map(({ warning }) => warning);
  const intensities = Object.fromEntries(
    story.warnings.map(({ warning, intensity }) => [warning, intensity]),
  );
  const { id, revisionId } = await createStory(call, text, {
    ...{ warnings, intensities, theme: theme ?? "", subject, subjectConsent: subjectConsent ?? "" },
    ...{ bylineName: bylineName ?? "", bylineRole: bylineRole ?? "" },
    seen: (await lookAt(text, null)).hints.map((hint) => hintMark(text, hint)),
    consentSocial: story.social ? (bylineName === null ? "ANONYMOUS" : "BYLINE") : "",
  });
  const approval = { storyId: id, revisionId, kind: "APPROVE", recognisable: "NO" as const };
  const decided = await decide(ines, seededDecision({ ...approval, warnings, intensities }));
  if (!decided.ok) throw new Error(decided.message);
  for (let reader = 0; reader < story.hearts; reader++) {
    const address = `2001:db8:ffff:${reader.toString(16)}::1`;
    const given = await giveHeart({ storyId: id, reader: String(reader), address });
    if (!given.ok) throw new Error(given.message);
  }
  return id;
}

/**
 * All that a story is, but for who sent and decided it and when, what stands for it, and what is
 * pointed out to its moderator.
 */
async function wholeOf(id: string) {
  const story = await prisma.story.findUniqueOrThrow({
    where: { id },
    include: {
      revisions: { include: { warnings: { orderBy: { warning: "asc" } } } },
      warnings: { orderBy: { warning: "asc" } },
      consents: { orderBy: { use: "asc" } },
      decisions: true,
      asPublished: { include: { listings: { orderBy: { list: "asc" } }, heartCount: true } },
      _count: { select: { hearts: true } },
    },
  });
  const [words] = await read(`SELECT "words"::text FROM "PublishedStory" WHERE "id" = '${id}'`);
  return JSON.parse(JSON.stringify({ ...story, ...words }), (key, value: unknown) =>
    leftOut.has(key) && value !== null ? "left out" : value,
  ) as unknown;
}

const leftOut = new Set([
  ...["id", "storyId", "revisionId", "moderatorId", "latestRevisionId", "publishedRevisionId"],
  ...["idempotencyKeyHash", "privateLinkHash", "createdAt", "submittedAt", "publishedAt"],
  ...["grantedAt", "indexedAt", "waitingSince", "hints"],
]);

test("they stand as the commands would have left them", async () => {
  const some = told()
    .filter(({ hearts }) => hearts < 5)
    .slice(0, 25);
  expect(some.some(({ social, theme, hearts }) => social && theme && hearts > 0)).toBe(true);
  expect(some.some(({ warnings }) => warnings.length > 1)).toBe(true);
  for (const story of some) {
    const { id: filled } = await prisma.story.findFirstOrThrow({
      where: { latestRevision: { text: story.text } },
    });
    const byHand = await tellByHand(story);
    await indexStories();
    // What is kept of whoever sent it, for a month, is of nobody.
    await pool.query(`UPDATE "Story" SET "senderHash" = NULL WHERE "id" = $1`, [byHand]);
    expect(await wholeOf(filled)).toEqual(await wholeOf(byHand));
  }
});
