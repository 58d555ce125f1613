import { beforeAll, beforeEach, expect, test } from "vitest";
import type { Viewer } from "#lib/accounts/viewer.ts";
import { database } from "#lib/db.ts";
import type { DecisionKind, Intensity } from "#lib/generated/prisma/enums.ts";
import { getInsights } from "#lib/moderation/insights/queries.ts";
import { getQueue } from "#lib/moderation/queue/queries.ts";
import { wholeQueue } from "#lib/moderation/queue/schema.ts";
import { withdrawStory } from "#lib/stories/own/commands.ts";
import { createUser } from "#lib/testing/accounts.ts";
import { createCall } from "#lib/testing/calls.ts";
import { tellStory } from "#lib/testing/told-stories.ts";

const { prisma, pool } = database();
const now = new Date("2026-11-21T12:00:00Z"); // a Saturday
const HOUR = 3_600_000;

let moderator: Viewer;
beforeAll(async () => {
  moderator = await createUser({ name: "Noor Haddad", role: "MODERATOR" });
});

type Call = { id: string; slug: string; title: string };
/** Each test looks at a call of its own. */
let call: Call;
const newCall = async (): Promise<Call> =>
  prisma.call.findUniqueOrThrow({ where: { slug: await createCall() } });
beforeEach(async () => void (call = await newCall()));

type Story = Awaited<ReturnType<typeof tellStory>>;

const told = (at: string, callId = call.id) =>
  tellStory({ callId, submittedAt: new Date(at), text: "The kettle had a name." });

type Decided = {
  kind?: DecisionKind;
  reason?: string;
  /** Since when the story had waited; null when it had not. */
  since?: string | null;
  undone?: boolean;
};

/** A decision as a row, with how the story stood before it. */
async function decided(story: Story, at: string, over: Decided = {}): Promise<string> {
  const { kind = "APPROVE", reason = null, undone = false } = over;
  const row = await prisma.story.findUniqueOrThrow({ where: { id: story.id } });
  const since = over.since === undefined ? row.submittedAt.toISOString() : over.since;
  const { id } = await prisma.decision.create({
    data: {
      ...{ storyId: story.id, revisionId: story.revisionId, moderatorId: moderator.id },
      ...{ kind, reason, warnings: [], before: { waitingSince: since } },
      createdAt: new Date(at),
      undoneAt: undone ? new Date(Date.parse(at) + 9_000) : null,
    },
  });
  const after = { APPROVE: "PUBLISHED", REJECT: "REJECTED", TAKE_DOWN: "TAKEN_DOWN" } as const;
  if (!undone && kind in after) {
    await prisma.story.update({
      where: { id: story.id },
      data: {
        status: after[kind as keyof typeof after],
        waitingSince: null,
        ...(kind === "APPROVE" && {
          publishedRevisionId: story.revisionId,
          publishedAt: new Date(at),
        }),
      },
    });
  }
  return id;
}

async function insights(values: Record<string, unknown> = {}, at = now) {
  const found = await getInsights(moderator, { call: call.slug, ...values }, at);
  if (!found) throw new Error("There are no insights.");
  return found;
}

const waitingOn = async (day: string) =>
  (await insights()).waiting.find((each) => each.day === day)?.count;

test("moderators and admins see them, nobody else", async () => {
  for (const role of ["STORYTELLER", "EDITOR"] as const) {
    expect(await getInsights(await createUser({ name: "Kim", role }), {}, now)).toBeNull();
  }
  expect(await getInsights(null, {}, now)).toBeNull();
  const admin = await createUser({ name: "Ada", role: "ADMIN" });
  expect(await getInsights(admin, {}, now)).toMatchObject({ period: { days: 90 } });
});

test("of nothing there is nothing, whatever the address says", async () => {
  for (const values of [{}, { period: "-1", from: "\0", to: ["x"] }, { call: "'; DROP" }]) {
    const { kinds, first, waiting, warnings } = await insights({ call: call.slug, ...values });
    if ("call" in values) continue;
    expect([kinds, first.overall, warnings.all]).toEqual([[], null, []]);
    expect(waiting).toHaveLength(90);
    expect(waiting.every(({ count }) => count === 0)).toBe(true);
  }
  expect((await getInsights(moderator, { call: "no-such-call" }, now))?.filter.call).toBeNull();
});

