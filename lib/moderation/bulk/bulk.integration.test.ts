import { beforeAll, expect, test } from "vitest";
import type { Viewer } from "#lib/accounts/viewer.ts";
import { database } from "#lib/db.ts";
import { decideMany, undoBatch } from "#lib/moderation/bulk/commands.ts";
import { countUndone, getUndoableBatch } from "#lib/moderation/bulk/queries.ts";
import type { BulkInput } from "#lib/moderation/bulk/schema.ts";
import { decide } from "#lib/moderation/commands.ts";
import type { DecisionInput } from "#lib/moderation/schema.ts";
import { undoDecision } from "#lib/moderation/undo/commands.ts";
import { appealStory, withdrawStory } from "#lib/stories/own/commands.ts";
import { createUser } from "#lib/testing/accounts.ts";
import { createCall, createStory } from "#lib/testing/calls.ts";
import { seededDecision } from "#lib/testing/decisions.ts";

const { prisma, pool } = database();
let ines: Viewer;
let tomas: Viewer;
let callSlug: string;
beforeAll(async () => {
  ines = await createUser({ name: "Ines", role: "MODERATOR" });
  tomas = await createUser({ name: "Tomas", role: "MODERATOR" });
  callSlug = await createCall();
});

type Story = Awaited<ReturnType<typeof createStory>>;

const tell = (over: Parameters<typeof createStory>[2] = {}) =>
  createStory(callSlug, undefined, { email: "noor@example.org", ...over });

async function tellMany(count: number): Promise<Story[]> {
  const stories: Story[] = [];
  for (let at = 0; at < count; at++) stories.push(await tell());
  return stories;
}

const itemOf = ({ id, revisionId }: Story) => ({ storyId: id, revisionId });

const reject = (stories: Story[], by: Viewer | null = ines, over: Partial<BulkInput> = {}) =>
  decideMany(by, {
    ...{ kind: "REJECT", reason: "promotion", message: "Please no.", internalNote: "A wave." },
    items: stories.map(itemOf),
    ...over,
  });

async function rejected(stories: Story[], by = ines, over: Partial<BulkInput> = {}) {
  const result = await reject(stories, by, over);
  if (!result.ok) throw new Error(result.message);
  return result.value;
}

async function decideOn({ id, revisionId }: Story, kind: DecisionInput["kind"], by = tomas) {
  const reason = kind === "APPROVE" ? "" : "promotion";
  const input = seededDecision({ storyId: id, revisionId, kind, reason });
  const decided = await decide(by, input);
  if (!decided.ok) throw new Error(decided.message);
  return decided.value.decisionId;
}

/** All that a decision could have changed. */
const standing = (stories: Story[]) =>
  prisma.story.findMany({
    where: { id: { in: stories.map(({ id }) => id) } },
    orderBy: { id: "asc" },
    include: { warnings: true, appeals: true, reports: true },
  });

const decisionsOf = (batchId: string) =>
  prisma.decision.findMany({ where: { batchId }, orderBy: { storyId: "asc" } });

async function mails(batchId: string): Promise<Date[]> {
  const keys = (await decisionsOf(batchId)).map(({ id }) => `decided ${id}`);
  const { rows } = await pool.query<{ run_at: Date }>(
    "SELECT run_at FROM graphile_worker.jobs WHERE key = ANY($1)",
    [keys],
  );
  return rows.map(({ run_at }) => run_at);
}

const sorted = (stories: Story[]) => stories.map(({ id }) => id).sort();

