import { randomBytes } from "node:crypto";
import { nanoid } from "nanoid";
import { beforeAll, expect, test } from "vitest";
import type { Viewer } from "#lib/accounts/viewer.ts";
import { database } from "#lib/db.ts";
import { decide } from "#lib/moderation/commands.ts";
import type { DecisionInput } from "#lib/moderation/schema.ts";
import { type Bounds, PAGE_SIZE, searchStories } from "#lib/moderation/search/queries.ts";
import { newStoryId } from "#lib/stories/id.ts";
import { withdrawStory } from "#lib/stories/own/commands.ts";
import { createUser } from "#lib/testing/accounts.ts";
import { createCall, createStory } from "#lib/testing/calls.ts";
import { seededDecision } from "#lib/testing/decisions.ts";

const { prisma } = database();
let ines: Viewer;
let tomas: Viewer;
let callSlug: string;
beforeAll(async () => {
  ines = await createUser({ name: "Ines", role: "MODERATOR" });
  tomas = await createUser({ name: "Tomas", role: "MODERATOR" });
  callSlug = await createCall();
});

type Story = { id: string; revisionId: string };

/** Waiting stories with these words, the first sent first, whatever the form would say to them. */
async function tellAll(texts: string[], sentFrom = new Date()): Promise<Story[]> {
  const call = await prisma.call.findUniqueOrThrow({ where: { slug: callSlug } });
  const stories = texts.map((text, at) => {
    const submittedAt = new Date(sentFrom.getTime() + at);
    return { id: newStoryId(), revisionId: nanoid(), text, submittedAt };
  });
  await prisma.$transaction([
    prisma.story.createMany({
      data: stories.map(({ id, submittedAt }) => ({
        ...{ id, callId: call.id, submittedAt, waitingSince: submittedAt },
        idempotencyKeyHash: randomBytes(32),
      })),
    }),
    prisma.revision.createMany({
      data: stories.map(({ id, revisionId, text }) => ({
        ...{ id: revisionId, storyId: id, number: 1, text, weight: 100 },
      })),
    }),
    prisma.consent.createMany({
      data: stories.map(({ id }) => ({ storyId: id, use: "SITE" as const })),
    }),
    prisma.$executeRaw`
      UPDATE "Story" s SET "latestRevisionId" = r."id"
      FROM "Revision" r WHERE r."storyId" = s."id" AND s."latestRevisionId" IS NULL`,
  ]);
  return stories;
}

async function tell(text: string): Promise<Story> {
  const [story] = await tellAll([text]);
  if (!story) throw new Error("It is one.");
  return story;
}

async function decideOn(story: Story, kind: DecisionInput["kind"], by = ines) {
  const { id: storyId, revisionId } = story;
  const reason = kind === "APPROVE" ? "" : "promotion";
  const decided = await decide(by, seededDecision({ storyId, revisionId, kind, reason }));
  if (!decided.ok) throw new Error(decided.message);
}

async function search(values: Record<string, unknown>) {
  const page = await searchStories(ines, values);
  if (!page) throw new Error("A moderator may search.");
  return page;
}

const found = async (values: Record<string, unknown>) =>
  (await search(values)).stories.map(({ id }) => id);

test("only moderators search", async () => {
  const { id } = await createStory(callSlug);
  const [storyteller, editor] = await Promise.all([
    createUser({ name: "Noor", role: "STORYTELLER" }),
    createUser({ name: "Edda", role: "EDITOR" }),
  ]);
  for (const viewer of [null, storyteller, editor]) {
    expect(await searchStories(viewer, { words: id })).toBeNull();
  }
  const admin = await createUser({ name: "Ada", role: "ADMIN" });
  expect((await searchStories(admin, { words: id }))?.stories).toHaveLength(1);
});

test("by words, in any case and order, whatever became of the story", async () => {
  const waiting = await tell("The zeppelin landed on the Rooftop.");
  const rejected = await tell("A ZEPPELIN again,\nover the rooftops.");
  await tell("A zeppelin, and nothing below it.");
  await decideOn(rejected, "REJECT");
  expect(await found({ words: "rooftop Zeppelin" })).toEqual([rejected.id, waiting.id]);
  expect(await found({ words: "rooftop zeppelin balloon" })).toEqual([]);
  expect(await found({ words: "rooftop zeppelin", status: "REJECTED" })).toEqual([rejected.id]);
});

test("by words of two letters, and of letters in two parts", async () => {
  const { id } = await tell("Xq was the name of the café’s cat.");
  expect(await found({ words: "xQ" })).toEqual([id]);
  expect(await found({ words: "cafe\u0301’s" })).toEqual([id]);
});