test("a story waits from being sent until it is decided on, at the end of each day", async () => {
  const story = await told("2026-11-10T23:59:59Z");
  await decided(story, "2026-11-13T00:00:00Z");
  const days = ["09", "10", "11", "12", "13"];
  const counts = await Promise.all(days.map((day) => waitingOn(`2026-11-${day}`)));
  expect(counts).toEqual([0, 1, 1, 1, 0]);
});

test("what waited before a period, still waits, and waits again counts", async () => {
  await told("2020-01-01T00:00:00Z");
  const again = await told("2026-11-01T08:00:00Z");
  await decided(again, "2026-11-02T08:00:00Z");
  // A change of it, sent on the 5th; and what ends nothing.
  await decided(again, "2026-11-06T07:00:00Z", {
    kind: "SET_WARNINGS",
    since: "2026-11-05T08:00:00Z",
  });
  await decided(again, "2026-11-07T08:00:00Z", { since: "2026-11-05T08:00:00Z" });
  await decided(again, "2026-11-08T08:00:00Z", { kind: "TAKE_DOWN", reason: "other", since: null });
  const days = ["01", "02", "05", "06", "07", "08", "21"];
  const counts = await Promise.all(days.map((day) => waitingOn(`2026-11-${day}`)));
  expect(counts).toEqual([2, 1, 2, 2, 1, 1, 1]);
  const { waiting } = await insights({ period: "dates", from: "2026-11-03", to: "2026-11-05" });
  expect(waiting).toEqual([
    { day: "2026-11-03", count: 1 },
    { day: "2026-11-04", count: 1 },
    { day: "2026-11-05", count: 2 },
  ]);
});

test("what was undone ended nothing, and counts for the share of what was undone only", async () => {
  const story = await told("2026-11-10T08:00:00Z");
  await decided(story, "2026-11-10T09:00:00Z", { kind: "REJECT", reason: "hateful", undone: true });
  expect(await waitingOn("2026-11-10")).toBe(1);
  await decided(story, "2026-11-11T08:00:00Z");
  const { kinds, reasons, undone, first } = await insights();
  expect(kinds).toEqual([{ kind: "APPROVE", count: 1 }]);
  expect(reasons).toEqual([]);
  expect(undone).toEqual({ part: 1, whole: 2 });
  expect(first.overall).toMatchObject({ count: 1, median: 24 * 3_600 });
});

test("withdrawn stories waited, though what they were is erased", async () => {
  // Withdrawing happens at this very moment, and what was sent three days before it.
  const real = new Date();
  const sent = new Date(real.getTime() - 72 * HOUR).toISOString();
  const unread = await told(sent);
  const read = await told(sent);
  for (const { revisionId } of [unread, read]) await sentAt(revisionId, sent);
  await decided(read, new Date(real.getTime() - 48 * HOUR).toISOString());
  for (const { token } of [unread, read]) {
    expect(await withdrawStory(null, token)).toMatchObject({ ok: true });
  }
  const found = await insights({ period: "30" }, real);
  expect(found.waiting.slice(-5).map(({ count }) => count)).toEqual([0, 2, 1, 1, 0]);
  expect(found.first.overall).toMatchObject({ count: 1, median: 24 * 3_600 });
  expect(found.kinds).toEqual([{ kind: "APPROVE", count: 1 }]);
  // Nor is it said that they carry no warning.
  expect(found.warnings).toEqual({ all: [], stories: 0, without: 0 });
});

/** Revisions are never changed: here one was sent when its story was. */
async function sentAt(revisionId: string, at: string) {
  await prisma.$transaction([
    prisma.$executeRaw`SET LOCAL session_replication_role = replica`,
    prisma.$executeRaw`UPDATE "Revision" SET "createdAt" = ${at}::timestamptz WHERE "id" = ${revisionId}`,
  ]);
}

