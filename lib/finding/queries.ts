import "server-only";
import { unstable_cache } from "next/cache";
import { callState } from "#lib/calls/policy.ts";
import { callsTag } from "#lib/calls/tags.ts";
import { Prisma, database } from "#lib/db.ts";
import { type HeartCursor, readHeartCursor, writeHeartCursor } from "#lib/finding/heart-cursor.ts";
import {
  type OpeningCursor,
  readOpeningCursor,
  writeOpeningCursor,
} from "#lib/finding/opening-cursor.ts";
import { listName } from "#lib/finding/listings.ts";
import { type RoleSlug, roles } from "#lib/finding/roles.ts";
import { type Cursor, type Way, readCursor, writeCursor } from "#lib/pagination.ts";
import { isStoryId, newStoryId } from "#lib/stories/id.ts";
import { type StoryPage, PAGE_SIZE, readCards } from "#lib/stories/queries.ts";
import { everyStoryTag, heartsTag, listingsTag, storiesTag } from "#lib/stories/tags.ts";

/** Bounds how long a page could be wrong if every invalidation were lost. */
const revalidate = 300;

const tags = [listingsTag, storiesTag, everyStoryTag, heartsTag];

/** A page of a list, and where those before and after it begin; null where there is none. */
export type Stretch = { older: string | null; newer: string | null };

type Step = { cursor: string | null; way: Way; size: number };

/** What a list is in the order of: by these columns of its rows, the greatest first. */
type Order<Place extends object> = {
  columns: readonly (keyof Place & string)[];
  read: (cursor: string) => Place | null;
  write: (place: Place) => string;
};

const newest: Order<Cursor> = {
  columns: ["publishedAt", "id"],
  read: readCursor,
  write: writeCursor,
};

const mostHearted: Order<HeartCursor> = {
  columns: ["hearts", "publishedAt", "id"],
  read: readHeartCursor,
  write: writeHeartCursor,
};

const lastOpened: Order<OpeningCursor> = {
  columns: ["opensAt", "slug"],
  read: readOpeningCursor,
  write: writeOpeningCursor,
};

const valueOf = (value: unknown) =>
  value instanceof Date ? Prisma.sql`${value.toISOString()}::timestamptz` : Prisma.sql`${value}`;

/**
 * Rows of a list from a place on, the greatest first whichever way it goes. One row more than a page
 * tells whether there are others. On the way that was come, there are.
 */
async function readRows<Row extends Place, Place extends object>(
  rows: Prisma.Sql,
  order: Order<Place>,
  { cursor, way, size }: Step,
): Promise<Stretch & { rows: Row[] }> {
  const place = cursor === null ? null : order.read(cursor);
  const names = order.columns.map((column) => Prisma.raw(`"${column}"`));
  const [beyond, turn] =
    way === "older" ? [Prisma.sql`<`, Prisma.sql`DESC`] : [Prisma.sql`>`, Prisma.sql`ASC`];
  const begins =
    place === null
      ? Prisma.empty
      : Prisma.sql`WHERE (${Prisma.join(names)}) ${beyond}
          (${Prisma.join(order.columns.map((column) => valueOf(place[column])))})`;
  const found = await database().prisma.$queryRaw<Row[]>`
    SELECT * FROM (${rows}) AS listed ${begins}
    ORDER BY ${Prisma.join(names.map((name) => Prisma.sql`${name} ${turn}`))} LIMIT ${size + 1}`;
  const page = found.slice(0, size);
  if (way === "newer") page.reverse();
  const more = found.length > size;
  const [first, last] = [page[0], page.at(-1)];
  return {
    rows: page,
    older: last && (more || way === "newer") ? order.write(last) : null,
    newer: first && (way === "newer" ? more : place !== null) ? order.write(first) : null,
  };
}

export type StoryStretch = Stretch & StoryPage;

async function readStories<Place extends { id: string }>(
  rows: Prisma.Sql,
  order: Order<Place>,
  step: Step,
): Promise<StoryStretch> {
  const { rows: places, ...stretch } = await readRows(rows, order, step);
  return { stories: await readCards(places.map(({ id }) => id)), ...stretch };
}

const placesOf = (list: string | null) =>
  list === null
    ? Prisma.sql`SELECT "id", "publishedAt" FROM "PublishedStory"`
    : Prisma.sql`SELECT "storyId" AS "id", "publishedAt" FROM "Listing" WHERE "list" = ${list}`;