test("many are decided as one act, and undone as one: no mail goes out", async () => {
  const stories = await tellMany(3);
  const before = await standing(stories);
  const { batchId, decided, refused } = await rejected(stories.toReversed());
  expect([decided, refused]).toEqual([sorted(stories), []]);
  const decisions = await decisionsOf(batchId);
  expect(decisions.map(({ storyId }) => storyId)).toEqual(sorted(stories));
  for (const decision of decisions) {
    expect(decision).toMatchObject({
      ...{ kind: "REJECT", reason: "promotion", message: "Please no.", internalNote: "A wave." },
      ...{ moderatorId: ines.id, createdAt: decisions[0]?.createdAt, before: expect.anything() },
    });
  }
  expect((await standing(stories)).map(({ status }) => status)).toEqual(Array(3).fill("REJECTED"));
  // Mail waits until nothing can be undone any more.
  const due = await mails(batchId);
  expect(due).toHaveLength(3);
  const open = Number(decisions[0]?.createdAt) + 30_000;
  for (const runAt of due) expect(runAt.getTime()).toBeGreaterThan(open);

  expect(await getUndoableBatch(ines, batchId)).toMatchObject({ kind: "REJECT", count: 3 });
  const undone = await undoBatch(ines, batchId);
  expect(undone).toEqual({ ok: true, value: { undone: sorted(stories), refused: [] } });
  expect(await standing(stories)).toEqual(before);
  expect(await mails(batchId)).toEqual([]);
  expect(await getUndoableBatch(ines, batchId)).toBeNull();
  expect([await countUndone(ines, batchId), await countUndone(tomas, batchId)]).toEqual([3, 0]);
  // Twice is once, and then they can be decided anew.
  expect(await undoBatch(ines, batchId)).toMatchObject({ ok: true });
  expect((await rejected(stories, tomas)).decided).toHaveLength(3);
});

test("published ones are taken down together, and put back by undoing it", async () => {
  const stories = await tellMany(2);
  for (const story of stories) await decideOn(story, "APPROVE");
  const before = await standing(stories);
  const { batchId } = await rejected(stories, ines, { kind: "TAKE_DOWN" });
  expect((await standing(stories)).map(({ status }) => status)).toEqual([
    "TAKEN_DOWN",
    "TAKEN_DOWN",
  ]);
  expect(await undoBatch(ines, batchId)).toMatchObject({ ok: true });
  expect(await standing(stories)).toEqual(before);
});

test("each that can't be decided stays as it is, and it is said why", async () => {
  const [fine, changed, claimed, own, decided, appealed, withdrawn] = [
    await tell(),
    await tell(),
    await tell(),
    await tell({ viewer: ines }),
    await tell(),
    await tell(),
    await tell(),
  ];
  const newer = await prisma.revision.create({
    data: { storyId: changed.id, number: 2, text: "In other words.", weight: 15 },
  });
  await prisma.story.update({ where: { id: changed.id }, data: { latestRevisionId: newer.id } });
  await prisma.claim.create({
    data: {
      ...{ storyId: claimed.id, moderatorId: tomas.id },
      ...{ claimedAt: new Date(), expiresAt: new Date(Date.now() + 60_000) },
    },
  });
  await decideOn(decided, "REJECT");
  await decideOn(appealed, "REJECT");
  await appealStory(null, appealed.token, "It is my own story.");
  await withdrawStory(null, withdrawn.token);
  const others = [changed, claimed, own, decided, appealed, withdrawn];
  const before = await standing(others);
  const unknown = { id: "000000000000", revisionId: "x", token: "" };

  const result = await rejected([fine, ...others, unknown]);
  expect(result.decided).toEqual([fine.id]);
  const why = new Map(result.refused.map((each) => [each.storyId, each.why]));
  expect(why.size).toBe(7);
  expect(why.get(changed.id)).toContain("changed this story since you opened it");
  expect(why.get(claimed.id)).toContain("Tomas has this story open");
  expect(why.get(own.id)).toContain("your own story");
  expect(why.get(decided.id)).toContain("Tomas has already rejected");
  expect(why.get(appealed.id)).toContain("read the appeal");
  expect(why.get(withdrawn.id)).toContain("withdrawn");
  expect(why.get(unknown.id)).toBe("There is no such story.");
  expect(await standing(others)).toEqual(before);
  expect(await prisma.claim.count({ where: { storyId: claimed.id } })).toBe(1);

  // Where nothing can be decided, nothing is.
  const none = await reject([fine, decided]);
  expect(none).toMatchObject({
    ...{ ok: false, code: "already-decided" },
    fieldErrors: { [fine.id]: [expect.any(String)], [decided.id]: [expect.any(String)] },
  });
});