test("the time to the first decision, by week, with the weeks in which there was none", async () => {
  const hours = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11];
  for (const hour of hours) {
    const story = await told("2026-11-02T00:00:00Z");
    await decided(story, new Date(Date.UTC(2026, 10, 2, hour)).toISOString(), {
      kind: "REJECT",
      reason: "promotion",
    });
    // The second one is not the first.
    if (hour === 1) await decided(story, "2026-11-20T08:00:00Z", { since: "2026-11-19T08:00:00Z" });
  }
  const spread = { count: 11, median: 6 * 3_600, ninetieth: 10 * 3_600 };
  const { first } = await insights({ period: "dates", from: "2026-11-01", to: "2026-11-21" });
  expect(first.overall).toMatchObject(spread);
  expect(first.weeks).toMatchObject([
    { week: "2026-10-26", spread: null },
    { week: "2026-11-02", spread },
    { week: "2026-11-09", spread: null },
    { week: "2026-11-16", spread: null },
  ]);
  expect((await insights({ period: "dates", from: "2026-11-03" })).first.overall).toBeNull();
});

test("kinds and reasons are counted, with the labels of their reasons", async () => {
  for (const [kind, reason] of [
    ["APPROVE", undefined],
    ["APPROVE", undefined],
    ["REJECT", "other"],
    ["ASK_FOR_CHANGES", "unclear"],
    ["REJECT", "gone-since"],
    ["TAKE_DOWN", "other"],
  ] as const) {
    const story = await told("2026-11-02T00:00:00Z");
    await decided(story, "2026-11-02T10:00:00Z", { kind, ...(reason ? { reason } : {}) });
  }
  const { kinds, reasons } = await insights();
  expect(kinds[0]).toEqual({ kind: "APPROVE", count: 2 });
  expect(kinds).toHaveLength(4);
  expect(reasons).toEqual([
    { label: "Something else (say what)", count: 2 },
    expect.objectContaining({ count: 1 }),
    expect.objectContaining({ count: 1 }),
  ]);
  expect(reasons.map(({ label }) => label).sort()).toEqual([
    "Another reason",
    "Hard to follow",
    "Something else (say what)",
  ]);
});

test("content warnings are those of approved stories, by how strong they are", async () => {
  const warned: [string, Intensity][][] = [
    [
      ["death", "GRAPHIC"],
      ["needles", "MENTIONED"],
    ],
    [["death", "MENTIONED"]],
    [],
  ];
  for (const warnings of warned) {
    const story = await told("2026-11-02T00:00:00Z");
    await decided(story, "2026-11-02T10:00:00Z");
    // Approved again, a story is still one.
    await decided(story, "2026-11-03T10:00:00Z", { since: "2026-11-03T08:00:00Z" });
    await prisma.storyWarning.createMany({
      data: warnings.map(([warning, intensity]) => ({ storyId: story.id, warning, intensity })),
    });
  }
  const waiting = await told("2026-11-02T00:00:00Z");
  await prisma.storyWarning.create({
    data: { storyId: waiting.id, warning: "death", intensity: "GRAPHIC" },
  });
  expect((await insights()).warnings).toEqual({
    stories: 3,
    without: 1,
    all: [
      { label: "death", count: 2, by: { MENTIONED: 1, DESCRIBED: 0, GRAPHIC: 1 } },
      { label: "needles", count: 1, by: { MENTIONED: 1, DESCRIBED: 0, GRAPHIC: 0 } },
    ],
  });
});

test("an appeal that led to another decision than the one it was against was right", async () => {
  for (const kind of ["REJECT", "APPROVE", null] as const) {
    const story = await told("2026-11-02T00:00:00Z");
    const decisionId = await decided(story, "2026-11-02T10:00:00Z", {
      kind: "REJECT",
      reason: "other",
    });
    const outcomeId =
      kind &&
      (await decided(story, "2026-11-05T10:00:00Z", {
        kind,
        since: "2026-11-04T10:00:00Z",
        ...(kind === "REJECT" ? { reason: "other" } : {}),
      }));
    await prisma.appeal.create({
      data: {
        ...{ storyId: story.id, decisionId, text: "It is about me.", outcomeId },
        createdAt: new Date("2026-11-04T10:00:00Z"),
      },
    });
  }
  expect((await insights()).overturned).toEqual({ part: 1, whole: 2 });
  const before = await insights({ period: "dates", from: "2026-11-01", to: "2026-11-04" });
  expect(before.overturned).toEqual({ part: 0, whole: 0 });
});

