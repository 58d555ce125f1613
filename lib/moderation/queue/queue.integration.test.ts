import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Viewer } from "#lib/accounts/viewer.ts";
import type { Intensity, WarningSlug } from "#lib/content-warnings/list.ts";
import { database } from "#lib/db.ts";
import { isHeavy } from "#lib/moderation/care/policy.ts";
import { claimStory, forgetPassedOver } from "#lib/moderation/claims/commands.ts";
import { getHolding } from "#lib/moderation/claims/queries.ts";
import { decide } from "#lib/moderation/commands.ts";
import { openNext } from "#lib/moderation/queue/commands.ts";
import { getQueue, hasNext } from "#lib/moderation/queue/queries.ts";
import { queueFilterSchema, wholeQueue } from "#lib/moderation/queue/schema.ts";
import { undoDecision } from "#lib/moderation/undo/commands.ts";
import { reportStory } from "#lib/reports/commands.ts";
import { changeStory } from "#lib/stories/changing/commands.ts";
import { appealStory } from "#lib/stories/own/commands.ts";
import { declineProposal } from "#lib/moderation/proposals/answers/commands.ts";
import { getStoryForChange } from "#lib/stories/queries.ts";
import { changeFormSchema } from "#lib/stories/schema.ts";
import { newSubmissionKey } from "#lib/stories/submission-key.ts";
import { createUser } from "#lib/testing/accounts.ts";
import { createCall, createStory } from "#lib/testing/calls.ts";
import { seededDecision } from "#lib/testing/decisions.ts";

const { prisma, pool } = database();
let callSlug: string;
let ines: Viewer;
let tomas: Viewer;
beforeAll(async () => {
  ines = await createUser({ name: "Ines", role: "MODERATOR" });
  tomas = await createUser({ name: "Tomas", role: "MODERATOR" });
});
// A call of each test's own is its part of the queue.
beforeEach(async () => {
  callSlug = await createCall();
  await prisma.claim.deleteMany();
});

type Story = Awaited<ReturnType<typeof createStory>>;
type Asked = Record<string, string>;

const part = (asked: Asked = {}) => queueFilterSchema.parse({ call: callSlug, ...asked });

const listed = async (asked?: Asked, viewer = ines) =>
  (await getQueue(viewer, part(asked)))?.items.map(({ id }) => id);

const next = (viewer = ines, asked?: Asked) => openNext(viewer, part(asked));

async function decideOn(
  { id, revisionId }: Story,
  kind: "APPROVE" | "REJECT" | "ASK_FOR_CHANGES",
  by = tomas,
) {
  const reason = kind === "APPROVE" ? "" : "recognisable";
  const done = await decide(by, seededDecision({ storyId: id, revisionId, kind, reason }));
  if (!done.ok) throw new Error(done.message);
}

const releaseAll = ({ id }: Viewer) => prisma.claim.deleteMany({ where: { moderatorId: id } });

const waitSince = ({ id }: Story, hours: number) =>
  pool.query(
    `UPDATE "Story" SET "waitingSince" = now() - make_interval(hours => $2) WHERE "id" = $1`,
    [id, hours],
  );

const warned = (slug: WarningSlug, intensity: "MENTIONED" | "DESCRIBED" | "GRAPHIC") => ({
  warnings: [slug],
  intensities: { [slug]: intensity },
});

test("danger first, then what a rule puts first, then the oldest", async () => {
  const [young, old, first, danger] = [
    await createStory(callSlug),
    await createStory(callSlug),
    await createStory(callSlug),
    await createStory(callSlug, "I want to die and nobody on the ward knows."),
  ];
  await waitSince(old, 30);
  await prisma.story.update({ where: { id: first.id }, data: { putFirst: true } });
  const order = [danger, first, old, young].map(({ id }) => id);
  expect(await listed()).toEqual(order);
  expect(await next()).toBe(danger.id);
  expect(await next(tomas)).toBe(first.id);
});

test("its parts, each with its count", async () => {
  const rejected = await createStory(callSlug);
  await decideOn(rejected, "REJECT");
  await appealStory(null, rejected.token, "Please look again.");
  const published = await createStory(callSlug);
  await decideOn(published, "APPROVE");
  await reportStory({ storyId: published.id, reason: "HARMFUL", note: null, address: "192.0.2.1" });
  const danger = await createStory(callSlug, "I want to die and nobody on the ward knows.");
  const fresh = await createStory(callSlug);
  const queue = await getQueue(ines, part());
  expect(queue?.matching).toBe(4);
  for (const [state, ids] of [
    ["care", [danger.id]],
    ["new", [danger.id, fresh.id]],
    ["returned", []],
    ["appeal", [rejected.id]],
    ["reported", [published.id]],
    ["picture", []],
  ] as const) {
    expect(await listed({ state }), state).toEqual(ids);
  }
  // The counts are the whole queue's, whatever part of it is open.
  const whole = await getQueue(ines, wholeQueue);
  expect(queue?.counts).toEqual(whole?.counts);
  expect(whole?.counts.appeal).toBeGreaterThanOrEqual(1);
  expect(queue?.items.find(({ id }) => id === published.id)).toMatchObject({
    waitsFor: "an answer to reports",
    waitingSince: null,
  });
});

