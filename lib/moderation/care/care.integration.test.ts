import { beforeEach, expect, test } from "vitest";
import { exportEverything } from "#lib/accounts/own/export/queries.ts";
import { exportSchema } from "#lib/accounts/own/export/schema.ts";
import type { Viewer } from "#lib/accounts/viewer.ts";
import { database } from "#lib/db.ts";
import type { Intensity } from "#lib/generated/prisma/enums.ts";
import { avoidKinds, countDeskTime, forgetDeskDays } from "#lib/moderation/care/commands.ts";
import { avoids, getOwnDesk, getPause, heavyInARow } from "#lib/moderation/care/queries.ts";
import { othersAvoid } from "#lib/moderation/others/queries.ts";
import { createUser } from "#lib/testing/accounts.ts";
import { createCall } from "#lib/testing/calls.ts";
import { tellStory } from "#lib/testing/told-stories.ts";

const { prisma } = database();
const now = new Date("2026-11-21T12:00:00Z");
const minutesAgo = (minutes: number) => new Date(now.getTime() - minutes * 60_000);

let ines: Viewer;
let tomas: Viewer;
let callId: string;
beforeEach(async () => {
  ines = await createUser({ name: "Ines", role: "MODERATOR" });
  tomas = await createUser({ name: "Tomas", role: "ADMIN" });
  callId = (await prisma.call.findUniqueOrThrow({ where: { slug: await createCall() } })).id;
});

test("a moderator chooses kinds, anew each time; nobody else has any", async () => {
  expect(await avoidKinds(ines, ["death", "needles"])).toMatchObject({ ok: true });
  expect(await avoidKinds(tomas, ["suicide"])).toMatchObject({ ok: true });
  expect(await avoids(ines)).toEqual(["death", "needles"]);
  const { id } = await tellStory({ callId });
  const others = await othersAvoid(prisma, ines, id);
  expect(others).toContainEqual(["suicide"]);
  expect(others).not.toContainEqual(["death", "needles"]);
  expect(await avoidKinds(ines, [])).toMatchObject({ ok: true });
  expect(await avoids(ines)).toEqual([]);
  expect(await avoids(tomas)).toEqual(["suicide"]);
});

test("whoever is no moderator chooses nothing, also one whose role is gone since", async () => {
  const storyteller = await createUser({ name: "Kim", role: "STORYTELLER" });
  const editor = await createUser({ name: "Ed", role: "EDITOR" });
  const former = { ...storyteller, role: "MODERATOR" as const };
  for (const viewer of [null, storyteller, editor, former]) {
    expect(await avoidKinds(viewer, ["death"])).toMatchObject({ ok: false, code: "not-found" });
  }
  for (const viewer of [null, storyteller, editor]) {
    expect(await avoids(viewer)).toEqual([]);
    expect(await getOwnDesk(viewer)).toBeNull();
    expect(await heavyInARow(viewer, now)).toBe(0);
    await countDeskTime(prisma, viewer, 60);
  }
  expect(
    await prisma.deskDay.count({ where: { userId: { in: [storyteller.id, editor.id] } } }),
  ).toBe(0);
  await prisma.user.update({ where: { id: ines.id }, data: { avoids: ["death"], role: "EDITOR" } });
  const { id } = await tellStory({ callId });
  expect(await othersAvoid(prisma, tomas, id)).not.toContainEqual(["death"]);
});

test("a kind that is on the list no more is forgotten", async () => {
  await prisma.user.update({ where: { id: ines.id }, data: { avoids: ["clowns", "death"] } });
  expect(await avoids(ines)).toEqual(["death"]);
});

type Decided = { minutes: number; intensity?: Intensity; careMark?: boolean; undone?: boolean };

async function decided(by: Viewer, { minutes, intensity, careMark, undone = false }: Decided) {
  const story = await tellStory({ callId });
  if (careMark) await prisma.story.update({ where: { id: story.id }, data: { careMark } });
  await prisma.decision.create({
    data: {
      ...{ storyId: story.id, revisionId: story.revisionId, moderatorId: by.id, kind: "APPROVE" },
      warnings: intensity ? [{ warning: "death", intensity }] : [],
      createdAt: minutesAgo(minutes),
      undoneAt: undone ? minutesAgo(minutes - 0.1) : null,
    },
  });
}