test("calls are told apart, and our own fiction is left out", async () => {
  const other = await newCall();
  await decided(await told("2026-11-02T00:00:00Z"), "2026-11-02T10:00:00Z");
  await decided(await told("2026-11-02T00:00:00Z", other.id), "2026-11-02T20:00:00Z");
  const fiction = await told("2026-11-02T00:00:00Z");
  await decided(fiction, "2026-11-02T10:00:00Z");
  await told("2026-11-02T00:00:00Z").then(({ id }) => declareDemo(id));
  await declareDemo(fiction.id);
  const mine = await insights();
  expect(mine.kinds).toEqual([{ kind: "APPROVE", count: 1 }]);
  expect(mine.warnings.stories).toBe(1);
  expect(mine.waiting.at(-1)?.count).toBe(0);
  expect(mine.byCall).toMatchObject([
    { title: call.title, decisions: 1, first: { median: 36_000 }, undone: { part: 0, whole: 1 } },
  ]);
  const all = await getInsights(moderator, { period: "30" }, now);
  expect(all?.filter.call).toBeNull();
  expect(all?.byCall.length).toBeGreaterThan(1);
  expect(all?.calls.map(({ value }) => value)).toContain(other.slug);
});

test("what waits and what else is in the queue are together what the queue has", async () => {
  await told("2026-11-20T00:00:00Z");
  const published = await told("2026-11-01T00:00:00Z");
  await decided(published, "2026-11-02T00:00:00Z");
  const reported = { reportedSince: new Date("2026-11-19T00:00:00Z") };
  await prisma.story.update({ where: { id: published.id }, data: reported });
  const demos = [await told("2026-11-18T00:00:00Z"), await told("2026-11-18T00:00:00Z")];
  for (const { id } of demos) await declareDemo(id);
  // Of the very same one both: it is in the queue once.
  const both = await told("2026-11-18T00:00:00Z");
  await prisma.story.update({ where: { id: both.id }, data: reported });
  const { waiting, besides } = await insights();
  expect(waiting.at(-1)?.count).toBe(2);
  expect(besides).toEqual({ demo: 2, reported: 1 });
  const queue = await getQueue(moderator, { ...wholeQueue, call: call.slug });
  expect(queue?.matching).toBe(2 + 2 + 1);
  // Stories that other tests withdrew left the queue by the real clock.
  const all = await getInsights(moderator, {}, new Date());
  const inAll = (all?.waiting.at(-1)?.count ?? 0) + (all?.besides?.demo ?? 0);
  expect(inAll + (all?.besides?.reported ?? 0)).toBe(queue?.waiting);
});

test("of a period that has ended, what is in the queue now is not told", async () => {
  const dates = { period: "dates", from: "2026-10-01", to: "2026-10-31" };
  expect((await insights(dates)).besides).toBeNull();
});

async function declareDemo(id: string) {
  await pool.query(`ALTER TABLE "Story" DISABLE TRIGGER "Story_demo_is_fixed"`);
  await pool.query(`UPDATE "Story" SET "demo" = true WHERE "id" = $1`, [id]);
  await pool.query(`ALTER TABLE "Story" ENABLE TRIGGER "Story_demo_is_fixed"`);
}

test("no words, names or ids of stories or people are in it", async () => {
  const story = await told("2026-11-02T00:00:00Z");
  await decided(story, "2026-11-02T10:00:00Z");
  const text = JSON.stringify(await insights());
  for (const secret of [story.id, story.revisionId, moderator.id, "Noor", "kettle"]) {
    expect(text).not.toContain(secret);
  }
});