const readList = unstable_cache(
  (list: string | null, step: Step) => readStories(placesOf(list), newest, step),
  ["list"],
  { tags, revalidate },
);

type Asked = { cursor: string | null; way?: Way; size?: number };

/** Null when the value is not a cursor of this order. */
const stepOf = (
  { read }: { read: (cursor: string) => object | null },
  { cursor, way = "older", size = PAGE_SIZE }: Asked,
): Step | null => (cursor === null || read(cursor) ? { cursor, way, size } : null);

/**
 * A page of a list, newest first, by a name that `listName` made; of all stories without one. Null
 * when the value is not a cursor.
 */
export async function listStories({
  list,
  ...asked
}: Asked & { list: string | null }): Promise<StoryStretch | null> {
  const step = stepOf(newest, asked);
  return step && readList(list, step);
}

const readBefore = unstable_cache(
  async (list: string | null, cursor: string): Promise<string | null> => {
    const step = { cursor, way: "newer", size: PAGE_SIZE } as const;
    const { rows } = await readRows<Cursor, Cursor>(placesOf(list), newest, step);
    const [furthest] = rows;
    return furthest && rows.length === PAGE_SIZE ? newest.write(furthest) : null;
  },
  ["page-before"],
  { tags: [listingsTag, storiesTag], revalidate },
);

/**
 * Where the page begins that ends with the story at a cursor, above the page that begins after it:
 * null for the first page of the list, and undefined for what is above that.
 */
export async function pageBefore(
  list: string | null,
  cursor: string | null,
): Promise<string | null | undefined> {
  return cursor !== null && readCursor(cursor) ? readBefore(list, cursor) : undefined;
}

/** Of the last seven days, or of all time. */
export type HeartedSince = "week" | "ever";

const readEver = unstable_cache(
  (step: Step) =>
    readStories(
      Prisma.sql`SELECT "storyId" AS "id", "publishedAt", "hearts" FROM "HeartCount" WHERE "hearts" > 0`,
      mostHearted,
      step,
    ),
  ["hearted"],
  { tags, revalidate },
);

/** A page of the most hearted stories of all time. Null when the value is not a cursor of theirs. */
export async function listMostHearted(asked: Asked): Promise<StoryStretch | null> {
  const step = stepOf(mostHearted, asked);
  return step && readEver(step);
}

/** A week's list ends somewhere. */
const RANKED = 1_000;

/** Counted for all of its pages at once: it counts every heart of the week. */
const rankWeek = unstable_cache(
  async () => {
    const rows = await database().prisma.$queryRaw<HeartCursor[]>`
      WITH week AS MATERIALIZED (
        SELECT "storyId", count(*)::int AS "hearts" FROM "Heart"
        WHERE "createdAt" > now() - interval '7 days' GROUP BY "storyId"
      ), least AS (SELECT "hearts" FROM week ORDER BY "hearts" DESC OFFSET ${RANKED - 1} LIMIT 1)
      SELECT p."id", p."publishedAt", week."hearts" FROM week, LATERAL (
        -- One by one: a join would go through all stories.
        SELECT "id", "publishedAt" FROM "PublishedStory" WHERE "id" = week."storyId" LIMIT 1
      ) p
      WHERE week."hearts" >= COALESCE((SELECT "hearts" FROM least), 1)
      ORDER BY week."hearts" DESC, p."publishedAt" DESC, p."id" DESC LIMIT ${RANKED}`;
    return rows.map((row) => writeHeartCursor(row));
  },
  ["hearted-this-week"],
  { tags, revalidate: 60 },
);

const readWeeksCards = unstable_cache(
  (ids: string[]) => readCards(ids),
  ["hearted-this-week-cards"],
  { tags, revalidate: 60 },
);

/**
 * Pages begin after a story of the list; one that is no longer in it begins at its place. Not kept as
 * a whole: what is kept within what is kept is read anew each time.
 */
async function readWeek(cursor: string | null): Promise<StoryPage> {
  const ranked = (await rankWeek()).flatMap((place) => readHeartCursor(place) ?? []);
  const after = cursor === null ? null : readHeartCursor(cursor);
  const rows = after ? ranked.filter((place) => comesAfter(place, after)) : ranked;
  const page = rows.slice(0, PAGE_SIZE);
  const last = page.at(-1);
  return {
    stories: await readWeeksCards(page.map(({ id }) => id)),
    older: rows.length > PAGE_SIZE && last ? writeHeartCursor(last) : null,
  };
}

