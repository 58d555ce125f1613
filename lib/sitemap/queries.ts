import "server-only";
import { promisify } from "node:util";
import zlib from "node:zlib";
import { unstable_cache } from "next/cache";
import { callsTag } from "#lib/calls/tags.ts";
import { Prisma, database } from "#lib/db.ts";
import { requiredSetting } from "#lib/env.ts";
import { listName } from "#lib/finding/listings.ts";
import { roles } from "#lib/finding/roles.ts";
import { readCursor, writeCursor } from "#lib/pagination.ts";
import { type Address, writeAddresses } from "#lib/sitemap/xml.ts";
import { everyStoryTag, listingsTag, storiesTag } from "#lib/stories/tags.ts";

/** As many as the protocol allows in one part. */
export const PART_SIZE = 50_000;

const gzip = promisify(zlib.gzip);

const tags = [callsTag, listingsTag, storiesTag, everyStoryTag];
const revalidate = 300;

/** The pages that are always there, and the lists that have a story. */
export const readLists = unstable_cache(
  async (): Promise<Address[]> => {
    const { prisma } = database();
    const bySlug = {
      ...{ select: { slug: true }, orderBy: { slug: "asc" }, distinct: ["slug"] },
      take: PART_SIZE / 4,
    } as const satisfies Prisma.CallFindManyArgs & Prisma.ThemeFindManyArgs;
    const opened = { opensAt: { lte: new Date() } };
    const [calls, themes] = await Promise.all([
      prisma.call.findMany({ ...bySlug, where: opened }),
      prisma.theme.findMany({ ...bySlug, where: { call: opened } }),
    ]);
    const lists = [
      ...calls.map(({ slug }) => ({ name: listName("call", slug), path: `/calls/${slug}` })),
      ...themes.map(({ slug }) => ({ name: listName("theme", slug), path: `/themes/${slug}` })),
      ...roles.map(({ slug }) => ({ name: listName("role", slug), path: `/roles/${slug}` })),
    ];
    const newest = await readNewestOf(lists.map(({ name }) => name));
    const always = [
      "/",
      "/hearted",
      "/hearted/week",
      "/roles",
      "/content-warnings",
      "/helplines",
      "/log",
    ];
    return [
      ...always.map((path) => ({ path, changedAt: null })),
      ...lists.flatMap(({ name, path }) => {
        const at = newest.get(name);
        return at ? [{ path, changedAt: at.toISOString() }] : [];
      }),
    ];
  },
  ["sitemap-lists"],
  { tags, revalidate },
);

/** When the newest story of each list was published, of those that have one. */
async function readNewestOf(names: string[]): Promise<Map<string, Date>> {
  const rows = await database().prisma.$queryRaw<{ name: string; at: Date }[]>`
    SELECT name, newest."publishedAt" AS "at" FROM unnest(${names}::text[]) AS name,
      LATERAL (SELECT "publishedAt" FROM "Listing" WHERE "list" = name
        ORDER BY "publishedAt" DESC, "storyId" DESC LIMIT 1) AS newest`;
  return new Map(rows.map(({ name, at }) => [name, at]));
}

/** Stories after a place, the oldest first: what comes is at the end, and moves none before it. */
function after(place: string | null): Prisma.Sql {
  const cursor = place === null ? null : readCursor(place);
  return cursor
    ? Prisma.sql`("publishedAt", "id") > (${cursor.publishedAt.toISOString()}::timestamptz, ${cursor.id})`
    : Prisma.sql`true`;
}

/** Where the part ends that begins after a place; null when it is the last. Walks over one part. */
const readEnd = unstable_cache(
  async (place: string | null, size: number): Promise<string | null> => {
    const ends = await database().prisma.$queryRaw<{ publishedAt: Date; id: string }[]>`
      SELECT "publishedAt", "id" FROM "PublishedStory" WHERE ${after(place)}
      ORDER BY "publishedAt", "id" OFFSET ${size - 1} LIMIT 2`;
    // A part that is full, with none after it, is the last.
    return ends[0] && ends[1] ? writeCursor(ends[0]) : null;
  },
  ["sitemap-end"],
  { tags, revalidate },
);

const hasStories = unstable_cache(
  async () => (await database().prisma.publishedStory.findFirst({ select: { id: true } })) !== null,
  ["sitemap-has-stories"],
  { tags, revalidate },
);

/** Where each part of the stories ends; the last, which grows, has no end. No part is empty. */
export async function readEnds(size = PART_SIZE): Promise<(string | null)[]> {
  if (!(await hasStories())) return [];
  const ends = [await readEnd(null, size)];
  for (let end = ends[0]; end; ends.push(end)) end = await readEnd(end, size);
  return ends;
}

/** The stories after one place, up to another. */
export async function readStories(
  from: string | null,
  to: string | null,
  size = PART_SIZE,
): Promise<Address[]> {
  const end = to === null ? null : readCursor(to);
  const until = end
    ? Prisma.sql`AND ("publishedAt", "id") <= (${end.publishedAt.toISOString()}::timestamptz, ${end.id})`
    : Prisma.empty;
  // One line of text: fifty thousand rows would be as many objects. Their words may be newer than
  // their first approval.
  const rows = await database().prisma.$queryRaw<{ all: string | null }[]>`
    SELECT string_agg("id" || ' ' || to_char("changedAt" AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'), ',') AS "all"
    FROM (
      SELECT "id", greatest("publishedAt", (SELECT "createdAt" FROM "Revision" r
        WHERE r."id" = p."revisionId")) AS "changedAt"
      FROM "PublishedStory" p WHERE ${after(from)} ${until}
      ORDER BY "publishedAt", "id" LIMIT ${size}
    ) AS part`;
  return (rows[0]?.all?.split(",") ?? []).map((line) => {
    const [id = "", changedAt = null] = line.split(" ");
    return { path: `/stories/${id}`, changedAt };
  });
}

/** A part of the stories as it is sent, but compressed to a tenth, and in base 64, to be kept. */
export const readStoryPart = unstable_cache(
  async (from: string | null, to: string | null): Promise<string> => {
    const xml = writeAddresses(await readStories(from, to), requiredSetting("SITE_URL"));
    return (await gzip(xml)).toString("base64");
  },
  ["sitemap-part"],
  { tags, revalidate },
);
