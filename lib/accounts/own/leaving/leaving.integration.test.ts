import { randomBytes } from "node:crypto";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { deleteAccount } from "#lib/accounts/own/leaving/commands.ts";
import { getLeave } from "#lib/accounts/own/leaving/queries.ts";
import { type Leaving, LISTED } from "#lib/accounts/own/leaving/schema.ts";
import { findViewer } from "#lib/accounts/queries.ts";
import { changeRole } from "#lib/accounts/team/commands.ts";
import type { Viewer } from "#lib/accounts/viewer.ts";
import { database } from "#lib/db.ts";
import type { Role } from "#lib/generated/prisma/enums.ts";
import { decide } from "#lib/moderation/commands.ts";
import { withdrawStory } from "#lib/stories/own/commands.ts";
import { ownStoryAt } from "#lib/stories/private-link.ts";
import { createCall } from "#lib/testing/calls.ts";
import { seededDecision } from "#lib/testing/decisions.ts";
import { findEverywhere } from "#lib/testing/everywhere.ts";
import { tellStory } from "#lib/testing/told-stories.ts";

const { prisma } = database();
let callId: string;
beforeAll(async () => {
  const where = { slug: await createCall() };
  callId = (await prisma.call.findUniqueOrThrow({ where })).id;
});
beforeEach(async () => {
  await prisma.user.updateMany({ where: { role: "ADMIN" }, data: { role: "STORYTELLER" } });
});

/** Someone whose name and address are like nobody else's. */
async function person(role: Role = "STORYTELLER") {
  const sign = randomBytes(6).toString("hex");
  const select = { id: true, role: true, name: true, email: true };
  const viewer: Viewer = await prisma.user.create({
    data: { email: `${sign}@example.org`, name: `Noor ${sign}`, role, image: `/${sign}.png` },
    select,
  });
  const sessionToken = randomBytes(24).toString("hex");
  const expires = new Date(Date.now() + 60_000);
  await prisma.session.create({ data: { sessionToken, userId: viewer.id, expires } });
  await prisma.account.create({
    data: { userId: viewer.id, type: "oauth", provider: "github", providerAccountId: sign },
  });
  await prisma.verificationToken.create({
    data: { identifier: `${sign}@example.org`, token: `t${sign}`, expires },
  });
  return { viewer, sign, sessionToken };
}

const choose = (stories: Leaving["stories"], rest: Leaving["rest"] = null): Leaving => ({
  listed: Object.keys(stories),
  stories,
  rest,
});

async function leave(viewer: Viewer, leaving: Leaving) {
  const result = await deleteAccount(viewer, leaving);
  if (!result.ok) throw new Error(result.message);
  return result.value;
}

const tokenOf = (link: string) => link.slice("http://localhost:3000/my/".length);

const storyOf = (id: string) =>
  prisma.story.findUniqueOrThrow({
    where: { id },
    include: { revisions: true, consents: true, contact: true },
  });

function decideOn(story: { id: string; revisionId: string }, moderatorId: string) {
  return prisma.decision.create({
    data: {
      storyId: story.id,
      revisionId: story.revisionId,
      moderatorId,
      kind: "APPROVE",
      internalNote: "A note.",
      warnings: [],
    },
  });
}

