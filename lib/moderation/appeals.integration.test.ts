import { beforeEach, expect, test } from "vitest";
import type { Viewer } from "#lib/accounts/viewer.ts";
import { database } from "#lib/db.ts";
import { decide } from "#lib/moderation/commands.ts";
import { getStoryForModeration } from "#lib/moderation/queries.ts";
import { openNext } from "#lib/moderation/queue/commands.ts";
import { getQueue } from "#lib/moderation/queue/queries.ts";
import { queueFilterSchema, wholeQueue } from "#lib/moderation/queue/schema.ts";
import type { DecisionInput } from "#lib/moderation/schema.ts";
import { appealStory } from "#lib/stories/own/commands.ts";
import { createUser } from "#lib/testing/accounts.ts";
import { createCall, createStory } from "#lib/testing/calls.ts";
import { seededDecision } from "#lib/testing/decisions.ts";

let ines: Viewer;
let callSlug: string;
beforeEach(async () => {
  await database().prisma.user.updateMany({ data: { role: "STORYTELLER" } });
  ines = await createUser({ name: "Ines", role: "MODERATOR" });
  callSlug = await createCall();
});

type Story = Awaited<ReturnType<typeof createStory>>;

const decideOn = (viewer: Viewer, { id, revisionId }: Story, kind: DecisionInput["kind"]) =>
  decide(
    viewer,
    seededDecision({
      ...{ storyId: id, revisionId, kind, message: "", internalNote: "" },
      reason: kind === "APPROVE" || kind === "RESTORE" ? "" : "recognisable",
      ...{ warnings: [], intensities: {} },
    }),
  );

async function appealed(kind: "REJECT" | "TAKE_DOWN", viewer?: Viewer): Promise<Story> {
  const story = await createStory(callSlug, undefined, viewer && { viewer });
  if (kind === "TAKE_DOWN") await decideOn(ines, story, "APPROVE");
  await decideOn(ines, story, kind);
  const sent = await appealStory(null, story.token, "I changed the town and the year.");
  if (!sent.ok) throw new Error(sent.message);
  return story;
}

const statusOf = async ({ id }: Story) =>
  (await database().prisma.story.findUniqueOrThrow({ where: { id } })).status;

test("an appeal waits in the queue with the storyteller's words", async () => {
  const story = await appealed("REJECT");
  const item = (await getQueue(ines, wholeQueue))?.items.find(({ id }) => id === story.id);
  expect(item?.waitsFor).toBe("an appeal");
  expect((await getStoryForModeration(ines, story.id))?.appeal).toMatchObject({
    text: "I changed the town and the year.",
    againstOwn: true,
  });
});

test("whoever decided does not answer it while there is another; the other one does", async () => {
  const story = await appealed("REJECT");
  const tomas = await createUser({ name: "Tomas", role: "MODERATOR" });
  expect((await getStoryForModeration(ines, story.id))?.appeal?.mayAnswer).toBe(false);
  expect(await decideOn(ines, story, "APPROVE")).toMatchObject({ ok: false, code: "not-yours" });
  expect(await statusOf(story)).toBe("REJECTED");
  expect(await decideOn(tomas, story, "APPROVE")).toMatchObject({ ok: true });
  expect(await statusOf(story)).toBe("PUBLISHED");
  expect(await database().prisma.appeal.findFirst({ where: { storyId: story.id } })).toMatchObject({
    outcomeId: expect.any(String),
  });
});

test("where there is no other, whoever decided answers it", async () => {
  const story = await appealed("TAKE_DOWN");
  expect((await getStoryForModeration(ines, story.id))?.appeal).toMatchObject({
    againstOwn: true,
    mayAnswer: true,
  });
  expect(await decideOn(ines, story, "RESTORE")).toMatchObject({ ok: true });
  expect(await statusOf(story)).toBe("PUBLISHED");
});

test.each(["REJECT", "TAKE_DOWN"] as const)(
  "against a %s: where the only other moderator told the story, whoever decided answers it",
  async (kind) => {
    const tomas = await createUser({ name: "Tomas", role: "MODERATOR" });
    const story = await appealed(kind, tomas);
    const part = queueFilterSchema.parse({ call: callSlug });
    expect((await getStoryForModeration(ines, story.id))?.appeal?.mayAnswer).toBe(true);
    expect(await openNext(tomas, part)).toBeNull();
    expect(await openNext(ines, part)).toBe(story.id);
    const answer = kind === "REJECT" ? "APPROVE" : "RESTORE";
    expect(await decideOn(ines, story, answer)).toMatchObject({ ok: true });
    expect(await statusOf(story)).toBe("PUBLISHED");
  },
);

test.each(["REJECT", "TAKE_DOWN"] as const)("an upheld %s ends the waiting", async (kind) => {
  const story = await appealed(kind);
  const tomas = await createUser({ name: "Tomas", role: "MODERATOR" });
  expect(await decideOn(tomas, story, kind)).toMatchObject({ ok: true });
  expect(await statusOf(story)).toBe(kind === "REJECT" ? "REJECTED" : "TAKEN_DOWN");
  expect((await getQueue(tomas, wholeQueue))?.items.map(({ id }) => id)).not.toContain(story.id);
  // Not against what an appeal led to.
  expect(await appealStory(null, story.token, "Again.")).toMatchObject({ ok: false });
});
