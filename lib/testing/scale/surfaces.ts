/**
 * What readers and moderators ask of the database, by the functions that the pages call: for its
 * plans and times with few stories and with many. There has to be a filled database (prisma/fill).
 */
import { randomBytes } from "node:crypto";
import type { Viewer } from "#lib/accounts/viewer.ts";
import { getOpenCall } from "#lib/calls/queries.ts";
import { database } from "#lib/db.ts";
import { readNewest } from "#lib/feeds/queries.ts";
import { writeHeartCursor } from "#lib/finding/heart-cursor.ts";
import { getAround, pickAny } from "#lib/finding/around/queries.ts";
import { findCall, findTheme } from "#lib/finding/headings/queries.ts";
import { listHearted } from "#lib/finding/hearted/queries.ts";
import { listRoles, listStories, pageBefore } from "#lib/finding/queries.ts";
import { findStories, readFindChoices } from "#lib/finding/search/queries.ts";
import { findSchema } from "#lib/finding/search/schema.ts";
import { decide } from "#lib/moderation/commands.ts";
import { openNext } from "#lib/moderation/queue/commands.ts";
import { getQueue } from "#lib/moderation/queue/queries.ts";
import { wholeQueue } from "#lib/moderation/queue/schema.ts";
import { getStoryForModeration } from "#lib/moderation/queries.ts";
import { writeCursor } from "#lib/pagination.ts";
import { giveHeart, takeHeartBack } from "#lib/reactions/commands.ts";
import { readHearts } from "#lib/reactions/queries.ts";
import { getSimilarStories } from "#lib/screening/similar/queries.ts";
import { readStories } from "#lib/sitemap/queries.ts";
import { PAGE_SIZE, getPublishedStory, listPublishedStories } from "#lib/stories/queries.ts";
import { createUser } from "#lib/testing/accounts.ts";
import { createStory } from "#lib/testing/calls.ts";
import { seededDecision } from "#lib/testing/decisions.ts";
import { aWord } from "#lib/testing/words.ts";

export type Surface = {
  name: string;
  /** One time, as a page that nobody has asked for yet does it; throws when it finds nothing. */
  ask: () => Promise<unknown>;
};

/** The last page that is asked for, where there are so many. */
const DEEP_PAGE = 5_000;

type Place = { id: string; publishedAt: Date; hearts: number };

export async function surfacesOf(): Promise<Surface[]> {
  const { pool } = database();
  const place = async (sql: string, values: unknown[] = []): Promise<Place> => {
    const { rows } = await pool.query<Place>(sql, values);
    if (!rows[0]) throw new Error(`There is no such place: ${sql}`);
    return rows[0];
  };
  /** Where a page begins, of a list that has so many stories: page 5,000, or else the last one. */
  const before = (stories: number) =>
    Math.max(0, Math.min((DEEP_PAGE - 1) * PAGE_SIZE, stories - PAGE_SIZE) - 1);
  const count = async (sql: string, values: unknown[] = []) =>
    Number((await pool.query<{ count: string }>(sql, values)).rows[0]?.count);

  const all = await count(`SELECT count(*) FROM "PublishedStory"`);
  const inFeed = await place(
    `SELECT "id", "publishedAt" FROM "PublishedStory" ORDER BY "publishedAt" DESC, "id" DESC OFFSET $1 LIMIT 1`,
    [before(all)],
  );
  const hearted = await count(`SELECT count(*) FROM "HeartCount" WHERE "hearts" > 0`);
  const inHearted = await place(
    `SELECT "storyId" AS "id", "publishedAt", "hearts" FROM "HeartCount"
     ORDER BY "hearts" DESC, "publishedAt" DESC, "storyId" DESC OFFSET $1 LIMIT 1`,
    [before(hearted)],
  );
  const lists = await largestLists();
  const theme = lists.theme.replace("theme:", "");
  const inTheme = await place(
    `SELECT "storyId" AS "id", "publishedAt" FROM "Listing" WHERE "list" = $1
     ORDER BY "publishedAt" DESC, "storyId" DESC OFFSET $2 LIMIT 1`,
    [
      lists.theme,
      before(await count(`SELECT count(*) FROM "Listing" WHERE "list" = $1`, [lists.theme])),
    ],
  );
  const middle = await place(
    `SELECT p."id", p."publishedAt" FROM "PublishedStory" p JOIN "Revision" r ON r."id" = p."revisionId"
     WHERE r."themeId" IS NOT NULL ORDER BY p."publishedAt" DESC OFFSET $1 LIMIT 1`,
    [Math.floor(all / 3)],
  );
  const rare = await rareWord();
  const story = middle.id;
  const desk = await openDesk();
  const reader = randomBytes(16).toString("base64url");
  const givers: string[] = [];

  const full = async (page: Promise<{ stories: unknown[] } | null>) => {
    if ((await page)?.stories.length !== PAGE_SIZE) throw new Error("That is no whole page.");
  };
  const there = async (cursor: Promise<string | null | undefined>) => {
    if (!(await cursor)) throw new Error("There is no page before that one.");
  };
  return [
    ["`/`", () => Promise.all([full(listPublishedStories(null)), getOpenCall()])],
    [
      "`/older/…`, page 5,000",
      () =>
        Promise.all([
          full(listPublishedStories(writeCursor(inFeed))),
          there(pageBefore(null, writeCursor(inFeed))),
          getOpenCall(),
        ]),
    ],
    [
      "`/themes/<slug>`",
      () => Promise.all([findTheme(theme), full(listStories({ list: lists.theme, cursor: null }))]),
    ],
    [
      "`/themes/<slug>/older/…`, page 5,000 or the last",
      () =>
        Promise.all([
          full(listStories({ list: lists.theme, cursor: writeCursor(inTheme) })),
          there(pageBefore(lists.theme, writeCursor(inTheme))),
        ]),
    ],
    [
      "`/roles`",
      async () => {
        if ((await listRoles()).length === 0) throw new Error("There is no role.");
      },
    ],
    [
      "`/calls/<slug>`",
      () =>
        Promise.all([
          findCall(lists.call.replace("call:", "")),
          full(listStories({ list: lists.call, cursor: null })),
        ]),
    ],
    ["`/hashtags/<tag>`", () => full(listStories({ list: lists.hashtag, cursor: null }))],
    ["`/roles/<slug>`", () => full(listStories({ list: lists.role, cursor: null }))],
    ["`/hearted`", () => full(listHearted("ever", null))],
    [
      "`/hearted/older/…`, page 5,000 or the last",
      () => full(listHearted("ever", writeHeartCursor(inHearted))),
    ],
    ["`/hearted/week`", () => full(listHearted("week", null))],
    ["`/random`", () => pickAny()],
    [
      "`/stories/<id>`",
      async () => {
        const [found, around] = [await getPublishedStory(story), await getAround(story)];
        if (!found || !around.earlier || !around.later || around.alike.length !== 3)
          throw new Error("That is no whole page.");
      },
    ],
    ["`/search`, before a search", () => readFindChoices()],
    ["search: a common word", () => search("mother")],
    [
      "search: a common word, a page further on",
      () => search("mother", { older: writeCursor(middle) }),
    ],
    ["search: a rare word", () => search(rare)],
    ["search: a misspelt word", () => search("hosptial")],
    ["search: two common words", () => search("mother hospital")],
    ["search: words that everyone uses", () => search("the and to")],
    ["hearts of a story", () => readHearts(story, reader)],
    [
      "a heart is given",
      () => {
        const giver = randomBytes(16).toString("base64url");
        givers.push(giver);
        return giveHeart({ storyId: story, reader: giver, address: newAddress() });
      },
    ],
    [
      "a heart is taken back",
      () => takeHeartBack({ storyId: story, reader: givers.pop() ?? null, address: newAddress() }),
    ],
    ["`/feed.xml`", () => readNewest(null)],
    ["`/themes/<slug>/feed.xml`", () => readNewest(lists.theme)],
    ["the sitemap, for 10,000 stories", () => readStories(null, null, 10_000)],
    [
      "the desk: the queue",
      () => Promise.all([openNext(desk.viewer, wholeQueue), getQueue(desk.viewer, wholeQueue)]),
    ],
    [
      "the desk: a story",
      () =>
        Promise.all([
          getStoryForModeration(desk.viewer, desk.first),
          getSimilarStories(desk.viewer, desk.first),
        ]),
    ],
    ["the desk: a decision publishes", () => desk.approve()],
  ].map(([name, ask]) => ({ name, ask }) as Surface);
}