test("what was decided on comes back, also without a new version; what never was is new", async () => {
  const declined = await createStory(callSlug);
  const { id: storyId, revisionId, token: way } = declined;
  const asked = await decide(
    tomas,
    seededDecision({
      ...{ storyId, revisionId, kind: "ASK_FOR_CHANGES", reason: "recognisable" },
      proposal: "Someone had the kettle on.",
    }),
  );
  const decisionId = asked.ok ? asked.value.decisionId : "";
  expect(await declineProposal(null, { way, decisionId })).toMatchObject({ ok: true });
  const changed = await createStory(callSlug);
  const from = { viewer: null, way: changed.token, address: "2001:db8:9::1" };
  const form = await getStoryForChange(from);
  const sent = await changeStory(null, {
    ...{ way: changed.token, base: form?.base ?? "", key: newSubmissionKey(), country: null },
    input: changeFormSchema.parse({ ...form?.values, timeZone: "Etc/UTC", text: "It is on." }),
    address: from.address,
  });
  expect(sent).toMatchObject({ ok: true });
  const endorsed = await createStory(callSlug);
  await prisma.story.update({ where: { id: endorsed.id }, data: { needsTwo: true } });
  await decideOn(endorsed, "APPROVE");
  const undone = await createStory(callSlug);
  await decideOn(undone, "REJECT");
  const { id } = await prisma.decision.findFirstOrThrow({ where: { storyId: undone.id } });
  await undoDecision(tomas, id);

  const fresh = [changed.id, endorsed.id, undone.id].toSorted();
  expect(await listed({ state: "returned" })).toEqual([declined.id]);
  expect((await listed({ state: "new" }))?.toSorted()).toEqual(fresh);
  const items = (await getQueue(ines, part()))?.items ?? [];
  expect(items).toHaveLength(4);
  for (const { id, waitsFor } of items) {
    expect(waitsFor).toBe(fresh.includes(id) ? "a first reading" : "a change");
  }
});

test("narrowed by theme, warning, age and weight, and by nonsense not at all", async () => {
  const themed = await createStory(callSlug, undefined, { theme: "small-wins" });
  const heavy = await createStory(callSlug, undefined, warned("death", "GRAPHIC"));
  const old = await createStory(callSlug, undefined, warned("death", "MENTIONED"));
  await waitSince(old, 100);
  expect(await listed({ theme: "small-wins" })).toEqual([themed.id]);
  expect(await listed({ warning: "death" })).toEqual([old.id, heavy.id]);
  expect(await listed({ age: "three-days" })).toEqual([old.id]);
  expect(await listed({ lighter: "1" })).toEqual([old.id, themed.id]);
  expect(await listed({ warning: "death", age: "day", lighter: "1" })).toEqual([old.id]);
  const nonsense = { state: "'; --", theme: "%", warning: "x".repeat(500), age: "never" };
  expect(await listed(nonsense)).toHaveLength(3);
});

test("the next one is nobody else's: not held, not one's own, not an appeal against oneself", async () => {
  const held = await createStory(callSlug);
  await claimStory(tomas, held.id);
  await createStory(callSlug, undefined, { viewer: ines });
  const rejected = await createStory(callSlug);
  await decideOn(rejected, "REJECT", ines);
  await appealStory(null, rejected.token, "Please look again.");
  expect(await next()).toBeNull();
  expect(await hasNext(ines, part())).toBe(false);
  const free = await createStory(callSlug);
  // To look whether there is one leaves it to whoever asks first.
  expect(await hasNext(ines, part())).toBe(true);
  expect(await getHolding(ines, free.id)).toBeNull();
  expect(await next()).toBe(free.id);
  expect(await getHolding(tomas, free.id)).toMatchObject({ who: "Ines" });
  // What one has open already comes first.
  expect(await next()).toBe(free.id);
});