test("of each story what was chosen, and nothing of the person anywhere", async () => {
  const { viewer, sign, sessionToken } = await person();
  const tell = (told: Partial<Parameters<typeof tellStory>[0]>) =>
    tellStory({
      callId,
      storytellerId: viewer.id,
      bylineName: `Noor ${sign}`,
      bylineRole: `nurse ${sign}`,
      contact: `${sign}@example.org`,
      consents: ["PRINT", "ROUND_UP"],
      ...told,
    });
  const gone = await tell({ status: "PUBLISHED", text: `Words ${sign}` });
  const kept = await tell({ status: "PUBLISHED", claimed: true, text: "The lift stopped." });
  const waiting = await tell({ text: "The kettle." });
  const withdrawnBefore = await tell({});
  await withdrawStory(viewer, withdrawnBefore.token);
  // Sent without signing in, but with the same address.
  const elsewhere = await tellStory({ callId, contact: `${sign}@example.org` });
  expect(await findEverywhere(sign)).not.toEqual([]);

  const left = await leave(
    viewer,
    choose({ [gone.id]: "WITHDRAW", [kept.id]: "KEEP", [waiting.id]: "KEEP" }),
  );
  expect(await findEverywhere(sign)).toEqual([]);
  expect(await findEverywhere(sessionToken)).toEqual([]);
  expect(await findEverywhere(viewer.id)).toEqual([]);
  expect(await findViewer(sessionToken)).toBeNull();

  expect(left.withdrawn).toBe(1);
  expect(left.changed.sort()).toEqual([gone.id, kept.id].sort());
  expect(left.kept.map(({ id }) => id).sort()).toEqual([kept.id, waiting.id].sort());
  expect(await storyOf(gone.id)).toMatchObject({
    status: "WITHDRAWN",
    storytellerId: null,
    contact: null,
    revisions: [{ text: "" }],
  });
  expect(await storyOf(kept.id)).toMatchObject({
    status: "PUBLISHED",
    storytellerId: null,
    contact: null,
    revisions: [{ text: "The lift stopped.", bylineName: null, bylineRole: null }],
    consents: expect.arrayContaining([
      expect.objectContaining({ use: "PRINT", anonymous: true, revokedAt: null }),
      expect.objectContaining({ use: "ROUND_UP", anonymous: true, revokedAt: null }),
    ]) as unknown,
  });
  expect(await storyOf(withdrawnBefore.id)).toMatchObject({ storytellerId: null });
  expect(await storyOf(elsewhere.id)).toMatchObject({ status: "PENDING", contact: null });
});

test("each kept story can be withdrawn by its link; one that was sent by it has the same", async () => {
  const { viewer } = await person();
  const linked = await tellStory({ callId, storytellerId: viewer.id });
  const claimed = await tellStory({ callId, storytellerId: viewer.id, claimed: true });
  const older = await tellStory({ callId, storytellerId: viewer.id });
  // As if the secret it was computed with had been changed since.
  await prisma.story.update({
    where: { id: older.id },
    data: { privateLinkHash: Uint8Array.from(randomBytes(32)) },
  });
  const { kept } = await leave(viewer, choose({}, "KEEP"));
  const tokens = new Map(kept.map(({ id, link }) => [id, tokenOf(link)]));
  expect(tokens.get(linked.id)).toBe(linked.token);
  for (const each of [claimed, older]) expect(tokens.get(each.id)).not.toBe(each.token);
  for (const [id, token] of tokens) {
    expect(await prisma.story.findFirst({ where: ownStoryAt(null, token) ?? {} })).toMatchObject({
      id,
    });
    expect(await withdrawStory(null, token)).toEqual({ ok: true, value: { id } });
  }
});

test("a story that nothing was chosen for stops it all", async () => {
  const { viewer, sign, sessionToken } = await person();
  const [one, two] = [
    await tellStory({ callId, storytellerId: viewer.id }),
    await tellStory({ callId, storytellerId: viewer.id }),
  ];
  for (const leaving of [choose({}), choose({ [one.id]: "WITHDRAW" })]) {
    expect(await deleteAccount(viewer, leaving)).toMatchObject({ ok: false, code: "invalid" });
  }
  for (const { id } of [one, two]) expect(await storyOf(id)).toMatchObject({ status: "PENDING" });
  expect(await findViewer(sessionToken)).toMatchObject({ id: viewer.id });
  expect(await findEverywhere(sign)).not.toEqual([]);
  await leave(viewer, choose({ [one.id]: "WITHDRAW" }, "KEEP"));
  expect(await storyOf(one.id)).toMatchObject({ status: "WITHDRAWN" });
  expect(await storyOf(two.id)).toMatchObject({ status: "PENDING", storytellerId: null });
});

