import { beforeAll, beforeEach, expect, test } from "vitest";
import { changeRole } from "#lib/accounts/team/commands.ts";
import type { Viewer } from "#lib/accounts/viewer.ts";
import { database } from "#lib/db.ts";
import {
  claimStory,
  releaseClaim,
  renewClaim,
  takeOverStory,
} from "#lib/moderation/claims/commands.ts";
import { getHolding } from "#lib/moderation/claims/queries.ts";
import { decide } from "#lib/moderation/commands.ts";
import { withdrawStory } from "#lib/stories/own/commands.ts";
import { createUser } from "#lib/testing/accounts.ts";
import { createCall, createStory } from "#lib/testing/calls.ts";
import { seededDecision } from "#lib/testing/decisions.ts";

const { prisma, pool } = database();
let callSlug: string;
let ines: Viewer;
let tomas: Viewer;
beforeAll(async () => {
  callSlug = await createCall();
});
beforeEach(async () => {
  await prisma.claim.deleteMany();
  ines = await createUser({ name: "Ines", role: "MODERATOR" });
  tomas = await createUser({ name: "Tomas", role: "MODERATOR" });
});

type Story = Awaited<ReturnType<typeof createStory>>;

const holder = async ({ id }: Story, viewer = ines) => (await getHolding(viewer, id))?.who ?? null;

const reject = ({ id, revisionId }: Story, viewer: Viewer) =>
  decide(
    viewer,
    seededDecision({ storyId: id, revisionId, kind: "REJECT", reason: "recognisable" }),
  );

/** As after ten minutes without a sign of work. */
const letRunOut = ({ id }: Story) =>
  pool.query(
    `UPDATE "Claim" SET "claimedAt" = now() - interval '11 minutes', "expiresAt" = now() - interval '1 second' WHERE "storyId" = $1`,
    [id],
  );

test("opening claims for ten minutes; whoever comes second sees who has it, and claims nothing", async () => {
  const story = await createStory(callSlug);
  expect(await claimStory(ines, story.id)).toMatchObject({ ok: true });
  expect(await claimStory(tomas, story.id)).toMatchObject({ ok: true });
  expect(await getHolding(ines, story.id)).toMatchObject({ byViewer: true, who: "Ines" });
  expect(await getHolding(tomas, story.id)).toMatchObject({ byViewer: false, who: "Ines" });
  const { rows } = await pool.query<{ minutes: number }>(
    `SELECT extract(epoch FROM "expiresAt" - now())::float8 / 60 AS minutes FROM "Claim" WHERE "storyId" = $1`,
    [story.id],
  );
  expect(rows[0]?.minutes).toBeGreaterThan(9.5);
  expect(rows[0]?.minutes).toBeLessThanOrEqual(10);
});

test("while one has it, another can't decide by chance; taking over is one step", async () => {
  const story = await createStory(callSlug);
  await claimStory(ines, story.id);
  expect(await reject(story, tomas)).toMatchObject({
    ok: false,
    code: "claimed",
    message: expect.stringContaining("Ines has this story open"),
  });
  expect(await takeOverStory(tomas, story.id)).toMatchObject({ ok: true });
  expect(await holder(story)).toBe("Tomas");
  expect(await reject(story, ines)).toMatchObject({ ok: false, code: "claimed" });
  expect(await reject(story, tomas)).toMatchObject({ ok: true });
  expect(await holder(story)).toBeNull();
});

test("what nobody holds can be decided on, and a claim that has run out holds up nobody", async () => {
  const [free, stale] = [await createStory(callSlug), await createStory(callSlug)];
  expect(await reject(free, tomas)).toMatchObject({ ok: true });
  await claimStory(ines, stale.id);
  await letRunOut(stale);
  expect(await holder(stale)).toBeNull();
  await claimStory(tomas, stale.id);
  // Work on a page that was left open takes nothing back.
  await renewClaim(ines, stale.id);
  expect(await holder(stale)).toBe("Tomas");
});