describe("a story that one leaves for another", () => {
  test("is the next for others, and for oneself when nothing else is left, or after an hour", async () => {
    const [left, opened, third] = [
      await createStory(callSlug),
      await createStory(callSlug),
      await createStory(callSlug),
    ];
    expect(await next()).toBe(left.id);
    await claimStory(ines, opened.id);
    await decideOn(opened, "REJECT", ines);
    expect(await next()).toBe(third.id);
    await decideOn(third, "REJECT", ines);
    expect(await next()).toBe(left.id);

    // Opened again it is passed over no more; nor does a pass count for colleagues.
    const fourth = await createStory(callSlug);
    await claimStory(ines, fourth.id);
    await releaseAll(ines);
    expect(await next(tomas)).toBe(left.id);
    await releaseAll(tomas);
    expect(await next()).toBe(fourth.id);
    await releaseAll(ines);
    await pool.query(`UPDATE "PassedOver" SET "at" = now() - interval '61 minutes'`);
    expect(await next()).toBe(left.id);
    expect(await forgetPassedOver()).toBe(0);
  });

  test("is the next again after ten minutes where its words speak of danger", async () => {
    const danger = await createStory(callSlug, "I want to die and nobody on the ward knows.");
    const other = await createStory(callSlug);
    expect(await next()).toBe(danger.id);
    await claimStory(ines, other.id);
    await releaseAll(ines);
    expect(await next()).toBe(other.id);
    await releaseAll(ines);
    await pool.query(`UPDATE "PassedOver" SET "at" = now() - interval '11 minutes'`);
    expect(await next()).toBe(danger.id);
  });

  test("only to come back to what was undone, is still the next", async () => {
    const [undone, following] = [await createStory(callSlug), await createStory(callSlug)];
    await claimStory(ines, following.id);
    await claimStory(ines, undone.id, { back: true });
    await decideOn(undone, "REJECT", ines);
    await createStory(callSlug);
    expect(await next()).toBe(following.id);
  });

  test("is forgotten once it counts no more", async () => {
    const [left, opened] = [await createStory(callSlug), await createStory(callSlug)];
    await claimStory(ines, left.id);
    await claimStory(ines, opened.id);
    expect(await forgetPassedOver()).toBe(0);
    const { count } = await prisma.passedOver.updateMany({
      where: { storyId: left.id },
      data: { at: new Date(Date.now() - 61 * 60_000) },
    });
    expect([count, await forgetPassedOver()]).toEqual([1, 1]);
  });
});

test("thirty moderators at once are given thirty stories", async () => {
  const stories = await Promise.all(Array.from({ length: 30 }, () => createStory(callSlug)));
  const many = await Promise.all(
    stories.map((_, at) => createUser({ name: `M${at}`, role: "MODERATOR" })),
  );
  const given = await Promise.all(many.map((each) => next(each)));
  expect(new Set(given).size).toBe(30);
  expect(given).not.toContain(null);
  expect(await next()).toBeNull();
});

test("kinds that a moderator would rather not get go to others, while there are others", async () => {
  const story = await createStory(callSlug, undefined, warned("suicide", "DESCRIBED"));
  const mara = await createUser({ name: "Mara", role: "MODERATOR" });
  await prisma.user.update({ where: { id: mara.id }, data: { avoids: ["suicide"] } });
  expect(await next(mara)).toBeNull();
  // Listed all the same, and open to whoever asks for it.
  expect(await listed({}, mara)).toEqual([story.id]);
  await prisma.user.updateMany({
    where: { role: { in: ["MODERATOR", "ADMIN"] } },
    data: { avoids: ["suicide"] },
  });
  expect(await next(mara)).toBe(story.id);
  await prisma.user.updateMany({ data: { avoids: [] } });
});

test("what is heavy is one rule, in the queue's filter too", async () => {
  for (const careMark of [false, true]) {
    for (const intensities of [
      [],
      ["MENTIONED", "MENTIONED"],
      ["DESCRIBED"],
      ["GRAPHIC"],
      ["DESCRIBED", "DESCRIBED"],
    ]) {
      const kinds = ["death", "suicide"].slice(0, intensities.length) as WarningSlug[];
      const warnings = kinds.map((warning, at) => ({
        warning,
        intensity: intensities[at] as Intensity,
      }));
      const story = await createStory(callSlug, undefined, {
        warnings: kinds,
        intensities: Object.fromEntries(warnings.map((each) => [each.warning, each.intensity])),
      });
      await prisma.story.update({ where: { id: story.id }, data: { careMark } });
      const lighter = (await listed({ lighter: "1" }))?.includes(story.id);
      expect(lighter, JSON.stringify({ careMark, warnings })).toBe(
        !isHeavy({ careMark, warnings }),
      );
    }
  }
});

test("of a story that needs two, whoever approved first is not given it again", async () => {
  const story = await createStory(callSlug);
  await prisma.story.update({ where: { id: story.id }, data: { needsTwo: true } });
  await decideOn(story, "APPROVE", ines);
  expect(await prisma.story.findUniqueOrThrow({ where: { id: story.id } })).toMatchObject({
    status: "PENDING",
    waitingSince: expect.any(Date),
  });
  expect(await next(ines)).toBeNull();
  expect(await next(tomas)).toBe(story.id);
  await decideOn(story, "APPROVE", tomas);
  expect(await prisma.story.findUniqueOrThrow({ where: { id: story.id } })).toMatchObject({
    status: "PUBLISHED",
    waitingSince: null,
  });
});

test.each(["STORYTELLER", "EDITOR", null] as const)("to %s there is no queue", async (role) => {
  await createStory(callSlug);
  const viewer = role && (await createUser({ name: "Nobody", role }));
  expect(await getQueue(viewer, part())).toBeNull();
  expect(await openNext(viewer, part())).toBeNull();
});
