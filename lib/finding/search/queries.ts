import "server-only";
import { unstable_cache } from "next/cache";
import { callsTag } from "#lib/calls/tags.ts";
import { type Transaction, Prisma, database } from "#lib/db.ts";
import { configurationOf, plainConfiguration, spaced } from "#lib/finding/languages.ts";
import { listName } from "#lib/finding/listings.ts";
import { COUNT_LIMIT, type Find, isNarrowed, widened } from "#lib/finding/search/schema.ts";
import { readCursor, writeCursor } from "#lib/pagination.ts";
import { addressKey, consume } from "#lib/rate-limit.ts";
import { type StoryCard, PAGE_SIZE, readCards } from "#lib/stories/queries.ts";

/** However it is asked, the database is given up after so long, but for a last look at twenty stories. */
const PATIENCE_MS = 400;

/** Words of a story, and whether they are what was looked for. */
export type Part = { text: string; found: boolean };

export type Results = {
  stories: (StoryCard & { parts: Part[] })[];
  older: string | null;
  /** How many there are in all; null for more than COUNT_LIMIT. */
  count: number | null;
  /**
   * Where there is none: how the words may be meant, in the spelling that stories have; in all stories
   * where those looked through have it in none.
   */
  meant: Find | null;
};

/** Why nothing was looked for: there was nothing to look for, it took too long, or came too often. */
export type NoResults = "nothing-asked" | "too-much" | "too-often";

export type Reader = {
  /** BCP 47. */
  language: string;
  /** The client's, for the limit. */
  address: string;
};

type Row = { id: string; publishedAt: Date };

/**
 * Published stories by their words and bylines, newest first. Words are bent as the reader's language
 * bends them, and found as they are written in every other.
 */
export async function findStories(
  find: Find,
  { language, address }: Reader,
): Promise<Results | NoResults> {
  const counted = await consume("search", addressKey(address));
  if (!counted.ok) return "too-often";
  const query = queryOf(find.q, language);
  const { prisma } = database();
  try {
    return await prisma.$transaction(async (tx) => {
      // From here on: waiting for a connection takes nobody's time from the database.
      const until = performance.now() + PATIENCE_MS;
      await hurry(tx, until);
      // "T" is what no index helps with, because only words are told that it is to be without.
      const [asked] = await tx.$queryRaw<{ nodes: number; tree: string }[]>`
        SELECT numnode(${query}) AS "nodes", querytree(${query}) AS "tree"`;
      if (!asked?.nodes) return "nothing-asked";
      const hasIndex = asked.tree !== "T";
      const { count, rows } = await readPlaces(tx, { find, query, hasIndex, until });
      const page = rows.slice(0, PAGE_SIZE);
      const last = page.at(-1);
      const ids = page.map(({ id }) => id);
      await hurry(tx, until);
      return {
        stories: await markWords(tx, ids, find.q, query),
        older: rows.length > PAGE_SIZE && last ? writeCursor(last) : null,
        count,
        meant: count === 0 ? await meantBy(tx, { find, language, until }) : null,
      };
    });
  } catch (error) {
    // Its time was over; or every connection was taken for as long as one waits for one.
    if (says(error, /57014|statement timeout|P2028/)) return "too-much";
    // What asks is nested deeper than PostgreSQL reads.
    if (says(error, /tsquery stack/)) return "nothing-asked";
    throw error;
  }
}

/** What is asked from here on has no longer than what is left of a search's time. */
async function hurry(tx: Transaction, until: number): Promise<void> {
  const left = Math.max(1, Math.ceil(until - performance.now()));
  await setHere(tx, "statement_timeout", String(left));
}

/** For the rest of the transaction. */
async function setHere(tx: Transaction, name: string, value: string): Promise<void> {
  await tx.$executeRaw`SELECT set_config(${name}, ${value}, true)`;
}

function queryOf(words: string, language: string): Prisma.Sql {
  const bent = (configuration: string) => bentBy(Prisma.sql`${configuration}`, words);
  return Prisma.sql`(${bent(plainConfiguration)} || ${bent(configurationOf(language))})`;
}