test("a choice about someone else's story changes nothing of it", async () => {
  const { viewer } = await person();
  const other = await person();
  const story = await tellStory({ callId, storytellerId: other.viewer.id, bylineName: "Sam" });
  const open = await tellStory({ callId, bylineName: "Sam" });
  const left = await leave(viewer, choose({ [story.id]: "WITHDRAW", [open.id]: "KEEP" }));
  expect(left).toEqual({ withdrawn: 0, kept: [], changed: [] });
  expect(await storyOf(story.id)).toMatchObject({
    status: "PENDING",
    storytellerId: other.viewer.id,
    revisions: [{ bylineName: "Sam" }],
  });
  expect(await storyOf(open.id)).toMatchObject({ revisions: [{ bylineName: "Sam" }] });
});

test("who comes a second time, and nobody, are told that they are not signed in", async () => {
  const { viewer } = await person();
  await leave(viewer, choose({}));
  for (const each of [viewer, null]) {
    expect(await deleteAccount(each, choose({}))).toMatchObject({ code: "not-found" });
  }
});

test("deleted twice at once, it is done once", async () => {
  const { viewer } = await person();
  const { id } = await tellStory({ callId, storytellerId: viewer.id, claimed: true });
  const results = await Promise.all(
    [1, 2, 3].map(() => deleteAccount(viewer, choose({ [id]: "KEEP" }))),
  );
  expect(results.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await storyOf(id)).toMatchObject({ privateLinkNumber: 1 });
});

test("deleting and withdrawing at once withdraws, whatever was chosen", async () => {
  for (let round = 0; round < 10; round += 1) {
    const { viewer, sign } = await person();
    const { id, token } = await tellStory({ callId, storytellerId: viewer.id, text: sign });
    const [left, withdrawn] = await Promise.all([
      deleteAccount(viewer, choose({ [id]: "KEEP" })),
      withdrawStory(null, token),
    ]);
    expect([left.ok, withdrawn.ok]).toEqual([true, true]);
    expect(await storyOf(id)).toMatchObject({ status: "WITHDRAWN", storytellerId: null });
    expect(await findEverywhere(sign)).toEqual([]);
  }
});

test("of a former moderator the decisions stay, and nothing that says who", async () => {
  const { viewer, sign, sessionToken } = await person("MODERATOR");
  const story = await tellStory({ callId });
  const decision = await decideOn(story, viewer.id);
  expect(await getLeave(viewer)).toMatchObject({ hasDecided: true, isLastAdmin: false });
  await leave(viewer, choose({}));
  expect(await findEverywhere(sign)).toEqual([]);
  expect(await findViewer(sessionToken)).toBeNull();
  expect(
    await prisma.decision.findUniqueOrThrow({
      where: { id: decision.id },
      select: { internalNote: true, moderator: true },
    }),
  ).toMatchObject({
    internalNote: "A note.",
    moderator: { id: viewer.id, name: null, email: null, image: null, role: "STORYTELLER" },
  });
});

test("of a former moderator's days at the desk, what they avoid, hold and checked, nothing stays", async () => {
  const { viewer } = await person("MODERATOR");
  await decideOn(await tellStory({ callId }), viewer.id);
  const held = await tellStory({ callId });
  await prisma.user.update({ where: { id: viewer.id }, data: { avoids: ["death"] } });
  await prisma.deskDay.create({
    data: { userId: viewer.id, day: new Date("2026-11-20"), seconds: 3_600 },
  });
  const expiresAt = new Date(Date.now() + 600_000);
  await prisma.claim.create({ data: { storyId: held.id, moderatorId: viewer.id, expiresAt } });
  await prisma.helpline.updateMany({ data: { checkedById: viewer.id } });
  await leave(viewer, choose({}));
  expect(await prisma.helpline.count({ where: { checkedById: viewer.id } })).toBe(0);
  expect(await prisma.user.findUniqueOrThrow({ where: { id: viewer.id } })).toMatchObject({
    avoids: [],
  });
  expect(await prisma.deskDay.count({ where: { userId: viewer.id } })).toBe(0);
  expect(await prisma.claim.count({ where: { moderatorId: viewer.id } })).toBe(0);
});

