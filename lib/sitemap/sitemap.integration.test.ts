import { beforeAll, expect, test, vi } from "vitest";
import { database } from "#lib/db.ts";
import { indexStories } from "#lib/finding/commands.ts";
import { answerWithPart, answerWithParts } from "#lib/sitemap/answer.ts";
import { PART_SIZE, readEnds, readStories } from "#lib/sitemap/queries.ts";
import { createCall } from "#lib/testing/calls.ts";
import { tellStory } from "#lib/testing/told-stories.ts";

vi.mock("next/cache", () => ({ unstable_cache: (read: () => unknown) => read }));

const { prisma, pool } = database();
let call: { id: string; slug: string };
beforeAll(async () => {
  call = await prisma.call.findUniqueOrThrow({ where: { slug: await createCall() } });
});

const hour = (ago: number) => new Date(Date.UTC(2026, 10, 20, 12 - ago));
const tell = async (ago: number) =>
  (await tellStory({ callId: call.id, status: "PUBLISHED", submittedAt: hour(ago) })).id;

/** The addresses in it, and when each changed: by the XML parser that PostgreSQL has. */
async function parse(xml: string, of: "urlset/s:url" | "sitemapindex/s:sitemap") {
  const { rows } = await pool.query<{ loc: string; lastmod: string | null }>(
    `SELECT * FROM xmltable(xmlnamespaces('http://www.sitemaps.org/schemas/sitemap/0.9' AS s),
      '/s:${of}' PASSING xmlparse(DOCUMENT $1) COLUMNS loc text PATH 's:loc', lastmod text PATH 's:lastmod')`,
    [xml],
  );
  return rows.map(({ loc, lastmod }) => ({ path: new URL(loc).pathname, loc, lastmod }));
}

const readParts = async () =>
  parse(await (await answerWithParts()).text(), "sitemapindex/s:sitemap");

test("while there is no story, there is no part of stories", async () => {
  expect(await readParts()).toEqual([
    { path: "/sitemaps/0.xml", loc: "http://localhost:3000/sitemaps/0.xml", lastmod: null },
  ]);
  expect((await answerWithPart("1.xml")).status).toBe(404);
});

/** All parts, as ids. */
async function partsOf(size: number): Promise<string[][]> {
  const ends = await readEnds(size);
  return Promise.all(
    ends.map(async (end, part) => {
      const stories = await readStories(ends[part - 1] ?? null, end, size);
      return stories.map(({ path }) => path.replace("/stories/", ""));
    }),
  );
}

test("each story is in one part, the oldest in the first; what comes or goes moves none of the others", async () => {
  expect(PART_SIZE).toBe(50_000);
  const [fifth, fourth, third, second, first] = await Promise.all([1, 2, 3, 4, 5].map(tell));
  expect(await partsOf(2)).toEqual([[first, second], [third, fourth], [fifth]]);
  // Full parts, and none that is empty.
  expect(await partsOf(5)).toEqual([[first, second, third, fourth, fifth]]);
  const newest = await tell(0);
  expect(await partsOf(2)).toEqual([
    [first, second],
    [third, fourth],
    [fifth, newest],
  ]);
  const ends = await readEnds(2);
  await prisma.story.update({ where: { id: third ?? "" }, data: { status: "TAKEN_DOWN" } });
  const left = await readStories(ends[0] ?? null, ends[1] ?? null, 2);
  expect(left.map(({ path }) => path)).toEqual([`/stories/${fourth}`]);
  // A story that is put back makes a part no larger than it may be.
  await prisma.story.update({ where: { id: third ?? "" }, data: { status: "PUBLISHED" } });
  expect(await readStories(null, null, 4)).toHaveLength(4);
});

test("a part says when the words of each story came", async () => {
  const [edited, fresh] = [await tell(9), await tell(-9000)];
  const revision = await prisma.revision.findFirstOrThrow({ where: { storyId: edited } });
  const xml = await (await answerWithPart("1.xml")).text();
  const found = await parse(xml, "urlset/s:url");
  const changed = new Map(found.map(({ loc, lastmod }) => [loc, lastmod]));
  // Written after its first approval, and before it.
  expect(changed.get(`http://localhost:3000/stories/${edited}`)).toBe(
    `${revision.createdAt.toISOString().slice(0, 19)}Z`,
  );
  expect(changed.get(`http://localhost:3000/stories/${fresh}`)).toBe(
    hour(-9000).toISOString().replace(".000Z", "Z"),
  );
  expect(await readParts()).toHaveLength(2);
  expect((await answerWithPart("2.xml")).status).toBe(404);
  expect((await answerWithPart("x.xml")).status).toBe(404);
});

test("the first part has the pages that are always there, and the lists that have stories", async () => {
  const { id, slug } = call;
  await tellStory({
    callId: id,
    status: "PUBLISHED",
    bylineRole: "midwife",
    submittedAt: hour(-9001),
  });
  await indexStories();
  const found = await parse(await (await answerWithPart("0.xml")).text(), "urlset/s:url");
  const paths = found.map(({ path }) => path);
  expect(paths).toEqual([
    ...["/", "/hearted", "/hearted/week", "/roles", "/content-warnings", "/helplines", "/log"],
    ...[`/calls/${slug}`, "/roles/midwife"],
  ]);
  expect(found.find(({ path }) => path === "/roles/midwife")?.lastmod).toBe(
    hour(-9001).toISOString(),
  );
});