test("by words of an earlier version, which it says", async () => {
  const story = await createStory(callSlug, "The accordion was out of tune.");
  const { id } = await prisma.revision.create({
    data: { storyId: story.id, number: 2, text: "The fiddle was out of tune.", weight: 27 },
  });
  await prisma.story.update({ where: { id: story.id }, data: { latestRevisionId: id } });
  const [earlier] = (await search({ words: "accordion" })).stories;
  expect(earlier).toMatchObject({ id: story.id, inAnotherVersion: true });
  expect(earlier?.text).toContain("fiddle");
  const [latest] = (await search({ words: "fiddle" })).stories;
  expect(latest).toMatchObject({ id: story.id, inAnotherVersion: false });
});

test("by the byline", async () => {
  const { id } = await createStory(callSlug, undefined, { bylineName: "Oluwaseun Quill" });
  expect(await found({ words: "quill oluwa" })).toEqual([id]);
});

test("an id finds exactly its story; twelve letters are also a word", async () => {
  const { id } = await createStory(callSlug);
  const other = await tell(`It said ${id} on the bag.`);
  expect(await found({ words: ` ${id} `, status: "WITHDRAWN" })).toEqual([id]);
  const word = await tell("The whole neighborhood came.");
  expect(await found({ words: "Neighborhood" })).toEqual([word.id]);
  expect(await found({ words: other.id })).toEqual([other.id]);
});

test("by who decided anything on it, also when it was undone", async () => {
  const story = await createStory(callSlug);
  await decideOn(story, "APPROVE", tomas);
  const page = await search({ moderator: tomas.id });
  expect(page.stories.map(({ id }) => id)).toEqual([story.id]);
  expect(page.moderators).toContainEqual({ value: tomas.id, label: "Tomas" });
  await decideOn(story, "TAKE_DOWN");
  await prisma.decision.updateMany({
    where: { storyId: story.id, moderatorId: tomas.id },
    data: { undoneAt: new Date() },
  });
  expect(await found({ moderator: tomas.id })).toEqual([story.id]);
  // Whoever decided nothing can't be chosen: it means all.
  expect((await search({ moderator: "nobody" })).search.moderator).toBeNull();
});

test("by who is gone, under no name", async () => {
  const former = await createUser({ name: "Gone", role: "MODERATOR" });
  const story = await createStory(callSlug);
  await decideOn(story, "REJECT", former);
  await prisma.user.update({ where: { id: former.id }, data: { name: null } });
  const page = await search({ moderator: "former" });
  expect(page.stories.map(({ id }) => id)).toEqual([story.id]);
  expect(page.moderators).toContainEqual({ value: "former", label: "A former moderator" });
  expect(page.moderators.map(({ value }) => value)).not.toContain(former.id);
});

test("by the days it was sent on, to the last moment", async () => {
  const story = await createStory(callSlug, "A lantern in the ward.");
  const submittedAt = new Date("2011-03-04T23:59:59.999Z");
  await prisma.story.update({ where: { id: story.id }, data: { submittedAt } });
  const words = "lantern";
  expect(await found({ words, from: "2011-03-04", until: "2011-03-04" })).toEqual([story.id]);
  expect(await found({ words, from: "2011-03-05" })).toEqual([]);
  expect(await found({ words, until: "2011-03-03" })).toEqual([]);
});

test("a withdrawn story is found by all but its words", async () => {
  const story = await createStory(callSlug, "The gramophone played.", { bylineName: "Vera Lamp" });
  await decideOn(story, "APPROVE", tomas);
  await withdrawStory(null, story.token);
  expect(await found({ words: "gramophone" })).toEqual([]);
  expect(await found({ words: "vera" })).toEqual([]);
  const [row] = (await search({ words: story.id })).stories;
  expect(row).toMatchObject({ status: "WITHDRAWN", text: "", bylineName: null, kinds: [] });
  expect(await found({ status: "WITHDRAWN", moderator: tomas.id })).toContain(story.id);
});