test("a former member's own stories are theirs no more", async () => {
  const { viewer } = await person("MODERATOR");
  await decideOn(await tellStory({ callId }), viewer.id);
  const own = await tellStory({ callId, storytellerId: viewer.id, claimed: true });
  const before = await tellStory({ callId, storytellerId: viewer.id });
  await withdrawStory(viewer, before.token);
  await leave(viewer, choose({ [own.id]: "KEEP" }));
  for (const { id } of [own, before]) {
    expect(await storyOf(id)).toMatchObject({ storytellerId: null });
  }
});

test("the last admin stays, with everything; once there is another they may go", async () => {
  const { viewer, sessionToken } = await person("ADMIN");
  const { id } = await tellStory({ callId, storytellerId: viewer.id });
  expect(await getLeave(viewer)).toMatchObject({ isLastAdmin: true });
  const refused = await deleteAccount(viewer, choose({ [id]: "WITHDRAW" }));
  expect(refused).toMatchObject({
    ok: false,
    message: expect.stringContaining("only admin") as string,
  });
  expect(await findViewer(sessionToken)).toMatchObject({ role: "ADMIN" });
  expect(await storyOf(id)).toMatchObject({ status: "PENDING", storytellerId: viewer.id });
  await person("ADMIN");
  expect(await getLeave(viewer)).toMatchObject({ isLastAdmin: false });
  await leave(viewer, choose({ [id]: "WITHDRAW" }));
});

test("of admins who go at once, or demote each other, one is left", async () => {
  for (let round = 0; round < 10; round += 1) {
    await prisma.user.updateMany({ where: { role: "ADMIN" }, data: { role: "STORYTELLER" } });
    const [one, two] = [(await person("ADMIN")).viewer, (await person("ADMIN")).viewer];
    await Promise.all([
      deleteAccount(one, choose({})),
      round % 2
        ? deleteAccount(two, choose({}))
        : changeRole(two, { userId: two.id, role: "EDITOR" }),
    ]);
    expect(await prisma.user.count({ where: { role: "ADMIN" } })).toBe(1);
  }
});

test("more stories than the form lists are decided on together", async () => {
  const { viewer } = await person();
  const ids: string[] = [];
  for (let day = 1; day <= LISTED + 3; day += 1) {
    const submittedAt = new Date(Date.UTC(2026, 0, day));
    ids.push((await tellStory({ callId, storytellerId: viewer.id, submittedAt })).id);
  }
  const form = await getLeave(viewer);
  expect(form?.stories.map(({ id }) => id)).toEqual(ids.toReversed().slice(0, LISTED));
  expect(form?.unlisted).toBe(3);
  const newest = ids.at(-1) ?? "";
  const left = await leave(viewer, choose({ [newest]: "KEEP" }, "WITHDRAW"));
  expect(left.withdrawn).toBe(LISTED + 2);
  expect(left.kept.map(({ id }) => id)).toEqual([newest]);
});

test("an admin's decisions at the same time are made or refused, and neither stops the other", async () => {
  const admin = (await person("ADMIN")).viewer;
  for (let round = 0; round < 5; round += 1) {
    const { viewer } = await person();
    const told = [];
    for (let count = 0; count < 6; count += 1) {
      told.push(await tellStory({ callId, storytellerId: viewer.id }));
    }
    const withdrawn = told.map(({ id }) => [id, "WITHDRAW"] as const);
    const chosen = choose(Object.fromEntries(withdrawn));
    const [left] = await Promise.all([
      deleteAccount(viewer, chosen),
      ...told.map(async ({ id }) => {
        const { latestRevisionId: revisionId } = await storyOf(id);
        const nothing = { reason: "", message: "", internalNote: "" };
        const approve = { storyId: id, revisionId, kind: "APPROVE", ...nothing };
        await decide(admin, seededDecision({ ...approve, warnings: [], intensities: {} }));
      }),
    ]);
    expect(left).toMatchObject({ ok: true });
    for (const { id } of told) expect(await storyOf(id)).toMatchObject({ status: "WITHDRAWN" });
  }
});