function bentBy(configuration: Prisma.Sql, words: string): Prisma.Sql {
  // PostgreSQL knows the plain quotes only; phones write others.
  const text = spaced(words.replace(/[“”„«»]/g, '"'));
  return Prisma.sql`websearch_to_tsquery(${configuration}::regconfig, ${text})`;
}

function conditionsOf({ theme, call, unwarned }: Find, query: Prisma.Sql): Prisma.Sql {
  const inList = (list: string) => Prisma.sql`AND EXISTS (SELECT FROM "Listing" l
    WHERE l."list" = ${list} AND l."publishedAt" = p."publishedAt" AND l."storyId" = p."id")`;
  return Prisma.sql`p."words" @@ ${query}
    ${theme === null ? Prisma.empty : inList(listName("theme", theme))}
    ${call === null ? Prisma.empty : inList(listName("call", call))}
    ${unwarned === null ? Prisma.empty : isUnwarned}`;
}

const isUnwarned = Prisma.sql`
  AND NOT EXISTS (SELECT FROM "StoryWarning" w WHERE w."storyId" = p."id")
  AND NOT EXISTS (SELECT FROM "Story" s WHERE s."id" = p."id" AND s."gatedAt" IS NOT NULL)`;

type Asked = { find: Find; query: Prisma.Sql; hasIndex: boolean; until: number };

type Places = { count: number | null; rows: Row[] };

/** So many of the newest stories are looked at one by one: it takes a millisecond, or ten. */
const NEWEST = [2_500, 25_000];

/** Where fewer of the first are it, the index has not too many of it either. */
const OFTEN = 100;

/**
 * A page of places, and how many there are. Of what most stories have, the newest have enough; what
 * the index has is fetched whole where it is little, and else only where the newest have no page of it.
 */
async function readPlaces(
  tx: Transaction,
  { find, query, hasIndex, until }: Asked,
): Promise<Places> {
  const conditions = conditionsOf(find, query);
  const after = find.older === null ? null : readCursor(find.older);
  const isOlder = after
    ? Prisma.sql`("publishedAt", "id") < (${after.publishedAt.toISOString()}::timestamptz, ${after.id})`
    : Prisma.sql`true`;
  const read = async (from: Prisma.Sql, limit = Prisma.empty) => {
    await hurry(tx, until);
    const rows = await tx.$queryRaw<(Row & { all: number })[]>`
      WITH found AS MATERIALIZED (
        SELECT p."id", p."publishedAt" FROM ${from} p WHERE ${conditions} ${limit}
      ), counted AS (SELECT count(*)::int AS "all" FROM found)
      SELECT found."id", found."publishedAt", "all" FROM counted LEFT JOIN found ON ${isOlder}
      ORDER BY "publishedAt" DESC, "id" DESC LIMIT ${PAGE_SIZE + 1}`;
    return { count: rows[0]?.all ?? 0, rows: rows.filter(({ id }) => id !== null) };
  };
  let page: Row[] = [];
  for (const size of NEWEST) {
    const newest = await read(Prisma.sql`(
      SELECT "id", "publishedAt", "words" FROM "PublishedStory" WHERE ${isOlder}
      ORDER BY "publishedAt" DESC, "id" DESC LIMIT ${size})`);
    page = newest.rows;
    if (newest.count > COUNT_LIMIT) return { count: null, rows: page };
    if (newest.count < OFTEN) break;
  }
  await setHere(tx, "enable_seqscan", "off");
  // Nobody can interrupt a search in the index for what it can't tell.
  if (!hasIndex) await setHere(tx, "enable_bitmapscan", "off");
  const stories = Prisma.sql`"PublishedStory"`;
  const few = await read(stories, Prisma.sql`LIMIT ${COUNT_LIMIT + 1}`);
  if (few.count <= COUNT_LIMIT) return few;
  if (page.length > PAGE_SIZE) return { count: null, rows: page };
  return { count: null, rows: (await read(stories)).rows };
}

/** What no story says: they stand around the words that were looked for. */
const [START, END] = ["\u{f0000}", "\u{f0001}"];

const headline = `HighlightAll=true, StartSel="${START}", StopSel="${END}"`;

