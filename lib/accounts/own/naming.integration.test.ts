import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { setName } from "#lib/accounts/own/commands.ts";
import { exportEverything } from "#lib/accounts/own/export/queries.ts";
import { deleteAccount } from "#lib/accounts/own/leaving/commands.ts";
import { getOwnAccount } from "#lib/accounts/own/queries.ts";
import type { Viewer } from "#lib/accounts/viewer.ts";
import { database } from "#lib/db.ts";
import { getLog } from "#lib/moderation/log/queries.ts";
import { createCall } from "#lib/testing/calls.ts";
import { tellStory } from "#lib/testing/told-stories.ts";

const { prisma } = database();

function person(role: Viewer["role"]): Promise<Viewer> {
  const select = { id: true, role: true, name: true, email: true };
  const email = `${randomBytes(6).toString("hex")}@example.org`;
  return prisma.user.create({ data: { email, role }, select });
}

async function moderatorWhoDecided(): Promise<Viewer> {
  const moderator = await person("MODERATOR");
  const { id: callId } = await prisma.call.findUniqueOrThrow({
    where: { slug: await createCall() },
  });
  const { id: storyId, revisionId } = await tellStory({ callId });
  await prisma.decision.create({
    data: { storyId, revisionId, moderatorId: moderator.id, kind: "APPROVE", warnings: [] },
  });
  return moderator;
}

const nameIn = async (viewer: Viewer) => (await getOwnAccount(viewer))?.name;

test("colleagues know someone by the name they set, also in what they did before", async () => {
  const [moderator, colleague] = [await moderatorWhoDecided(), await person("MODERATOR")];
  const seen = async () => {
    const { entries = [] } = (await getLog(colleague, { moderator: moderator.id })) ?? {};
    return entries.map((entry) => entry.moderator);
  };
  expect(await seen()).toEqual([moderator.email]);
  expect(await setName(moderator, "Noor Haddad")).toEqual({ ok: true, value: null });
  expect(await seen()).toEqual(["Noor Haddad"]);
  expect(await setName(colleague, "Noor Haddad")).toMatchObject({ ok: true });
  expect(await seen()).toEqual(["Noor Haddad"]);
  expect(await setName(moderator, null)).toMatchObject({ ok: true });
  expect(await seen()).toEqual([moderator.email]);
});

test("it is nobody else's, and in the copy of one's data", async () => {
  const [viewer, other] = [await person("EDITOR"), await person("EDITOR")];
  await setName(viewer, "Ines");
  expect(await nameIn(viewer)).toBe("Ines");
  expect(await nameIn(other)).toBeNull();
  const file = await exportEverything(viewer);
  expect(file).toMatchObject({ ok: true, value: { account: { name: "Ines" } } });
});

test("nobody sets none", async () => {
  const gone = await person("MODERATOR");
  await prisma.user.delete({ where: { id: gone.id } });
  for (const viewer of [null, gone]) {
    expect(await setName(viewer, "Ines")).toMatchObject({ ok: false, code: "not-found" });
  }
});

test("what is left of a deleted account gets no name, also at the same time", async () => {
  await person("ADMIN"); // the others may leave
  for (let round = 0; round < 20; round += 1) {
    const viewer = await moderatorWhoDecided();
    const name = () => setName(viewer, "Ines");
    const leave = () => deleteAccount(viewer, { listed: [], stories: {}, rest: "KEEP" });
    const first = round % 2 ? name() : leave();
    const results = await Promise.all([first, round % 2 ? leave() : name()]);
    expect(results[round % 2]).toMatchObject({ ok: true });
    expect(await setName(viewer, "Ines")).toMatchObject({ ok: false });
    const left = await prisma.user.findUniqueOrThrow({ where: { id: viewer.id } });
    expect(left).toMatchObject({ name: null, email: null });
  }
});
