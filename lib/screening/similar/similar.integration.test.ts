import { beforeAll, expect, test } from "vitest";
import type { Viewer } from "#lib/accounts/viewer.ts";
import { database } from "#lib/db.ts";
import { getSimilarStories } from "#lib/screening/similar/queries.ts";
import { createUser } from "#lib/testing/accounts.ts";
import { createCall } from "#lib/testing/calls.ts";
import { tellStory } from "#lib/testing/told-stories.ts";

const { prisma } = database();

let moderator: Viewer;
let callId: string;
beforeAll(async () => {
  moderator = await createUser({ name: "Ines", role: "MODERATOR" });
  const slug = await createCall();
  ({ id: callId } = await prisma.call.findUniqueOrThrow({ where: { slug } }));
});

const similarTo = async (id: string) => (await getSimilarStories(moderator, id)) ?? [];

const day = 24 * 60 * 60_000;

test("copies are found, the most alike first, with how they stand", async () => {
  const text =
    "The night porter carried her coat down four floors because the lift had stopped, and said nothing of it to anyone.";
  const story = await tellStory({ callId, text });
  const changed = text.replace("four", "twelve").replace("anyone", "a soul");
  const copies = [
    await tellStory({
      ...{ callId, text, status: "PUBLISHED", warning: "death", bylineName: "Imani" },
    }),
    await tellStory({ callId, text: changed, status: "REJECTED" }),
  ];
  await tellStory({
    callId,
    text: "Nobody in the kitchen knew whose birthday it was that evening.",
  });
  const found = await similarTo(story.id);
  expect(found.map(({ id, status }) => ({ id, status }))).toEqual([
    { id: copies[0]?.id, status: "PUBLISHED" },
    { id: copies[1]?.id, status: "REJECTED" },
  ]);
  expect(found[0]).toMatchObject({
    ...{ percent: 100, text, bylineName: "Imani", bylineRole: null, gated: false },
    like: { text, gated: false },
    warnings: [{ warning: "death", intensity: "DESCRIBED" }],
  });
  expect(found[1]).toMatchObject({ text: changed, bylineName: null, warnings: [] });
  expect(found[1]?.percent).toBeGreaterThan(60);
  expect(found[1]?.percent).toBeLessThan(100);
});

test("neither its own earlier versions, nor taken down, returned, long rejected or older words", async () => {
  const text = "My grandmother kept every prescription in a biscuit tin beneath the window.";
  const story = await tellStory({ callId, text });
  await tellStory({ callId, text, status: "TAKEN_DOWN" });
  await tellStory({ callId, text, status: "CHANGES_REQUESTED" });
  const submittedAt = new Date(Date.now() - 91 * day);
  await tellStory({ callId, text, status: "REJECTED", submittedAt });
  const rewritten = await tellStory({ callId, text });
  for (const { id } of [story, rewritten]) {
    const words = id === story.id ? `${text} Yes.` : "Something else altogether, told anew.";
    const revision = await prisma.revision.create({
      data: { storyId: id, number: 2, text: words, weight: 80 },
    });
    await prisma.story.update({ where: { id }, data: { latestRevisionId: revision.id } });
  }
  expect(await similarTo(story.id)).toEqual([]);
});

test("what readers see counts too, while a change of it waits", async () => {
  const text = "She whistled through the whole examination and passed it with distinction.";
  const published = await tellStory({ callId, text, status: "PUBLISHED" });
  const revision = await prisma.revision.create({
    data: {
      storyId: published.id,
      number: 2,
      text: "Rewritten from beginning to end.",
      weight: 40,
    },
  });
  await prisma.story.update({
    where: { id: published.id },
    data: { latestRevisionId: revision.id, waitingSince: new Date() },
  });
  const story = await tellStory({ callId, text });
  expect(await similarTo(story.id)).toMatchObject([{ id: published.id, percent: 100 }]);
});

test("the words are those of the version that is the most alike", async () => {
  const text = "The parrot on ward seven had learnt to imitate the infusion pump perfectly.";
  const story = await tellStory({ callId, text });
  const published = await tellStory({ callId, text, status: "PUBLISHED" });
  const revision = await prisma.revision.create({
    data: {
      ...{ storyId: published.id, number: 2, weight: 80, bylineName: "Ada" },
      text: text.replace("ward seven", "the ward for children"),
    },
  });
  await prisma.story.update({
    where: { id: published.id },
    data: { latestRevisionId: revision.id, waitingSince: new Date() },
  });
  const found = await similarTo(story.id);
  expect(found).toMatchObject([{ id: published.id, text, bylineName: null }]);
});

test("gates are told of: those of other stories, and that of the story itself", async () => {
  const text = "Between two operations the surgeon watered a tomato plant on the window sill.";
  const warned = await tellStory({ callId, text, warning: "death" });
  const plain = await tellStory({ callId, text });
  const gate = (id: string, gatedAt: Date | null) =>
    prisma.story.update({ where: { id }, data: { gatedAt, reportedSince: gatedAt } });
  expect(await similarTo(warned.id)).toMatchObject([
    { id: plain.id, gated: false, like: { gated: true } },
  ]);
  expect(await similarTo(plain.id)).toMatchObject([{ id: warned.id, like: { gated: false } }]);
  const reported = await tellStory({ callId, text, status: "PUBLISHED" });
  await gate(reported.id, new Date());
  expect(await similarTo(plain.id)).toContainEqual(
    expect.objectContaining({ id: reported.id, gated: true, like: { text, gated: false } }),
  );
  expect(await similarTo(reported.id)).toContainEqual(
    expect.objectContaining({ id: plain.id, gated: false, like: { text, gated: true } }),
  );
});

test("of a wave no more than five are told", async () => {
  const text = "Cheap watches delivered overnight wherever fortunate customers happen to live.";
  for (let sent = 0; sent < 8; sent++) await tellStory({ callId, text });
  const story = await tellStory({ callId, text });
  expect(await similarTo(story.id)).toHaveLength(5);
});

test.each([
  '100% of_everyone \\ knows% that_one %%% ___ \'; DROP TABLE "Story"; --',
  "昨晚我在医院陪了她一整夜直到天亮她终于睡着了我才离开病房走到走廊尽头",
  "ليلة أمس بقيت معها حتى الصباح ثم عدت إلى البيت وحدي",
])("words are words: %s", async (text) => {
  const copy = await tellStory({ callId, text });
  const story = await tellStory({ callId, text });
  expect(await similarTo(story.id)).toMatchObject([{ id: copy.id, percent: 100 }]);
});

test("words without anything to look up have nothing similar", async () => {
  const story = await tellStory({ callId, text: "😀 😀" });
  expect(await similarTo(story.id)).toEqual([]);
});

test("only moderators are told", async () => {
  const story = await tellStory({ callId });
  const storyteller = await createUser({ name: "Sam", role: "STORYTELLER" });
  for (const viewer of [null, storyteller]) {
    expect(await getSimilarStories(viewer, story.id)).toBeNull();
  }
  expect(await getSimilarStories(moderator, "nothing")).toBeNull();
});