/** Words found as they are written are read as the story's language bends them: so is what asked for them. */
async function markWords(
  tx: Transaction,
  ids: string[],
  words: string,
  query: Prisma.Sql,
): Promise<Results["stories"]> {
  const stories = await readCards(ids, tx);
  const texts = stories.map(({ text }) => text);
  const configurations = stories.map(({ language }) => configurationOf(language));
  const rows = await tx.$queryRaw<{ marked: string }[]>`
    SELECT ts_headline(r.configuration::regconfig, r.text,
      ${query} || ${bentBy(Prisma.sql`r.configuration`, words)}, ${headline}) AS "marked"
    FROM unnest(${configurations}::text[], ${texts}::text[]) WITH ORDINALITY AS r(configuration, text, at)
    ORDER BY r.at`;
  return stories.map((story, at) => ({
    ...story,
    parts: partsOf(rows[at]?.marked ?? story.text, story.text),
  }));
}

/** Where marking changed more than it should, nothing is marked. */
function partsOf(marked: string, text: string): Part[] {
  const parts = marked
    .split(START ?? "")
    .flatMap((piece, at): Part[] => {
      if (at === 0) return [{ text: piece, found: false }];
      const [found = "", rest = ""] = piece.split(END ?? "");
      return [
        { text: found, found: true },
        { text: rest, found: false },
      ];
    })
    .filter((part) => part.text !== "");
  const whole = parts.map((part) => part.text).join("");
  return whole === text ? parts : [{ text, found: false }];
}

/** Words that no story has, as those that stories have spell them; null where that finds nothing either. */
async function meantBy(
  tx: Transaction,
  { find, language, until }: { find: Find; language: string; until: number },
): Promise<Find | null> {
  const words = [...find.q.toLowerCase().matchAll(/\p{L}{4,30}/gu)].map(([word]) => word);
  if (words.length === 0) return null;
  await hurry(tx, until);
  const rows = await tx.$queryRaw<{ asked: string; word: string }[]>`
    SELECT asked, (SELECT "word" FROM "FoundWord" WHERE "word" % unaccent(asked)
      ORDER BY similarity("word", unaccent(asked)) DESC, "stories" DESC, "word" LIMIT 1) AS "word"
    FROM unnest(${words}::text[]) asked`;
  const known = new Map(rows.map(({ asked, word }) => [asked, word]));
  const q = find.q.toLowerCase().replaceAll(/\p{L}{4,30}/gu, (word) => known.get(word) ?? word);
  if (q === find.q.toLowerCase()) return null;
  const meant = { ...find, q, older: null };
  for (const each of isNarrowed(find) ? [meant, widened(meant)] : [meant]) {
    await hurry(tx, until);
    const [row] = await tx.$queryRaw<unknown[]>`
      SELECT FROM "PublishedStory" p WHERE ${conditionsOf(each, queryOf(q, language))} LIMIT 1`;
    if (row) return each;
  }
  return null;
}

/** What PostgreSQL answered, however deep the client has wrapped it. */
function says(error: unknown, pattern: RegExp): boolean {
  return error instanceof Error && pattern.test(`${error.message} ${JSON.stringify(error)}`);
}

type Choice = { value: string; label: string };

/** What a search can be narrowed to: the calls that have opened, the newest first, and their themes. */
export const readFindChoices = unstable_cache(
  async (): Promise<{ calls: Choice[]; themes: Choice[] }> => {
    const calls = await database().prisma.call.findMany({
      where: { opensAt: { lte: new Date() } },
      orderBy: [{ opensAt: "desc" }, { id: "asc" }],
      take: 50,
      select: {
        slug: true,
        title: true,
        themes: { select: { slug: true, title: true }, orderBy: { position: "asc" } },
      },
    });
    const themes = new Map<string, string>();
    // Of a theme that several calls share, the newest call's title counts.
    for (const { slug, title } of calls.flatMap((call) => call.themes))
      if (!themes.has(slug)) themes.set(slug, title);
    return {
      calls: calls.map(({ slug, title }) => ({ value: slug, label: title })),
      themes: [...themes].map(([value, label]) => ({ value, label })),
    };
  },
  ["find-choices"],
  { tags: [callsTag], revalidate: 60 },
);
