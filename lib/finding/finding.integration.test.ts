import { beforeAll, describe, expect, test, vi } from "vitest";
import type { Viewer } from "#lib/accounts/viewer.ts";
import { database } from "#lib/db.ts";
import { indexStories } from "#lib/finding/commands.ts";
import { listName } from "#lib/finding/listings.ts";
import { getAround, pickAny } from "#lib/finding/around/queries.ts";
import { findCall, findTheme } from "#lib/finding/headings/queries.ts";
import { listHearted } from "#lib/finding/hearted/queries.ts";
import { listRoles, listStories, pageBefore } from "#lib/finding/queries.ts";
import { decide } from "#lib/moderation/commands.ts";
import { undoDecision } from "#lib/moderation/undo/commands.ts";
import { becomeAnonymous, withdrawStory } from "#lib/stories/own/commands.ts";
import { PAGE_SIZE } from "#lib/stories/queries.ts";
import { createUser } from "#lib/testing/accounts.ts";
import { createCall, createStory } from "#lib/testing/calls.ts";
import { seededDecision } from "#lib/testing/decisions.ts";
import { tellStory } from "#lib/testing/told-stories.ts";

vi.mock("next/cache", () => ({ unstable_cache: (read: () => unknown) => read }));

const { prisma, pool } = database();
let callSlug: string;
let ines: Viewer;
beforeAll(async () => {
  callSlug = await createCall();
  ines = await createUser({ name: "Ines", role: "MODERATOR" });
});

type Story = Awaited<ReturnType<typeof createStory>>;

async function decideOn({ id, revisionId }: Story, kind: "APPROVE" | "TAKE_DOWN" | "RESTORE") {
  const reason = kind === "TAKE_DOWN" ? "harmful" : "";
  const decided = await decide(ines, seededDecision({ storyId: id, revisionId, kind, reason }));
  if (!decided.ok) throw new Error(decided.message);
  return decided.value.decisionId;
}

async function publish(text?: string, over: Parameters<typeof createStory>[2] = {}) {
  const story = await createStory(callSlug, text, over);
  await decideOn(story, "APPROVE");
  return story;
}

const idsOf = async (list: string) =>
  (await listStories({ list, cursor: null }))?.stories.map(({ id }) => id) ?? [];

const rowOf = ({ id }: Story) => prisma.publishedStory.findUnique({ where: { id } });

const heartsOf = async ({ id }: Story) =>
  (await prisma.heartCount.findUnique({ where: { storyId: id } }))?.hearts ?? null;

/** All words that are kept to be found by. */
const wordsOf = async ({ id }: Story) => {
  const { rows } = await pool.query<{ words: string }>(
    `SELECT "words"::text FROM "PublishedStory" WHERE "id" = $1`,
    [id],
  );
  return rows[0]?.words ?? null;
};

test("what is published is found once it was read; what is not, is not", async () => {
  const waiting = await createStory(callSlug, "Nobody has read the #lantern yet.");
  const story = await publish("The porters heard the #lantern fall.", {
    ...{ theme: "small-wins", bylineName: "Noor", bylineRole: "night nurse" },
  });
  expect(await rowOf(story)).toMatchObject({ indexedAt: null, language: null });
  expect(await indexStories()).toBe(1);
  expect(await rowOf(story)).toMatchObject({ indexedAt: expect.any(Date), language: "en" });
  expect(await listRoles()).toContain("nurse");
  for (const list of [
    listName("theme", "small-wins"),
    listName("call", callSlug),
    listName("hashtag", "lantern"),
    listName("role", "nurse"),
  ]) {
    expect(await idsOf(list), list).toContain(story.id);
    expect(await idsOf(list), list).not.toContain(waiting.id);
  }
  // As it is bent, as it is written, and by whom.
  for (const word of ["'porter'", "'porters'", "'noor'"])
    expect(await wordsOf(story)).toContain(word);
  expect(await rowOf(waiting)).toBeNull();
  expect(await indexStories()).toBe(0);
});