function comesAfter(place: HeartCursor, after: HeartCursor): boolean {
  if (place.hearts !== after.hearts) return place.hearts < after.hearts;
  const later = place.publishedAt.getTime() - after.publishedAt.getTime();
  return later === 0 ? place.id < after.id : later < 0;
}

/** A page of the most hearted stories. Null when the value is not a cursor of theirs. */
export async function listHearted(
  since: HeartedSince,
  cursor: string | null,
): Promise<StoryPage | null> {
  if (since === "ever") return listMostHearted({ cursor });
  return cursor === null || readHeartCursor(cursor) ? readWeek(cursor) : null;
}

/** Of so many after a place, in the order of ids, one is picked: else the one after a gap always would be. */
const NEIGHBOURS = 50;

/** A published story at random, near a place that nobody chooses; null when there is none. */
export async function pickAny(place = newStoryId()): Promise<string | null> {
  const { prisma } = database();
  // After the last id comes the first.
  const [row] = await prisma.$queryRaw<{ id: string }[]>`
    SELECT "id" FROM (
      (SELECT "id", 1 AS turn FROM "PublishedStory" WHERE "id" >= ${place}
        ORDER BY "id" LIMIT ${NEIGHBOURS})
      UNION ALL
      (SELECT "id", 2 FROM "PublishedStory" WHERE "id" < ${place} ORDER BY "id" LIMIT ${NEIGHBOURS})
      ORDER BY turn, "id" LIMIT ${NEIGHBOURS}
    ) AS near ORDER BY random() LIMIT 1`;
  return row?.id ?? null;
}

/** A heading that stories of one or several calls stand under. */
export type Heading = { title: string };

/** Null when no call has a theme of this slug. Calls that share one share its list. */
export const findTheme = unstable_cache(
  async (slug: string): Promise<Heading | null> =>
    database().prisma.theme.findFirst({
      where: { slug, call: { opensAt: { lte: new Date() } } },
      orderBy: { call: { opensAt: "desc" } },
      select: { title: true },
    }),
  ["theme"],
  { tags: [callsTag], revalidate: 60 },
);

export type CallHeading = Heading & {
  slug: string;
  prompt: string;
  hashtag: string | null;
  /** ISO 8601; it takes stories until `closesAt`, or for good. */
  opensAt: string;
  closesAt: string | null;
  open: boolean;
  themes: { slug: string; title: string }[];
};

const callFields = {
  slug: true,
  title: true,
  prompt: true,
  hashtag: true,
  opensAt: true,
  closesAt: true,
  themes: { select: { slug: true, title: true }, orderBy: { position: "asc" } },
} as const satisfies Prisma.CallSelect;

type CallRow = Prisma.CallGetPayload<{ select: typeof callFields }>;

function toCallHeading(call: CallRow, now: Date): CallHeading {
  return {
    ...call,
    opensAt: call.opensAt.toISOString(),
    closesAt: call.closesAt?.toISOString() ?? null,
    open: callState(call, now) === "open",
  };
}

/** A call that has opened, closed since or not. */
export const findCall = unstable_cache(
  async (slug: string): Promise<CallHeading | null> => {
    const now = new Date();
    const where = { slug, opensAt: { lte: now } };
    const call = await database().prisma.call.findFirst({ where, select: callFields });
    return call && toCallHeading(call, now);
  },
  ["call"],
  { tags: [callsTag], revalidate: 60 },
);

const readCalls = unstable_cache(
  async (step: Step): Promise<Stretch & { calls: CallHeading[] }> => {
    const now = new Date();
    const { rows, ...stretch } = await readRows(
      Prisma.sql`SELECT "opensAt", "slug" FROM "Call" WHERE "opensAt" <= ${now.toISOString()}::timestamptz`,
      lastOpened,
      step,
    );
    const slugs = rows.map(({ slug }) => slug);
    const where = { slug: { in: slugs }, opensAt: { lte: now } };
    const calls = await database().prisma.call.findMany({ where, select: callFields });
    const bySlug = new Map(calls.map((call) => [call.slug, toCallHeading(call, now)]));
    return { calls: slugs.flatMap((slug) => bySlug.get(slug) ?? []), ...stretch };
  },
  ["calls"],
  { tags: [callsTag], revalidate: 60 },
);

/** Calls that have opened, the last first. Null when the value is not a cursor of theirs. */
export async function listCallHeadings(asked: Asked) {
  const step = stepOf(lastOpened, asked);
  return step && readCalls(step);
}

export type ThemeHeading = Heading & { slug: string };