test("it says what can be decided with others, and who has it open", async () => {
  const words = "harmonica";
  const [waiting, published, own] = [
    await createStory(callSlug, `A ${words}.`),
    await createStory(callSlug, `Another ${words}.`),
    await createStory(callSlug, `My ${words}.`, { viewer: ines }),
  ];
  await decideOn(published, "APPROVE", tomas);
  await prisma.claim.create({
    data: {
      ...{ storyId: waiting.id, moderatorId: tomas.id },
      ...{ claimedAt: new Date(), expiresAt: new Date(Date.now() + 60_000) },
    },
  });
  const { stories } = await search({ words });
  expect(stories.map(({ id, kinds }) => [id, kinds])).toEqual([
    [own.id, []],
    [published.id, ["TAKE_DOWN"]],
    [waiting.id, ["REJECT"]],
  ]);
  expect(stories[0]).toMatchObject({ isOwn: true });
  expect(stories[2]).toMatchObject({
    revisionId: waiting.revisionId,
    heldBy: { who: "Tomas", byViewer: false },
  });
});

test("newest first, a page at a time, and none twice", async () => {
  const texts = Array.from({ length: PAGE_SIZE + 1 }, (_, at) => `Ukulele number ${at}, hm.`);
  const told = await tellAll(texts);
  // All in one moment, so that only their ids tell them apart.
  const submittedAt = new Date("2013-06-07T08:09:10.111Z");
  const ids = told.map(({ id }) => id);
  await prisma.story.updateMany({ where: { id: { in: ids } }, data: { submittedAt } });
  const newest = ids.sort().toReversed();
  for (const words of ["ukulele", "hm", undefined]) {
    const values = { words, from: "2013-06-07", until: "2013-06-07" };
    const first = await search(values);
    expect(first.stories.map(({ id }) => id)).toEqual(newest.slice(0, PAGE_SIZE));
    expect(first).toMatchObject({ newest: true, older: expect.any(String), lookedSince: null });
    const second = await search({ ...values, older: first.older });
    expect(second.stories.map(({ id }) => id)).toEqual(newest.slice(PAGE_SIZE));
    expect(second).toMatchObject({ newest: false, older: null });
  }
});

test("for short or common words it looks so far back at a time, says how far, and goes on", async () => {
  const texts = ["A vz.", "Another vz.", "The tea was hot.", "The tea was cold.", "The newest vz."];
  const told = await tellAll(texts, new Date("2014-01-01T00:00:00Z"));
  const look = async (values: Record<string, unknown>, within: Partial<Bounds>) => {
    const day = { from: "2014-01-01", until: "2014-01-01" };
    const page = await searchStories(ines, { ...day, ...values }, within);
    const at = page?.stories.map(({ id }) => told.findIndex((story) => story.id === id));
    return { at, older: page?.older, lookedSince: page?.lookedSince };
  };
  for (const [words, within] of [
    ["vz", { lookedAt: 3 }],
    // A word that an index can tell, and that more revisions have than are rare.
    ["the newest", { lookedAt: 3, rare: 0 }],
  ] as const) {
    const first = await look({ words }, within);
    expect(first).toMatchObject({ at: [4], lookedSince: "2014-01-01T00:00:00.002Z" });
    const second = await look({ words, older: first.older }, within);
    expect(second).toEqual({ at: words === "vz" ? [1, 0] : [], older: null, lookedSince: null });
  }
  // The last that is looked at may be one of them, and the page has an end all the same.
  const first = await look({ words: "vz" }, { lookedAt: 1 });
  expect(first).toMatchObject({ at: [4], lookedSince: "2014-01-01T00:00:00.004Z" });
  const second = await look({ words: "vz", older: first.older }, { lookedAt: 4 });
  expect(second).toMatchObject({ at: [1, 0], lookedSince: "2014-01-01T00:00:00.000Z" });
  const third = await look({ words: "vz", older: second.older }, { lookedAt: 4 });
  expect(third).toEqual({ at: [], older: null, lookedSince: null });
});

test("whatever is looked for is looked for as it is", async () => {
  const { id } = await tell(String.raw`It was 100% back\slash_under, said O'Hara.`);
  for (const words of ["100%", "back\\slash", "slash_under", "o'hara", "\\", "%", "_"]) {
    expect(await found({ words }), words).toContain(id);
  }
  for (const words of ["100_", "10%back", "back_slash", "%%", "\\\\", "' OR TRUE --"]) {
    expect(await found({ words }), words).not.toContain(id);
  }
  expect(await found({ words: "100\0%" })).toEqual([id]);
  for (const words of ["\ud83d", "z".repeat(10_000), "$1", "(", "\u202e\u202d\u{10ffff}"]) {
    expect(await found({ words }), words).toEqual([]);
  }
  const everything = await found({});
  for (const values of [{ words: "\0" }, { older: "zzzzzzzzz-x" }, { status: ["A", "B"] }]) {
    expect(await found(values)).toEqual(everything);
  }
});
