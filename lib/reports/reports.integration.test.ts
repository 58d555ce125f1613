import { randomBytes } from "node:crypto";
import { afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import type { Viewer } from "#lib/accounts/viewer.ts";
import { database } from "#lib/db.ts";
import { env } from "#lib/env.ts";
import type { ReportOutcome, ReportReason } from "#lib/generated/prisma/enums.ts";
import {
  answerReports,
  openGate,
  forgetReporters,
  reopenReports,
  reportStory,
} from "#lib/reports/commands.ts";
import { getReports, listReportedStories } from "#lib/reports/queries.ts";
import { reportSchema } from "#lib/reports/schema.ts";
import { withdrawStory } from "#lib/stories/own/commands.ts";
import { getPublishedStory, listPublishedStories } from "#lib/stories/queries.ts";
import { createUser } from "#lib/testing/accounts.ts";
import { createCall } from "#lib/testing/calls.ts";
import { findEverywhere } from "#lib/testing/everywhere.ts";
import { tellStory } from "#lib/testing/told-stories.ts";

// Reads as if nothing were cached: there is no Next around this.
vi.mock("next/cache", () => ({ unstable_cache: (read: () => unknown) => read }));

const { prisma } = database();
let moderator: Viewer;
let callId: string;
beforeAll(async () => {
  moderator = await createUser({ name: "Ines", role: "MODERATOR" });
  const slug = await createCall();
  callId = (await prisma.call.findUniqueOrThrow({ where: { slug } })).id;
});

const before = env().REPORTS_TO_GATE;
afterEach(() => Object.assign(env(), { REPORTS_TO_GATE: before }));

const tell = (over: Omit<Parameters<typeof tellStory>[0], "callId"> = {}) =>
  tellStory({ callId, status: "PUBLISHED", ...over });

/** A reader's address, as no other reader has it. */
function aReader(): string {
  const [one, other] = [randomBytes(2), randomBytes(2)].map((part) => part.toString("hex"));
  return `2001:db8:${one}:${other}::1`;
}

type Sent = { by?: string; reason?: ReportReason; note?: string };

const report = (storyId: string, { by = aReader(), reason = "HARMFUL", note = "" }: Sent = {}) =>
  reportStory({ ...reportSchema.parse({ reason, note }), storyId, address: by });

const reportsOf = (storyId: string) =>
  prisma.report.findMany({ where: { storyId }, orderBy: [{ createdAt: "asc" }, { id: "asc" }] });
const openOf = async (storyId: string) =>
  (await reportsOf(storyId)).filter(({ outcome }) => outcome === null);
const standing = (id: string) =>
  prisma.story.findUniqueOrThrow({ where: { id }, select: { reportedSince: true, gatedAt: true } });

/** Decides as the desk does: with the story's row to itself. */
async function answer(storyId: string, outcome: ReportOutcome = "DISMISSED") {
  return prisma.$transaction(async (tx) => {
    await tx.$executeRaw`SELECT FROM "Story" WHERE "id" = ${storyId} FOR NO KEY UPDATE`;
    const story = await tx.story.findUniqueOrThrow({ where: { id: storyId } });
    const { id: decisionId } = await tx.decision.create({
      data: {
        ...{ storyId, revisionId: story.latestRevisionId ?? "", moderatorId: moderator.id },
        ...{ kind: "DISMISS_REPORTS", warnings: [] },
      },
    });
    const count = await answerReports(tx, { storyId, decisionId, outcome });
    await openGate(tx, storyId);
    return { decisionId, count };
  });
}

const reopen = (storyId: string, decisionId: string) =>
  prisma.$transaction(async (tx) => {
    await tx.$executeRaw`SELECT FROM "Story" WHERE "id" = ${storyId} FOR NO KEY UPDATE`;
    await reopenReports(tx, { storyId, decisionId });
  });

describe("a reader's report", () => {
  test("is kept with its reason and note, and marks the story", async () => {
    const { id } = await tell();
    const sent = await report(id, { reason: "RECOGNISABLE", note: " It is my aunt. " });
    expect(sent).toEqual({ ok: true, value: { gated: false } });
    const [kept, ...others] = await reportsOf(id);
    expect(others).toEqual([]);
    expect(kept).toMatchObject({ reason: "RECOGNISABLE", note: "It is my aunt.", outcome: null });
    expect(kept?.reporterHash).toHaveLength(32);
    expect(await standing(id)).toEqual({ reportedSince: kept?.createdAt, gatedAt: null });
  });

  test("of a story that is not published is refused as of an unknown one", async () => {
    const unknown = await report("zzzzzzzzzzzz");
    expect(unknown).toEqual({ ok: false, code: "not-found", message: "There is no such story." });
    for (const status of ["PENDING", "CHANGES_REQUESTED", "REJECTED", "TAKEN_DOWN"] as const) {
      const { id } = await tell({ status });
      expect(await report(id), status).toEqual(unknown);
      expect(await reportsOf(id)).toEqual([]);
    }
    const { id, token } = await tell();
    await withdrawStory(null, token);
    expect(await report(id)).toEqual(unknown);
    for (const id of ["", "short", "../../moderation", "' OR 1=1 --", "a\0b", "a".repeat(10_000)]) {
      expect(await report(id)).toEqual(unknown);
    }
  });

  test("sent again while it is open takes the place of the earlier one", async () => {
    const { id } = await tell();
    const by = aReader();
    await report(id, { by, reason: "OTHER", note: "Hm." });
    const [first] = await reportsOf(id);
    await report(id, { by, reason: "HATEFUL" });
    // Another device on the same line.
    await report(id, { by: by.replace(/::1$/, "::2"), reason: "HATEFUL", note: "Read it twice." });
    const { reporterHash, createdAt } = first ?? {};
    expect(await reportsOf(id)).toEqual([
      { ...first, reporterHash, createdAt, reason: "HATEFUL", note: "Read it twice." },
    ]);
  });

  test("100 of one reader at once are one", async () => {
    Object.assign(env(), { REPORTS_TO_GATE: 2 });
    const { id } = await tell();
    const by = aReader();
    const all = await Promise.all(Array.from({ length: 100 }, () => report(id, { by })));
    expect(all.filter(({ ok }) => ok)).toHaveLength(20);
    expect(all.filter((each) => !each.ok && each.code === "rate-limited")).toHaveLength(80);
    expect(await reportsOf(id)).toHaveLength(1);
    expect(await standing(id)).toMatchObject({ gatedAt: null });
  });

  test("over the limit of an address changes nothing, and other readers go on", async () => {
    const by = aReader();
    const { id } = await tell();
    for (let sent = 0; sent < 20; sent++) expect((await report(id, { by })).ok).toBe(true);
    const other = await tell();
    expect(await report(other.id, { by })).toMatchObject({
      code: "rate-limited",
      message: expect.stringMatching(/try again in (an? |\d+ )?minutes?/),
    });
    expect(await reportsOf(other.id)).toEqual([]);
    // What is not there is still only not there.
    expect(await report("zzzzzzzzzzzz", { by })).toMatchObject({ code: "not-found" });
    expect((await report(other.id)).ok).toBe(true);
  });

  test("tells nobody who sent it, nor that two are of the same reader", async () => {
    const by = "198.51.100.77";
    const [one, other] = [await tell(), await tell()];
    await report(one.id, { by });
    await report(other.id, { by });
    const [hashes, others] = [await reportsOf(one.id), await reportsOf(other.id)];
    expect(hashes[0]?.reporterHash).not.toEqual(others[0]?.reporterHash);
    expect(await findEverywhere(by)).toEqual([]);
  });
});

describe("the gate", () => {
  test("closes with the third reader, and not with one reader's third report", async () => {
    const { id } = await tell();
    const by = aReader();
    for (let sent = 0; sent < 3; sent++) await report(id, { by });
    expect(await report(id)).toEqual({ ok: true, value: { gated: false } });
    expect(await standing(id)).toMatchObject({ gatedAt: null });
    expect(await report(id)).toEqual({ ok: true, value: { gated: true } });
    const { gatedAt } = await standing(id);
    expect(gatedAt).toEqual((await reportsOf(id)).at(-1)?.createdAt);
    // The next ones find it closed.
    expect(await report(id)).toEqual({ ok: true, value: { gated: false } });
    expect(await standing(id)).toMatchObject({ gatedAt });
  });

  test.each([3, 10])("of %i closes once when ten readers report at once", async (setting) => {
    Object.assign(env(), { REPORTS_TO_GATE: setting });
    for (let round = 0; round < 4; round++) {
      const { id } = await tell();
      const all = await Promise.all(Array.from({ length: 10 }, () => report(id)));
      expect(all.filter((each) => each.ok && each.value.gated)).toHaveLength(1);
      const reports = await reportsOf(id);
      expect(reports).toHaveLength(10);
      const { reportedSince, gatedAt } = await standing(id);
      expect([reportedSince, gatedAt]).toEqual([
        reports[0]?.createdAt,
        reports[setting - 1]?.createdAt,
      ]);
    }
  });

  test("never closes by itself when the setting is 0", async () => {
    Object.assign(env(), { REPORTS_TO_GATE: 0 });
    const { id } = await tell();
    for (let sent = 0; sent < 4; sent++) {
      expect(await report(id)).toEqual({ ok: true, value: { gated: false } });
    }
    expect(await standing(id)).toMatchObject({ gatedAt: null });
  });

  test("is known to whoever shows the story; its reports are not", async () => {
    const note = "Onlythereporterknows";
    const { id } = await tell();
    await report(id, { note });
    expect(await getPublishedStory(id)).toMatchObject({ id, gated: false });
    await Promise.all([report(id, { note }), report(id, { note })]);
    const story = await getPublishedStory(id);
    expect(story).toMatchObject({ id, gated: true });
    const feed = await listPublishedStories(null);
    expect(feed?.stories.find((each) => each.id === id)).toEqual(story);
    expect(JSON.stringify([story, feed])).not.toMatch(/onlythereporter|HARMFUL|reportedSince/i);
    expect(await findEverywhere(note)).toEqual(["public.Report.note"]);
  });
});

describe("a decision", () => {
  test("answers all open reports at once, forgets who sent them and lets the gate be opened", async () => {
    const { id } = await tell();
    await report(id);
    const earlier = await answer(id, "UPHELD");
    expect(earlier.count).toBe(1);
    for (let sent = 0; sent < 3; sent++) await report(id, { note: "It is about me." });
    const { decisionId, count } = await answer(id, "DISMISSED");
    expect(count).toBe(3);
    expect(await standing(id)).toEqual({ reportedSince: null, gatedAt: null });
    const reports = await reportsOf(id);
    expect(reports.map(({ outcome, decisionId }) => [outcome, decisionId])).toEqual([
      ["UPHELD", earlier.decisionId],
      ...Array(3).fill(["DISMISSED", decisionId]),
    ]);
    expect(reports.every(({ reporterHash }) => reporterHash === null)).toBe(true);
    expect(await answer(id)).toMatchObject({ count: 0 });
  });

  test("lets a reader report again afterwards", async () => {
    const { id } = await tell();
    const by = aReader();
    await report(id, { by });
    await answer(id);
    expect(await report(id, { by })).toMatchObject({ ok: true });
    expect(await openOf(id)).toHaveLength(1);
    expect(await reportsOf(id)).toHaveLength(2);
  });

  test("and reports at once: each is answered or open, and none is lost", async () => {
    for (let round = 0; round < 16; round++) {
      const { id } = await tell();
      await report(id);
      // The decision comes when so many of them have arrived, while the others do.
      const arrivals = Array.from({ length: 8 }, () => report(id));
      await Promise.race([...arrivals.slice(round % 8), arrivals[0]]);
      const [decided, ...sent] = await Promise.all([answer(id), ...arrivals]);
      expect(sent.every(({ ok }) => ok)).toBe(true);
      const reports = await reportsOf(id);
      expect(reports).toHaveLength(9);
      const open = reports.filter(({ outcome }) => outcome === null);
      expect(reports.length - open.length).toBe(decided.count);
      const { reportedSince, gatedAt } = await standing(id);
      expect(reportedSince).toEqual(open[0]?.createdAt ?? null);
      expect(gatedAt === null).toBe(open.length < 3);
    }
  });

  test("undone, has its reports open again, those that came since with them", async () => {
    const { id } = await tell();
    await report(id);
    await answer(id, "UPHELD");
    const by = aReader();
    await report(id, { by });
    const [, first] = await reportsOf(id);
    const { decisionId } = await answer(id);
    await report(id, { by, reason: "OTHER" });
    await reopen(id, decisionId);
    const reports = await reportsOf(id);
    expect(reports.map(({ outcome }) => outcome)).toEqual(["UPHELD", null, null]);
    expect(await standing(id)).toMatchObject({ reportedSince: first?.createdAt });
    // Undone twice is undone once, and where nothing was answered there is nothing to open.
    await reopen(id, decisionId);
    expect(await openOf(id)).toHaveLength(2);
    const quiet = await tell();
    const nothing = await answer(quiet.id);
    await reopen(quiet.id, nothing.decisionId);
    expect(await standing(quiet.id)).toEqual({ reportedSince: null, gatedAt: null });
  });
});

test("withdrawing a story erases what was reported of it but that it was", async () => {
  const { id, token } = await tell();
  await Promise.all([1, 2, 3].map(() => report(id, { note: "Xanthippe" })));
  expect(await findEverywhere("Xanthippe")).not.toEqual([]);
  expect(await withdrawStory(null, token)).toMatchObject({ ok: true });
  expect(await findEverywhere("Xanthippe")).toEqual([]);
  const reports = await reportsOf(id);
  expect(reports.map(({ note, reporterHash }) => [note, reporterHash])).toEqual(
    Array(3).fill([null, null]),
  );
  expect(await standing(id)).toEqual({ reportedSince: null, gatedAt: null });
});

test("who sent a report is forgotten after 90 days; the report stays open", async () => {
  const { id } = await tell();
  await report(id);
  await report(id);
  const [old, young] = await reportsOf(id);
  const now = new Date();
  const days = (count: number) => new Date(now.getTime() - count * 24 * 60 * 60_000);
  for (const [row, age] of [
    [old, days(90)],
    [young, days(89)],
  ] as const) {
    await prisma.report.update({ where: { id: row?.id ?? "" }, data: { createdAt: age } });
  }
  expect(await forgetReporters(now)).toBe(1);
  expect(await forgetReporters(now)).toBe(0);
  const reports = await openOf(id);
  expect(reports.map(({ reporterHash }) => reporterHash === null)).toEqual([true, false]);
});

describe("moderators", () => {
  test("alone see reports: to all others there are none", async () => {
    const { id } = await tell();
    await report(id, { note: "Look again." });
    for (const role of ["STORYTELLER", "EDITOR"] as const) {
      const viewer = await createUser({ name: role, role });
      expect(await getReports(viewer, id)).toBeNull();
      expect(await listReportedStories(viewer)).toBeNull();
    }
    expect(await getReports(null, id)).toBeNull();
    expect(await listReportedStories(null)).toBeNull();
    const admin = await createUser({ name: "Ada", role: "ADMIN" });
    for (const viewer of [moderator, admin]) {
      expect(await getReports(viewer, id)).toMatchObject({ openCount: 1 });
      expect((await listReportedStories(viewer))?.reported).toBeGreaterThan(0);
    }
    for (const nowhere of ["zzzzzzzzzzzz", "", "a\0b", "x".repeat(5_000)]) {
      expect(await getReports(moderator, nowhere)).toBeNull();
    }
  });

  test("see what is open and what was answered, newest first, and nothing of who sent it", async () => {
    const { id } = await tell();
    await report(id, { reason: "PROMOTION" });
    await answer(id, "UPHELD");
    await report(id, { note: "First." });
    await report(id, { note: "Second." });
    const reports = await getReports(moderator, id);
    expect(reports).toMatchObject({
      ...{ openCount: 2, answeredCount: 1, withNotes: true },
      open: [
        { note: "Second.", outcome: null },
        { note: "First.", outcome: null },
      ],
      answered: [{ reason: "PROMOTION", note: null, outcome: "UPHELD" }],
    });
    expect(JSON.stringify(reports)).not.toMatch(/hash|address/i);
  });

  test("are told how many there are beyond those that are shown", async () => {
    const { id } = await tell();
    await prisma.report.createMany({
      data: Array.from({ length: 103 }, () => ({ storyId: id, reason: "OTHER" as const })),
    });
    const reports = await getReports(moderator, id);
    expect(reports?.openCount).toBe(103);
    expect(reports?.open).toHaveLength(100);
    // Leaves the list to the other tests.
    await prisma.report.deleteMany({ where: { storyId: id } });
  });

  test("do not read what readers wrote about a story of their own", async () => {
    const teller = await createUser({ name: "Noor", role: "MODERATOR" });
    const { id } = await tell({ storytellerId: teller.id });
    await prisma.story.update({ where: { id }, data: { gatedAt: new Date(0) } });
    await report(id, { note: "She is my neighbour." });
    expect(await getReports(teller, id)).toMatchObject({ withNotes: false, openCount: 1 });
    const own = [await getReports(teller, id), await listReportedStories(teller)];
    expect(JSON.stringify(own)).toContain(id);
    expect(JSON.stringify(own)).not.toContain("neighbour");
    expect(JSON.stringify(await listReportedStories(moderator))).toContain("neighbour");
    await answer(id);
  });
});

test("the list has what is behind a gate first, then what was reported longest ago", async () => {
  await prisma.story.updateMany({ data: { reportedSince: null, gatedAt: null } });
  const at = (day: number) => new Date(Date.UTC(2026, 0, day));
  const [late, early, gated, quiet] = [
    await tell({ bylineName: "Late" }),
    await tell({ bylineName: "Early", warning: "death" }),
    await tell({ bylineName: "Gated", bylineRole: "porter" }),
    await tell(),
  ];
  for (const [{ id }, day, isGated] of [
    [late, 3, false],
    [early, 2, false],
    [gated, 4, true],
  ] as const) {
    const reasons = ["OTHER", "HARMFUL", "RECOGNISABLE", "HARMFUL", "NOT_OWN"] as const;
    await prisma.report.createMany({
      data: reasons.map((reason, hour) => ({
        ...{ storyId: id, reason, note: hour === 1 ? null : `Note ${hour}` },
        createdAt: new Date(at(day).getTime() + hour * 3_600_000),
      })),
    });
    const gatedAt = isGated ? at(5) : null;
    await prisma.story.update({ where: { id }, data: { reportedSince: at(day), gatedAt } });
  }
  const list = await listReportedStories(moderator);
  expect(list?.reported).toBe(3);
  expect(list?.stories.map(({ id }) => id)).toEqual([gated.id, early.id, late.id]);
  expect(list?.stories.map(({ id }) => id)).not.toContain(quiet.id);
  expect(list?.stories[0]).toMatchObject({
    ...{ bylineName: "Gated", bylineRole: "porter", count: 5 },
    ...{ reportedSince: at(4).toISOString(), gatedAt: at(5).toISOString() },
    reasons: [
      { reason: "HARMFUL", count: 2 },
      { reason: "RECOGNISABLE", count: 1 },
      { reason: "NOT_OWN", count: 1 },
      { reason: "OTHER", count: 1 },
    ],
    notes: [{ note: "Note 4" }, { note: "Note 3" }, { note: "Note 2" }],
  });
  expect(list?.stories[1]).toMatchObject({ warnings: [{ warning: "death" }] });

  const many = await Promise.all(Array.from({ length: 50 }, () => tell()));
  await prisma.story.updateMany({
    where: { id: { in: many.map(({ id }) => id) } },
    data: { reportedSince: at(1) },
  });
  const bounded = await listReportedStories(moderator);
  expect(bounded?.reported).toBe(53);
  expect(bounded?.stories).toHaveLength(50);
  expect(bounded?.stories[0]?.id).toBe(gated.id);
});