const readThemes = unstable_cache(
  async (step: Step): Promise<Stretch & { themes: ThemeHeading[] }> => {
    const { rows, ...stretch } = await readRows<OpeningCursor & Heading, OpeningCursor>(
      Prisma.sql`SELECT DISTINCT ON (t."slug") t."slug", t."title", c."opensAt"
        FROM "Theme" t JOIN "Call" c ON c."id" = t."callId" WHERE c."opensAt" <= now()
        ORDER BY t."slug", c."opensAt" DESC`,
      lastOpened,
      step,
    );
    return { themes: rows.map(({ slug, title }) => ({ slug, title })), ...stretch };
  },
  ["themes"],
  { tags: [callsTag], revalidate: 60 },
);

/**
 * The themes of calls that have opened, those of the last call first; of one that several calls share,
 * the last counts. Null when the value is not a cursor of theirs.
 */
export async function listThemeHeadings(asked: Asked) {
  const step = stepOf(lastOpened, asked);
  return step && readThemes(step);
}

/** The roles that have stories. */
export const listRoles = unstable_cache(
  async (): Promise<RoleSlug[]> => {
    const slugs = roles.map(({ slug }) => slug);
    const names = slugs.map((slug) => listName("role", slug));
    const rows = await database().prisma.$queryRaw<{ name: string }[]>`
      SELECT name FROM unnest(${names}::text[]) AS name
      WHERE EXISTS (SELECT FROM "Listing" WHERE "list" = name)`;
    const told = new Set(rows.map(({ name }) => name));
    return slugs.filter((slug) => told.has(listName("role", slug)));
  },
  ["roles"],
  { tags: [listingsTag], revalidate },
);

/** So many of the newest under the same heading are compared. */
const CANDIDATES = 200;
const ALIKE = 3;

/** The stories before and after one in the feed, and up to three that are like it. */
export type Around = { earlier: string | null; later: string | null; alike: StoryPage["stories"] };

export async function getAround(id: string): Promise<Around> {
  if (!isStoryId(id)) return { earlier: null, later: null, alike: [] };
  return readAround(id);
}

const readAround = unstable_cache(
  async (id: string): Promise<Around> => {
    const { prisma } = database();
    const [earlier, later, alike] = await Promise.all([
      prisma.$queryRaw<{ id: string }[]>`
        SELECT near."id" FROM "PublishedStory" here, LATERAL (
          SELECT "id" FROM "PublishedStory" WHERE ("publishedAt", "id") < (here."publishedAt", here."id")
          ORDER BY "publishedAt" DESC, "id" DESC LIMIT 1) near
        WHERE here."id" = ${id}`,
      prisma.$queryRaw<{ id: string }[]>`
        SELECT near."id" FROM "PublishedStory" here, LATERAL (
          SELECT "id" FROM "PublishedStory" WHERE ("publishedAt", "id") > (here."publishedAt", here."id")
          ORDER BY "publishedAt", "id" LIMIT 1) near
        WHERE here."id" = ${id}`,
      findAlike(id),
    ]);
    return { earlier: earlier[0]?.id ?? null, later: later[0]?.id ?? null, alike };
  },
  ["around"],
  { tags, revalidate },
);

/** Of the newest under the same theme, or else of the same call, those whose words are most alike. */
async function findAlike(id: string): Promise<StoryPage["stories"]> {
  const rows = await database().prisma.$queryRaw<{ id: string }[]>`
    WITH here AS MATERIALIZED (
      SELECT ARRAY(
        SELECT word FROM unnest(tsvector_to_array("words")) word WHERE length(word) > 3
      ) AS "told", (SELECT "list" FROM "Listing" WHERE "storyId" = ${id}
        AND "list" ~ '^(theme|call):' ORDER BY "list" DESC LIMIT 1) AS "list"
      FROM "PublishedStory" WHERE "id" = ${id}
    )
    SELECT p."id" FROM here, LATERAL (
      SELECT "storyId" FROM "Listing" WHERE "list" = here."list"
      ORDER BY "publishedAt" DESC LIMIT ${CANDIDATES}
    ) near JOIN "PublishedStory" p ON p."id" = near."storyId"
    WHERE p."id" <> ${id}
    ORDER BY (SELECT count(*) FROM unnest(tsvector_to_array(p."words")) word
        WHERE word = ANY(here."told")) DESC,
      p."publishedAt" DESC, p."id" DESC
    LIMIT ${ALIKE}`;
  return readCards(rows.map((row) => row.id));
}
