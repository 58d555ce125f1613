import { beforeAll, describe, expect, test } from "vitest";
import type { Viewer } from "#lib/accounts/viewer.ts";
import { database } from "#lib/db.ts";
import { decideMany } from "#lib/moderation/bulk/commands.ts";
import { decide } from "#lib/moderation/commands.ts";
import type { DecisionInput } from "#lib/moderation/schema.ts";
import { undoDecision } from "#lib/moderation/undo/commands.ts";
import { getUndoable, isUndone } from "#lib/moderation/undo/queries.ts";
import { getDecisionToMail } from "#lib/notifications/queries.ts";
import { appealStory, withdrawStory } from "#lib/stories/own/commands.ts";
import { getOwnStory } from "#lib/stories/own/queries.ts";
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

async function decideOn({ id, revisionId }: Story, kind: DecisionInput["kind"], by = ines) {
  const reason = kind === "APPROVE" || kind === "RESTORE" ? "" : "recognisable";
  const decided = await decide(
    by,
    seededDecision({
      ...{ storyId: id, revisionId, kind, reason, message: "It may be about a patient." },
      ...{ internalNote: "", warnings: ["death"], intensities: { death: "GRAPHIC" } },
    }),
  );
  if (!decided.ok) throw new Error(decided.message);
  return decided.value.decisionId;
}

/** All that a decision could have changed. */
const standing = ({ id }: Story) =>
  prisma.story.findUniqueOrThrow({ where: { id }, include: { warnings: true, appeals: true } });

const mails = async (decisionId: string) => {
  const { rowCount } = await pool.query("SELECT FROM graphile_worker.jobs WHERE key = $1", [
    `decided ${decisionId}`,
  ]);
  return rowCount;
};

const see = ({ token }: Story) =>
  getOwnStory({ viewer: null, way: token, address: "2001:db8:5::1" });

const said = (sentence: string) => ({
  ok: false,
  code: "closed",
  message: expect.stringContaining(sentence),
});

test("mail about a decision waits until it can't be undone any more", async () => {
  const story = await createStory(callSlug, undefined, { email: "noor@example.org" });
  const id = await decideOn(story, "APPROVE");
  const { rows } = await pool.query<{ seconds: number }>(
    `SELECT extract(epoch FROM run_at - now())::float8 AS seconds FROM graphile_worker.jobs WHERE key = $1`,
    [`decided ${id}`],
  );
  expect(rows[0]?.seconds).toBeGreaterThan(29);
});

test.each(["APPROVE", "ASK_FOR_CHANGES", "REJECT"] as const)(
  "%s, undone: the story stands as it did, no mail goes out, and its storyteller sees nothing",
  async (kind) => {
    const story = await createStory(callSlug, undefined, { email: "noor@example.org" });
    const before = await standing(story);
    const id = await decideOn(story, kind);
    expect(await mails(id)).toBe(1);
    const undoable = { kind, story: { id: story.id } };
    expect(await getUndoable(ines, id)).toMatchObject(undoable);
    // Where the address says nothing, the last one is offered; to nobody else.
    expect(await getUndoable(ines, null)).toMatchObject(undoable);
    expect((await getUndoable(tomas, null))?.story.id).not.toBe(story.id);
    expect(await undoDecision(ines, id)).toMatchObject({ ok: true });
    expect(await standing(story)).toEqual(before);
    expect(await mails(id)).toBe(0);
    // Nor if a worker had it already.
    expect(await getDecisionToMail(id)).toBeNull();
    expect(await see(story)).toMatchObject({ status: "PENDING", lastDecision: null });
    expect((await see(story))?.history.map(({ kind }) => kind)).toEqual(["sent"]);
    expect(await prisma.decision.findUnique({ where: { id } })).toMatchObject({
      kind,
      undoneAt: expect.any(Date),
    });
    expect(await getUndoable(ines, id)).toBeNull();
    expect([await isUndone(ines, id), await isUndone(tomas, id)]).toEqual([true, false]);
    // Twice is once, and then it can be decided anew.
    expect(await undoDecision(ines, id)).toMatchObject({ ok: true });
    await decideOn(story, "APPROVE", tomas);
  },
);

test("taking down and putting back are undone to what readers saw", async () => {
  const story = await createStory(callSlug);
  await decideOn(story, "APPROVE");
  const published = await standing(story);
  expect(await undoDecision(ines, await decideOn(story, "TAKE_DOWN"))).toMatchObject({ ok: true });
  expect(await standing(story)).toEqual(published);
  await decideOn(story, "TAKE_DOWN");
  const down = await standing(story);
  expect(await undoDecision(ines, await decideOn(story, "RESTORE"))).toMatchObject({ ok: true });
  expect(await standing(story)).toEqual(down);
});

test("an appeal that was answered waits again, with its place", async () => {
  const story = await createStory(callSlug);
  await decideOn(story, "REJECT");
  await appealStory(null, story.token, "It is about me.");
  const before = await standing(story);
  const id = await decideOn(story, "APPROVE", tomas);
  expect(await undoDecision(tomas, id)).toMatchObject({ ok: true });
  expect(await standing(story)).toEqual(before);
});