describe("in the same moment, nothing is found of a story that", () => {
  test.each([
    ["is taken down", (story: Story) => decideOn(story, "TAKE_DOWN")],
    ["is withdrawn", (story: Story) => withdrawStory(null, story.token)],
  ])("%s", async (_what, happens) => {
    const story = await publish("A #candle went out.");
    await indexStories();
    expect(await idsOf(listName("hashtag", "candle"))).toContain(story.id);
    await happens(story);
    expect(await idsOf(listName("hashtag", "candle"))).not.toContain(story.id);
    expect([await rowOf(story), await wordsOf(story)]).toEqual([null, null]);
    expect(await prisma.listing.count({ where: { storyId: story.id } })).toBe(0);
  });

  test("was approved, when that is undone", async () => {
    const story = await createStory(callSlug, "A #match was struck.");
    const decisionId = await decideOn(story, "APPROVE");
    await indexStories();
    await undoDecision(ines, decisionId);
    expect(await idsOf(listName("hashtag", "match"))).toEqual([]);
  });

  test("has no byline any more: it is read again without", async () => {
    const story = await publish("Someone hummed.", { bylineName: "Xanthe", bylineRole: "midwife" });
    await indexStories();
    expect(await idsOf(listName("role", "midwife"))).toContain(story.id);
    await becomeAnonymous(null, story.token);
    expect(await idsOf(listName("role", "midwife"))).not.toContain(story.id);
    expect(await wordsOf(story)).toBeNull();
    await indexStories();
    expect(await wordsOf(story)).not.toContain("xanthe");
    expect(await idsOf(listName("call", callSlug))).toContain(story.id);
  });
});

test("put back, it is found again, with the hearts it had", async () => {
  const story = await publish("The #kettle sang.");
  await indexStories();
  await prisma.heart.create({ data: { storyId: story.id, readerHash: new Uint8Array(32) } });
  await decideOn(story, "TAKE_DOWN");
  await decideOn(story, "RESTORE");
  await indexStories();
  expect(await heartsOf(story)).toBe(1);
  expect(await idsOf(listName("hashtag", "kettle"))).toEqual([story.id]);
});

test("many at once read each story once", async () => {
  const stories = await Promise.all(Array.from({ length: 12 }, () => publish("A #chorus sang.")));
  const counts = await Promise.all([indexStories(), indexStories(), indexStories()]);
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(stories.length);
  expect((await idsOf(listName("hashtag", "chorus"))).sort()).toEqual(
    stories.map(({ id }) => id).sort(),
  );
});

test("a list goes on from page to page, newest first, each story once", async () => {
  const stories: Story[] = [];
  for (let at = 0; at < PAGE_SIZE + 3; at++) stories.push(await publish(`The #queue, ${at}.`));
  await indexStories();
  // Three at one moment, over the edge of the page.
  const edge = stories.slice(1, 4).map(({ id }) => id);
  await pool.query(
    `UPDATE "Story" SET "publishedAt" = '2026-01-01T00:00:00Z' WHERE "id" = ANY($1)`,
    [edge],
  );
  await indexStories();
  const list = listName("hashtag", "queue");
  const first = await listStories({ list, cursor: null });
  const second = await listStories({ list, cursor: first?.older ?? "" });
  expect(first?.stories).toHaveLength(PAGE_SIZE);
  expect(second).toMatchObject({ older: null });
  const all = [...(first?.stories ?? []), ...(second?.stories ?? [])];
  expect(new Set(all.map(({ id }) => id)).size).toBe(PAGE_SIZE + 3);
  const times = all.map(({ publishedAt }) => publishedAt);
  expect(times).toEqual(times.toSorted().reverse());
  expect(await listStories({ list, cursor: "nonsense" })).toBeNull();
});

