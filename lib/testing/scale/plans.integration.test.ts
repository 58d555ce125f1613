import pg from "pg";
import { beforeAll, expect, test, vi } from "vitest";
import { fillStories } from "#prisma/fill/fill.ts";
import { database } from "#lib/db.ts";
import { learnWords } from "#lib/finding/commands.ts";
import { rowsRead, scannedWhole } from "./plans.ts";
import { type Surface, surfacesOf } from "./surfaces.ts";

vi.mock("next/cache", () => ({ unstable_cache: (read: () => unknown) => read }));

// Before anything connects.
const watch = await vi.hoisted(async () => {
  const { explaining, nested, watchPlans } = await import("./plans.ts");
  // So few are soon read from end to end: only what can't be read otherwise shall be.
  const settings = { ...nested, enable_seqscan: "off" };
  process.env.DATABASE_URL = explaining(process.env.DATABASE_URL ?? "", settings);
  const { database } = await import("#lib/db.ts");
  return watchPlans(database().pool);
});

const STORIES = 4_000;

let surfaces: Surface[];
beforeAll(async () => {
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  await fillStories(client, { count: STORIES });
  await client.end();
  await learnWords();
  surfaces = await surfacesOf();
}, 120_000);

/** What may look at more than a few pages of stories, and what it is bounded by. */
const many: Record<string, string> = {
  "`/hearted/week`": "the hearts of a week",
  "the sitemap, for 10,000 stories": "a part",
  "search: a common word": "the newest 27,500 and 1,000 of those that have it",
  "search: a common word, a page further on": "the same",
  "search: two common words": "the same",
  "search: words that everyone uses": "the same",
  "search: a rare word": "the newest 2,500",
  "search: a misspelt word": "the newest 2,500",
};

test("nothing that is asked goes through all of the stories", async () => {
  expect(surfaces.length).toBeGreaterThan(25);
  for (const name of Object.keys(many))
    expect(surfaces.map((surface) => surface.name)).toContain(name);
  for (const { name, ask } of surfaces) {
    watch.take();
    await ask();
    const statements = watch.take();
    expect(statements.length, name).toBeGreaterThan(0);
    for (const statement of statements) {
      expect(scannedWhole(statement), `${name}: ${statement.query}`).toEqual([]);
      if (!(name in many))
        expect(rowsRead(statement), `${name}: ${statement.query}`).toBeLessThan(1_000);
    }
  }
});

test("what goes through all of them is seen", async () => {
  const seen = async (sql: string) => {
    watch.take();
    await database().pool.query(sql);
    const [statement] = watch.take();
    if (!statement) throw new Error("Nothing was told.");
    return { tables: scannedWhole(statement), rows: rowsRead(statement) };
  };
  expect(await seen(`SELECT count(*) FROM "Revision" WHERE "weight" = 0`)).toEqual({
    tables: ["Revision"],
    rows: expect.closeTo(STORIES, -2),
  });
  const page = `SELECT "id" FROM "PublishedStory" ORDER BY "publishedAt" DESC, "id" DESC LIMIT 20`;
  expect(await seen(page)).toEqual({ tables: [], rows: 20 });
  const last = page.replace("LIMIT 20", "OFFSET 3980 LIMIT 20");
  expect(await seen(last)).toEqual({ tables: [], rows: 4_000 });
});