test("nobody undoes what another decided, nor what is none", async () => {
  const story = await createStory(callSlug);
  const id = await decideOn(story, "APPROVE");
  const storyteller = await createUser({ name: "Noor", role: "STORYTELLER" });
  for (const viewer of [tomas, storyteller, null]) {
    expect(await undoDecision(viewer, id)).toMatchObject({ ok: false, code: "not-found" });
    expect(await getUndoable(viewer, id)).toBeNull();
  }
  for (const wrong of ["", "x", "a".repeat(500), "\0"]) {
    expect(await undoDecision(ines, wrong)).toMatchObject({ ok: false, code: "not-found" });
  }
  expect((await standing(story)).status).toBe("PUBLISHED");
});

test("not after its time", async () => {
  const story = await createStory(callSlug);
  const before = { status: "PENDING", warnings: [] };
  const { id } = await prisma.decision.create({
    data: {
      ...{ storyId: story.id, revisionId: story.revisionId, moderatorId: ines.id },
      ...{ kind: "APPROVE", warnings: [], before, createdAt: new Date(Date.now() - 31_000) },
    },
  });
  expect(await getUndoable(ines, id)).toBeNull();
  expect(await undoDecision(ines, id)).toMatchObject(said("for 30 seconds"));
});

test("not over what came after it: another decision, an appeal, a withdrawal", async () => {
  const again = await createStory(callSlug);
  const first = await decideOn(again, "APPROVE");
  await decideOn(again, "TAKE_DOWN", tomas);
  expect(await undoDecision(ines, first)).toMatchObject(said("since"));

  const appealed = await createStory(callSlug);
  const rejection = await decideOn(appealed, "REJECT");
  await appealStory(null, appealed.token, "It is about me.");
  expect(await undoDecision(ines, rejection)).toMatchObject(said("since"));

  const withdrawn = await createStory(callSlug);
  const approval = await decideOn(withdrawn, "APPROVE");
  await withdrawStory(null, withdrawn.token);
  expect(await undoDecision(ines, approval)).toMatchObject({ ok: false });
  expect(await standing(withdrawn)).toMatchObject({ status: "WITHDRAWN", warnings: [] });
});

test("undone and decided at once, it is one of the two", async () => {
  for (let round = 0; round < 10; round++) {
    const story = await createStory(callSlug);
    const id = await decideOn(story, "APPROVE");
    const [undone, taken] = await Promise.allSettled([
      undoDecision(ines, id),
      decideOn(story, "TAKE_DOWN", tomas),
    ]);
    const isUndone = undone.status === "fulfilled" && undone.value.ok;
    expect(taken.status).toBe(isUndone ? "rejected" : "fulfilled");
    expect((await standing(story)).status).toBe(isUndone ? "PENDING" : "TAKEN_DOWN");
  }
});

test("nobody decides on a story of their own", async () => {
  const story = await createStory(callSlug, undefined, { viewer: ines });
  await expect(decideOn(story, "APPROVE")).rejects.toThrow("your own story");
  expect((await standing(story)).status).toBe("PENDING");
  await decideOn(story, "APPROVE", tomas);
});

describe("the offer to undo", () => {
  const gatedWords = (story: Story) =>
    getUndoable(ines, null).then((found) => ({
      ...{ isIt: found?.story.id === story.id, gated: found?.story.gated },
      warnings: found?.story.warnings.map(({ warning }) => warning),
    }));

  test("keeps what stood behind a gate there, whatever the decision made of it", async () => {
    const story = await createStory(callSlug);
    await decideOn(story, "APPROVE");
    const data = { gatedAt: new Date(), reportedSince: new Date() };
    await prisma.story.update({ where: { id: story.id }, data });
    await decideOn(story, "TAKE_DOWN");
    expect((await standing(story)).gatedAt).toBeNull();
    expect(await gatedWords(story)).toEqual({ isIt: true, gated: true, warnings: ["death"] });
  });

  test("is of the last one, and none where it was of many, or something came after it", async () => {
    const [alone, one, two] = [
      await createStory(callSlug),
      await createStory(callSlug),
      await createStory(callSlug),
    ];
    await decideOn(alone, "REJECT");
    const items = [one, two].map(({ id, revisionId }) => ({ storyId: id, revisionId }));
    const rest = { reason: "promotion", message: null, internalNote: null, items };
    expect(await decideMany(ines, { kind: "REJECT", ...rest })).toMatchObject({ ok: true });
    expect(await getUndoable(ines, null)).toBeNull();

    const overtaken = await createStory(callSlug);
    const id = await decideOn(overtaken, "APPROVE");
    await decideOn(overtaken, "TAKE_DOWN", tomas);
    expect(await getUndoable(ines, id)).toBeNull();

    const withdrawn = await createStory(callSlug);
    const last = await decideOn(withdrawn, "APPROVE");
    await withdrawStory(null, withdrawn.token);
    expect(await getUndoable(ines, last)).toBeNull();
  });
});