test("most hearted first, of this week or of all time", async () => {
  await prisma.heart.deleteMany();
  const [old, fresh] = [await publish("An old favourite."), await publish("A new one.")];
  const give = async (story: Story, count: number, at: string) => {
    for (let reader = 0; reader < count; reader++) {
      await prisma.heart.create({
        data: { storyId: story.id, readerHash: new Uint8Array(32).fill(reader), createdAt: at },
      });
    }
    expect(await heartsOf(story)).toBe(count);
  };
  await give(old, 3, "2026-01-01T00:00:00Z");
  await give(fresh, 2, new Date().toISOString());
  const hearted = async (since: "week" | "ever") =>
    (await listHearted(since, null))?.stories.map(({ id }) => id);
  expect(await hearted("ever")).toEqual([old.id, fresh.id]);
  expect(await hearted("week")).toEqual([fresh.id]);
  expect(await listHearted("ever", "x")).toBeNull();
});

test("before and after a story, and like it", async () => {
  const like = await publish("The porter whistled a waltz in the lift.", { theme: "small-wins" });
  const here = await publish("The porter whistled in the lift again.", { theme: "small-wins" });
  const other = await publish("Nobody asked about lunch.", { theme: "small-wins" });
  await indexStories();
  const around = await getAround(here.id);
  expect([around.earlier, around.later]).toEqual([like.id, other.id]);
  expect(around.alike[0]?.id).toBe(like.id);
  expect(around.alike.map(({ id }) => id)).not.toContain(here.id);
  expect(around.alike.length).toBeLessThanOrEqual(3);
  expect((await getAround(other.id)).later).toBeNull();
  expect(await getAround("nonsense")).toEqual({ earlier: null, later: null, alike: [] });
});

test("one at random is a published one, of the fifty after a place, and after the last come the first", async () => {
  const { id: callId } = await prisma.call.findUniqueOrThrow({ where: { slug: callSlug } });
  for (let at = 0; at < 80; at++) await tellStory({ callId, status: "PUBLISHED" });
  const { rows } = await pool.query<{ id: string }>(
    `SELECT "id" FROM "PublishedStory" ORDER BY "id"`,
  );
  const ids = rows.map(({ id }) => id);
  const near = [...ids.slice(-10), ...ids.slice(0, 40)];
  const picked = await Promise.all(Array.from({ length: 60 }, () => pickAny(ids.at(-10))));
  expect(picked.filter((id) => !near.includes(id ?? ""))).toEqual([]);
  // Sixty times the same one, or only of either end, is no chance.
  expect(picked.some((id) => ids.slice(-10).includes(id ?? ""))).toBe(true);
  expect(picked.some((id) => ids.slice(0, 40).includes(id ?? ""))).toBe(true);
  expect(ids).toContain(await pickAny());
});

test("headings are those of calls that have opened", async () => {
  expect(await findTheme("small-wins")).toMatchObject({ title: expect.any(String) });
  expect(await findTheme("no-such-theme")).toBeNull();
  expect(await findCall(callSlug)).toMatchObject({ slug: callSlug, open: true });
  const later = await createCall();
  const opensAt = new Date(Date.now() + 60_000);
  await prisma.call.update({ where: { slug: later }, data: { opensAt } });
  expect(await findCall(later)).toBeNull();
});

test("from page to page down a list, and up again by the same pages", async () => {
  for (let at = 0; at < 2 * PAGE_SIZE + 1; at++) await publish("The #stairwell again.");
  await indexStories();
  const list = listName("hashtag", "stairwell");
  const olderThan = async (cursor: string | null) =>
    (await listStories({ list, cursor }))?.older ?? null;
  const second = await olderThan(null);
  const third = await olderThan(second);
  expect(third).not.toBeNull();
  expect(await pageBefore(list, third)).toBe(second);
  expect(await pageBefore(list, second)).toBeNull();
  expect(await pageBefore(list, null)).toBeUndefined();
});