test("heavy stories in a row: one's own, not those undone, until a lighter one", async () => {
  await decided(ines, { minutes: 1, intensity: "GRAPHIC" });
  await decided(ines, { minutes: 2, undone: true });
  await decided(tomas, { minutes: 3 });
  await decided(ines, { minutes: 4, careMark: true });
  await decided(ines, { minutes: 5, intensity: "DESCRIBED" });
  await decided(ines, { minutes: 6, intensity: "GRAPHIC" });
  expect(await heavyInARow(ines, now)).toBe(2);
  expect(await heavyInARow(tomas, now)).toBe(0);
});

test("after five in a row a pause is offered, and after half an hour it was had", async () => {
  for (const minutes of [1, 10, 20, 30]) await decided(ines, { minutes, intensity: "GRAPHIC" });
  expect(await getPause(ines, now)).toBeNull();
  await decided(ines, { minutes: 40, intensity: "GRAPHIC" });
  expect(await getPause(ines, now)).toBe(5);
  expect(await getPause(ines, new Date(now.getTime() + 29 * 60_000))).toBeNull();
  expect(await getPause(null, now)).toBeNull();
});

test("time at the desk adds up, no more than is possible, and is seen by oneself only", async () => {
  for (const seconds of [60, 30.9, 86_400, -5, NaN, Infinity]) {
    await countDeskTime(prisma, ines, seconds);
  }
  // Ten minutes at once are the most.
  expect((await getOwnDesk(ines))?.days[0]?.seconds).toBe(60 + 30 + 600 + 600);
  const days = (await getOwnDesk(tomas))?.days ?? [];
  expect(days).toHaveLength(14);
  expect(days.every(({ seconds }) => seconds === 0)).toBe(true);

  await prisma.deskDay.updateMany({ where: { userId: ines.id }, data: { seconds: 86_350 } });
  await Promise.all([countDeskTime(prisma, ines, 60), countDeskTime(prisma, ines, 60)]);
  expect((await getOwnDesk(ines))?.days[0]?.seconds).toBe(86_400);
  await countDeskTime(prisma, { ...ines, id: "nobody" }, 60);
});

test("the last fourteen days, today first", async () => {
  const day = (date: string, seconds: number) => ({
    userId: ines.id,
    day: new Date(date),
    seconds,
  });
  await prisma.deskDay.createMany({
    data: [day("2026-11-21", 1), day("2026-11-08", 2), day("2026-11-07", 3), day("2026-11-22", 4)],
  });
  const days = (await getOwnDesk(ines, now))?.days ?? [];
  expect(days.filter(({ seconds }) => seconds > 0)).toEqual([
    { day: "2026-11-21", seconds: 1 },
    { day: "2026-11-08", seconds: 2 },
  ]);
  expect(days.at(-1)?.day).toBe("2026-11-08");
});

test("days at the desk are forgotten after sixty", async () => {
  const days = ["2026-11-21", "2026-09-22", "2026-09-21", "2026-01-01"];
  await prisma.deskDay.createMany({
    data: days.map((day) => ({ userId: ines.id, day: new Date(day), seconds: 60 })),
  });
  expect(await forgetDeskDays(now)).toBe(2);
  expect(await forgetDeskDays(now)).toBe(0);
  const left = await prisma.deskDay.findMany({
    where: { userId: ines.id },
    orderBy: { day: "asc" },
  });
  expect(left.map(({ day }) => day.toISOString().slice(0, 10))).toEqual([
    "2026-09-22",
    "2026-11-21",
  ]);
});

test("what one chose and how long one was here is in the copy of one's data, and goes with the account", async () => {
  await avoidKinds(ines, ["death"]);
  await prisma.deskDay.create({
    data: { userId: ines.id, day: new Date("2026-11-20"), seconds: 90 },
  });
  const exported = await exportEverything(ines);
  if (!exported.ok) throw new Error(exported.message);
  expect(exportSchema.parse(JSON.parse(JSON.stringify(exported.value)))).toMatchObject({
    avoids: ["death"],
    deskTime: [{ day: "2026-11-20", seconds: 90 }],
  });
  const others = await exportEverything(tomas);
  expect(others).toMatchObject({ ok: true, value: { avoids: [], deskTime: [] } });
  await prisma.user.delete({ where: { id: ines.id } });
  expect(await prisma.deskDay.count({ where: { userId: ines.id } })).toBe(0);
});
