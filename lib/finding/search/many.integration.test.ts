import pg from "pg";
import { beforeAll, expect, test, vi } from "vitest";
import { fillStories } from "#prisma/fill/fill.ts";
import { database } from "#lib/db.ts";
import { findStories } from "#lib/finding/search/queries.ts";
import { COUNT_LIMIT, type Find, findSchema } from "#lib/finding/search/schema.ts";
import { PAGE_SIZE } from "#lib/stories/queries.ts";

vi.mock("next/cache", () => ({ unstable_cache: (read: () => unknown) => read }));

const { pool } = database();

const STORIES = 4_000;
const OLD = 1_100;
beforeAll(async () => {
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  await fillStories(client, { count: STORIES });
  // A word that was on everyone's lips once, and is not now.
  await client.query(
    `UPDATE "PublishedStory" SET "words" = "words" || 'zeppelin:1' WHERE "id" IN (
       SELECT "id" FROM "PublishedStory" ORDER BY "publishedAt" LIMIT ${OLD})`,
  );
  await client.end();
}, 60_000);

/** Every story that has the words, newest first, by the plainest way there is. */
async function all({ q, call, theme }: Find): Promise<string[]> {
  const lists = [call && `call:${call}`, theme && `theme:${theme}`].filter(Boolean);
  const { rows } = await pool.query<{ id: string }>(
    `SELECT "id" FROM "PublishedStory" p
     WHERE "words" @@ websearch_to_tsquery('found_simple', $1)
       AND NOT EXISTS (SELECT FROM unnest($2::text[]) wanted
         WHERE NOT EXISTS (SELECT FROM "Listing" l WHERE l."storyId" = p."id" AND l."list" = wanted))
     ORDER BY "publishedAt" DESC, "id" DESC`,
    [q, lists],
  );
  return rows.map(({ id }) => id);
}

test.each<[string, Record<string, string>, "few" | "many"]>([
  ["most stories have", { q: "the" }, "many"],
  ["most stories have one of", { q: "the or and or de or que" }, "many"],
  ["most stories are without", { q: "-zeppelin" }, "many"],
  ["nearly all stories are without", { q: "-xylophone -zeppelin" }, "many"],
  ["some stories have", { q: "mother" }, "few"],
  ["some stories have, without another", { q: "mother -the" }, "few"],
  ["some have, or are without another", { q: "mother or -the" }, "many"],
  ["few stories are without", { q: "-the -and -to -her -de -la -y -der -die -के -في" }, "few"],
  ["only old stories have", { q: "zeppelin" }, "many"],
  ["only old stories have, with another", { q: "zeppelin mother" }, "few"],
  ["most stories have, of a theme", { q: "the", theme: "confessions" }, "few"],
  ["only old stories have, of a call", { q: "zeppelin", call: "on-the-night-shift" }, "few"],
  ["no story has", { q: "xylophone" }, "few"],
])("words that %s: every page, newest first, and how many", async (_what, asked, count) => {
  const find = findSchema.parse(asked);
  const expected = await all(find);
  expect(expected.length > COUNT_LIMIT ? "many" : "few").toBe(count);
  let older: string | null = null;
  for (let page = 0; page < 3; page++) {
    // Whose words are not bent: "the" is a word like any other.
    const reader = { language: "ja", address: "2001:db8:1::1" };
    const results = await findStories({ ...find, older }, reader);
    if (typeof results === "string") throw new Error(results);
    const from = page * PAGE_SIZE;
    expect(results.stories.map(({ id }) => id)).toEqual(expected.slice(from, from + PAGE_SIZE));
    expect(results.count).toBe(count === "few" ? expected.length : null);
    older = results.older;
    expect(older !== null).toBe(expected.length > from + PAGE_SIZE);
    if (older === null) return;
  }
});