test("work renews a claim, for a day at most", async () => {
  const story = await createStory(callSlug);
  await claimStory(ines, story.id);
  await pool.query(
    `UPDATE "Claim" SET "claimedAt" = now() - interval '23 hours 59 minutes', "expiresAt" = now() + interval '10 seconds' WHERE "storyId" = $1`,
    [story.id],
  );
  await renewClaim(ines, story.id);
  const { expiresAt, claimedAt } = await prisma.claim.findUniqueOrThrow({
    where: { storyId: story.id },
  });
  expect(expiresAt.getTime() - claimedAt.getTime()).toBe(24 * 60 * 60_000);
  await renewClaim(tomas, story.id);
  expect(await holder(story)).toBe("Ines");
});

test("what ran out while one was away is theirs again at the next sign of work, if it is free", async () => {
  const [one, other] = [await createStory(callSlug), await createStory(callSlug)];
  await claimStory(ines, one.id);
  await letRunOut(one);
  await renewClaim(ines, one.id);
  expect(await holder(one)).toBe("Ines");
  // In two windows the story that was opened last stays claimed.
  await claimStory(ines, other.id);
  await renewClaim(ines, one.id);
  expect([await holder(one), await holder(other)]).toEqual([null, "Ines"]);
});

test("looking at what can't be claimed lets go of nothing", async () => {
  const [mine, theirs, own, done] = [
    await createStory(callSlug),
    await createStory(callSlug),
    await createStory(callSlug, undefined, { viewer: ines }),
    await createStory(callSlug),
  ];
  await reject(done, tomas);
  await claimStory(tomas, theirs.id);
  await claimStory(ines, mine.id);
  for (const { id } of [theirs, own, done]) {
    await claimStory(ines, id);
    expect(await holder(mine)).toBe("Ines");
  }
});

test("two who change places at once both get there, or one of them", async () => {
  for (let round = 0; round < 20; round++) {
    const [one, other] = [await createStory(callSlug), await createStory(callSlug)];
    await claimStory(ines, one.id);
    await claimStory(tomas, other.id);
    await Promise.all([takeOverStory(ines, other.id), takeOverStory(tomas, one.id)]);
    const holders = [await holder(one), await holder(other)].filter(Boolean);
    expect(new Set(holders).size).toBe(holders.length);
    expect(holders.length).toBeGreaterThan(0);
  }
});

test("withdrawn and claimed at once, nothing holds it", async () => {
  for (let round = 0; round < 20; round++) {
    const story = await createStory(callSlug);
    await Promise.all([claimStory(ines, story.id), withdrawStory(null, story.token)]);
    expect(await prisma.claim.count({ where: { storyId: story.id } })).toBe(0);
  }
});

test("opening another story lets go of the one before", async () => {
  const [one, other] = [await createStory(callSlug), await createStory(callSlug)];
  await claimStory(ines, one.id);
  await claimStory(ines, other.id);
  expect([await holder(one), await holder(other)]).toEqual([null, "Ines"]);
});

test("a page that is left lets go, unless the story was opened anew since", async () => {
  const story = await createStory(callSlug);
  await claimStory(ines, story.id);
  const first = await getHolding(ines, story.id);
  await claimStory(ines, story.id);
  await releaseClaim(ines, { storyId: story.id, mark: first?.mark ?? "" });
  expect(await holder(story)).toBe("Ines");
  const second = await getHolding(ines, story.id);
  await releaseClaim(tomas, { storyId: story.id, mark: second?.mark ?? "" });
  expect(await holder(story)).toBe("Ines");
  await releaseClaim(ines, { storyId: story.id, mark: second?.mark ?? "" });
  expect(await holder(story)).toBeNull();
});

test("fifty at once: one has it", async () => {
  const story = await createStory(callSlug);
  const many = await Promise.all(
    Array.from({ length: 50 }, (_, at) => createUser({ name: `M${at}`, role: "MODERATOR" })),
  );
  await Promise.all(many.map((each) => claimStory(each, story.id)));
  const mine = await Promise.all(
    many.map(async (each) => (await getHolding(each, story.id))?.byViewer),
  );
  expect(mine.filter(Boolean)).toHaveLength(1);
});

