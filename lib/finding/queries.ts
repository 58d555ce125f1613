import "server-only";
import { unstable_cache } from "next/cache";
import { Prisma, database } from "#lib/db.ts";
import {
  type Asked,
  type Order,
  type Step,
  type Stretch,
  newest,
  stepOf,
} from "#lib/finding/order.ts";
import { listName } from "#lib/finding/listings.ts";
import { type RoleSlug, roles } from "#lib/finding/roles.ts";
import type { Cursor } from "#lib/pagination.ts";
import { type StoryPage, PAGE_SIZE, readCards } from "#lib/stories/queries.ts";
import { everyStoryTag, heartsTag, listingsTag, storiesTag } from "#lib/stories/tags.ts";

/** Bounds how long a page could be wrong if every invalidation were lost. */
export const revalidate = 300;

export const tags = [listingsTag, storiesTag, everyStoryTag, heartsTag];

const valueOf = (value: unknown) =>
  value instanceof Date ? Prisma.sql`${value.toISOString()}::timestamptz` : Prisma.sql`${value}`;

/**
 * Rows of a list from a place on, the greatest first whichever way it goes. One row more than a page
 * tells whether there are others. On the way that was come, there are.
 */
export async function readRows<Row extends Place, Place extends object>(
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

export async function readStories<Place extends { id: string }>(
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
 * Where the page begins that comes before the one at a cursor: a page's worth of stories up to the
 * cursor's own, or to its place once that story is gone. Null for the first page of the list, and
 * undefined for what is above that.
 */
export async function pageBefore(
  list: string | null,
  cursor: string | null,
): Promise<string | null | undefined> {
  return cursor === null ? undefined : readBefore(list, cursor);
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
  { tags: [listingsTag, storiesTag], revalidate },
);