test("only moderators decide, for a reason that is offered, on each story once", async () => {
  const story = await tell();
  const storyteller = await createUser({ name: "Noor", role: "STORYTELLER" });
  for (const viewer of [null, storyteller]) {
    expect(await reject([story], viewer)).toMatchObject({ ok: false, code: "not-found" });
    expect(await undoBatch(viewer, "b")).toMatchObject({ ok: false, code: "not-found" });
  }
  for (const reason of [null, "never-was", "asked-for"]) {
    const refused = await reject([story], ines, { reason });
    expect(refused).toMatchObject({ ok: false, fieldErrors: { reason: [expect.any(String)] } });
  }
  expect((await standing([story]))[0]?.status).toBe("PENDING");
  expect((await rejected([story, story])).decided).toEqual([story.id]);
  expect(await prisma.decision.count({ where: { storyId: story.id } })).toBe(1);
});

test("two at once over the same stories, each in its own order: each is decided once", async () => {
  const stories = await tellMany(8);
  for (let round = 0; round < 3; round++) {
    const [one, other] = await Promise.all([
      reject(stories.slice(0, 6), ines),
      reject(stories.slice(2).toReversed(), tomas),
    ]);
    if (!one.ok || !other.ok) throw new Error("Each has stories of its own.");
    const decided = [...one.value.decided, ...other.value.decided];
    expect(decided.sort()).toEqual(sorted(stories));
    for (const { value } of [one, other]) {
      expect(value.decided.length + value.refused.length).toBe(6);
    }
    const where = { storyId: { in: sorted(stories) }, undoneAt: null };
    expect(await prisma.decision.count({ where })).toBe(8);
    // Both taken back at once, too, so that they can be decided again.
    const undone = await Promise.all([
      undoBatch(ines, one.value.batchId),
      undoBatch(tomas, other.value.batchId),
    ]);
    expect(undone.map(({ ok }) => ok)).toEqual([true, true]);
    expect(await prisma.decision.count({ where })).toBe(0);
  }
});

test("what has been decided on since stays, and the rest is undone", async () => {
  const stories = await tellMany(4);
  for (const story of stories) await decideOn(story, "APPROVE");
  const before = await standing(stories);
  const { batchId, decided } = await rejected(stories, ines, { kind: "TAKE_DOWN" });
  const [appealed, restored, single] = stories as [Story, Story, Story];
  await appealStory(null, appealed.token, "Nobody is in it.");
  await decideOn(restored, "RESTORE");
  const [alone] = await prisma.decision.findMany({ where: { batchId, storyId: single.id } });
  expect(await undoDecision(ines, alone?.id ?? "")).toMatchObject({ ok: true });
  expect(await getUndoableBatch(ines, batchId)).toMatchObject({ count: 3 });

  const result = await undoBatch(ines, batchId);
  if (!result.ok) throw new Error(result.message);
  const { undone, refused } = result.value;
  expect(undone).toEqual(decided.filter((id) => id !== appealed.id && id !== restored.id));
  expect(refused.map(({ storyId }) => storyId).sort()).toEqual(sorted([appealed, restored]));
  for (const { why } of refused) expect(why).toContain("since");
  const stayed = (rows: typeof before) =>
    rows.filter(({ id }) => id !== appealed.id && id !== restored.id);
  expect(stayed(await standing(stories))).toEqual(stayed(before));
  // Only of those that were undone there is no mail.
  expect(await mails(batchId)).toHaveLength(2);
});

test("nobody undoes another's, nor what is none, nor after its time", async () => {
  const stories = await tellMany(2);
  const { batchId } = await rejected(stories);
  for (const wrong of [batchId, "", "x", "a".repeat(500), "\0"]) {
    expect(await undoBatch(tomas, wrong)).toMatchObject({ ok: false, code: "not-found" });
    expect(await getUndoableBatch(tomas, wrong)).toBeNull();
  }
  const [story] = await tellMany(1);
  const old = await prisma.decision.create({
    data: {
      ...{ storyId: story?.id ?? "", revisionId: story?.revisionId ?? "", moderatorId: ines.id },
      ...{ kind: "REJECT", reason: "promotion", warnings: [], before: { status: "PENDING" } },
      ...{ batchId: "long-ago", createdAt: new Date(Date.now() - 31_000) },
    },
  });
  expect(await getUndoableBatch(ines, "long-ago")).toBeNull();
  expect(await undoBatch(ines, "long-ago")).toMatchObject({
    ...{ ok: false, code: "closed" },
    fieldErrors: { [old.storyId]: [expect.stringContaining("for 30 seconds")] },
  });
});