let addresses = 0;

/** Of a documentation range: what counts by address never refuses. */
const newAddress = () => `2001:db8:5ca1:${(++addresses).toString(16)}::1`;

/** The largest list of each kind. */
async function largestLists() {
  const { rows } = await database().pool.query<{ kind: string; list: string }>(
    `SELECT DISTINCT ON (kind) split_part("list", ':', 1) AS kind, "list" FROM (
       SELECT "list", count(*) AS stories FROM "Listing" GROUP BY 1) AS counted,
       split_part("list", ':', 1) AS kind
     ORDER BY kind, stories DESC`,
  );
  const lists = new Map(rows.map(({ kind, list }) => [kind, list]));
  return {
    theme: lists.get("theme") ?? "",
    call: lists.get("call") ?? "",
    hashtag: lists.get("hashtag") ?? "",
    role: lists.get("role") ?? "",
  };
}

/** Of those that are known, one that as few stories have as any. */
async function rareWord(): Promise<string> {
  const { rows } = await database().pool.query<{ word: string }>(
    `SELECT "word" FROM "FoundWord" WHERE "word" ~ '^[a-z]{7,}$' ORDER BY "stories", "word" LIMIT 1`,
  );
  return rows[0]?.word ?? "";
}

/** Looks for words as `/search` does. Answers how that went. */
export async function search(q: string, over: { older?: string; theme?: string | null } = {}) {
  const find = findSchema.parse({ q, older: null, ...over });
  return findStories(find, { language: "en", address: newAddress() });
}

/** A moderator, and stories that wait: each approval is of the next. */
async function openDesk() {
  const { prisma } = database();
  const viewer: Viewer = await createUser({ name: "Ines", role: "MODERATOR" });
  const { slug } = await prisma.call.findFirstOrThrow({ where: { closesAt: null } });
  const waiting: { id: string; revisionId: string }[] = [];
  for (let at = 0; at < WAITING; at++)
    waiting.push(await createStory(slug, `The kettle was on before I asked, ${aWord()}.`));
  let next = 0;
  const approve = async () => {
    const story = waiting[next++];
    if (!story) throw new Error("Nothing waits any more.");
    const given = { storyId: story.id, revisionId: story.revisionId, kind: "APPROVE" };
    const decided = await decide(viewer, seededDecision(given));
    if (!decided.ok) throw new Error(decided.message);
  };
  return { viewer, first: waiting[WAITING - 1]?.id ?? "", approve };
}

const WAITING = 40;