test("a moderator who is made an editor holds nothing, and can't claim on an old page", async () => {
  const admin = await createUser({ name: "Ana", role: "ADMIN" });
  const story = await createStory(callSlug);
  await claimStory(ines, story.id);
  expect(await changeRole(admin, { userId: ines.id, role: "EDITOR" })).toMatchObject({ ok: true });
  expect(await holder(story, tomas)).toBeNull();
  // As on a request that began before.
  expect(await claimStory(ines, story.id)).toMatchObject({ ok: false, code: "not-found" });
  expect(await takeOverStory(ines, story.id)).toMatchObject({ ok: false, code: "not-found" });
  expect(await holder(story, tomas)).toBeNull();
});

test("demoted and claiming at once: no claim is left", async () => {
  const admin = await createUser({ name: "Ana", role: "ADMIN" });
  const story = await createStory(callSlug);
  for (let round = 0; round < 20; round++) {
    const short = await createUser({ name: "Short", role: "MODERATOR" });
    await Promise.all([
      takeOverStory(short, story.id),
      changeRole(admin, { userId: short.id, role: "EDITOR" }),
    ]);
    expect(await holder(story, tomas)).toBeNull();
  }
});

test("there is nothing to claim of one's own story, of one that waits for nobody, and of none", async () => {
  const own = await createStory(callSlug, undefined, { viewer: ines });
  const done = await createStory(callSlug);
  await reject(done, tomas);
  for (const id of [own.id, done.id, "000000000000", "'; DROP TABLE"]) {
    await takeOverStory(ines, id);
    expect(await getHolding(ines, id)).toBeNull();
  }
  for (const role of ["STORYTELLER", "EDITOR"] as const) {
    const nobody = await createUser({ name: "Nobody", role });
    const story = await createStory(callSlug);
    expect(await claimStory(nobody, story.id)).toMatchObject({ ok: false, code: "not-found" });
    await renewClaim(nobody, story.id);
    expect(await getHolding(nobody, story.id)).toBeNull();
    expect(await holder(story)).toBeNull();
  }
});

test("a claim is no hindrance to its storyteller", async () => {
  const story = await createStory(callSlug);
  await claimStory(ines, story.id);
  expect(await withdrawStory(null, story.token)).toMatchObject({ ok: true });
  expect(await holder(story)).toBeNull();
});

test("time at the desk is what lies between signs of work, and only one's own", async () => {
  const [one, other] = [await createStory(callSlug), await createStory(callSlug)];
  const spent = async (viewer: Viewer) =>
    (await prisma.deskDay.aggregate({ where: { userId: viewer.id }, _sum: { seconds: true } }))._sum
      .seconds ?? 0;
  /** As if the last sign of work had been so long ago. */
  const pass = (seconds: number) =>
    pool.query(
      `UPDATE "Claim" SET "claimedAt" = "claimedAt" - make_interval(secs => $1), "expiresAt" = "expiresAt" - make_interval(secs => $1)`,
      [seconds],
    );
  const near = (seconds: number) => (counted: number) =>
    counted >= seconds && counted < seconds + 20;
  await claimStory(ines, one.id);
  await pass(60);
  await renewClaim(ines, one.id);
  expect(await spent(ines)).toSatisfy(near(60));
  await pass(100);
  await claimStory(ines, other.id);
  expect(await spent(ines)).toSatisfy(near(160));
  await pass(200);
  await reject(other, ines);
  expect(await spent(ines)).toSatisfy(near(360));
  expect(await spent(tomas)).toBe(0);
});

test("whoever loses a race for a story keeps the one they had", async () => {
  for (let round = 0; round < 20; round++) {
    const [held, wanted] = [await createStory(callSlug), await createStory(callSlug)];
    await prisma.claim.deleteMany();
    await claimStory(ines, held.id);
    await Promise.all([claimStory(tomas, wanted.id), claimStory(ines, wanted.id)]);
    const isInes = (await holder(wanted)) === "Ines";
    expect(await holder(isInes ? wanted : held)).toBe("Ines");
    if (!isInes) expect(await prisma.passedOver.count({ where: { storyId: held.id } })).toBe(0);
  }
});
