import { randomBytes } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { claimStory } from "#lib/accounts/own/commands.ts";
import { deleteAccount } from "#lib/accounts/own/leaving/commands.ts";
import type { Viewer } from "#lib/accounts/viewer.ts";
import { database } from "#lib/db.ts";
import { addressKey, consume } from "#lib/rate-limit.ts";
import { withdrawStory } from "#lib/stories/own/commands.ts";
import { ownStoryAt } from "#lib/stories/private-link.ts";
import { createCall } from "#lib/testing/calls.ts";
import { tellStory } from "#lib/testing/told-stories.ts";

const { prisma } = database();
let callId: string;
beforeAll(async () => {
  const where = { slug: await createCall() };
  callId = (await prisma.call.findUniqueOrThrow({ where })).id;
});

function person(): Promise<Viewer> {
  const select = { id: true, role: true, name: true, email: true };
  const email = `${randomBytes(6).toString("hex")}@example.org`;
  return prisma.user.create({ data: { email }, select });
}

const address = "2001:db8::1";
const refused = { ok: false, code: "not-found" };

async function reaches(viewer: Viewer | null, way: string): Promise<string | null> {
  const where = ownStoryAt(viewer, way);
  return (where && (await prisma.story.findFirst({ where, select: { id: true } })))?.id ?? null;
}

test("a claimed story is reached by its id, and its link leads nowhere", async () => {
  const [viewer, other] = [await person(), await person()];
  const { id, token } = await tellStory({ callId });
  expect(await reaches(null, token)).toBe(id);
  expect(await claimStory(viewer, { token, address })).toEqual({ ok: true, value: { id } });
  for (const each of [viewer, other, null]) expect(await reaches(each, token)).toBeNull();
  expect(await reaches(viewer, id)).toBe(id);
  for (const each of [other, null]) expect(await reaches(each, id)).toBeNull();
  for (const each of [viewer, other, null]) {
    expect(await claimStory(each, { token, address })).toMatchObject(refused);
  }
});

test("one's own story, sent while signed in, can be claimed; someone else's can't", async () => {
  const [viewer, other] = [await person(), await person()];
  const { id, token } = await tellStory({ callId, storytellerId: viewer.id });
  expect(await claimStory(other, { token, address })).toMatchObject(refused);
  expect(await reaches(null, token)).toBe(id);
  expect(await claimStory(viewer, { token, address })).toMatchObject({ ok: true });
});

test("nobody, a wrong link and what is no link claim nothing", async () => {
  const viewer = await person();
  const { id, token } = await tellStory({ callId });
  expect(await claimStory(null, { token, address })).toMatchObject(refused);
  for (const wrong of ["A".repeat(32), id, "", "x".repeat(5000), "\0"]) {
    const from = { token: wrong, address: "2001:db8:1::1" };
    expect(await claimStory(viewer, from)).toMatchObject(refused);
  }
  expect(await reaches(null, token)).toBe(id);
});

test("wrong links count as guesses, and never against a right one", async () => {
  const viewer = await person();
  const { token } = await tellStory({ callId });
  const from = "2001:db8:2::1";
  const wrong = randomBytes(24).toString("base64url");
  for (let guess = 0; guess < 60; guess++) {
    expect(await claimStory(viewer, { token: wrong, address: from })).toMatchObject(refused);
  }
  expect(await consume("private-link-miss", addressKey(from))).toMatchObject({ ok: false });
  expect(await claimStory(viewer, { token, address: from })).toMatchObject({ ok: true });
});

test("a withdrawn story can't be claimed", async () => {
  const { token } = await tellStory({ callId });
  await withdrawStory(null, token);
  expect(await claimStory(await person(), { token, address })).toMatchObject(refused);
});

test("of two people who claim at once, one has it and the other finds nothing", async () => {
  for (let round = 0; round < 20; round += 1) {
    const viewers = [await person(), await person()];
    const { id, token } = await tellStory({ callId });
    const results = await Promise.all(
      viewers.map((viewer) => claimStory(viewer, { token, address })),
    );
    expect(results.map(({ ok }) => ok).sort()).toEqual([false, true]);
    const winner = viewers[results.findIndex(({ ok }) => ok)];
    const story = await prisma.story.findUniqueOrThrow({ where: { id } });
    expect(story).toMatchObject({ storytellerId: winner?.id, privateLinkHash: null });
  }
});

test("claiming and withdrawing at once leaves one of them done, never half of both", async () => {
  for (let round = 0; round < 20; round += 1) {
    const viewer = await person();
    const { id, token } = await tellStory({ callId, text: "The kettle." });
    const claim = () => claimStory(viewer, { token, address });
    const withdraw = () => withdrawStory(null, token);
    const [first, second] = await Promise.all(
      round % 2 ? [claim(), withdraw()] : [withdraw(), claim()],
    );
    const [claimed, gone] = round % 2 ? [first.ok, second.ok] : [second.ok, first.ok];
    expect(claimed).not.toBe(gone);
    const story = await prisma.story.findUniqueOrThrow({
      where: { id },
      include: { latestRevision: true },
    });
    expect(story.storytellerId).toBe(claimed ? viewer.id : null);
    expect(story.status).toBe(claimed ? "PENDING" : "WITHDRAWN");
    expect(story.latestRevision?.text).toBe(claimed ? "The kettle." : "");
  }
});

test("an account that is deleted at the same time takes nothing, or gives it back", async () => {
  for (let round = 0; round < 20; round += 1) {
    const viewer = await person();
    const { id, token } = await tellStory({ callId });
    const leaving = { listed: [], stories: {}, rest: "KEEP" } as const;
    const [claimed, left] = await Promise.all([
      claimStory(viewer, { token, address }),
      deleteAccount(viewer, { ...leaving, listed: [] }),
    ]);
    expect(left.ok).toBe(true);
    const story = await prisma.story.findUniqueOrThrow({ where: { id } });
    expect(story.storytellerId).toBeNull();
    expect(story.privateLinkHash).not.toBeNull();
    if (left.ok) expect(left.value.kept).toHaveLength(claimed.ok ? 1 : 0);
    expect(await prisma.user.count({ where: { id: viewer.id } })).toBe(0);
  }
});
