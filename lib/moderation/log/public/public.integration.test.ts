import { beforeAll, beforeEach, expect, test } from "vitest";
import { database } from "#lib/db.ts";
import { env } from "#lib/env.ts";
import type { DecisionKind } from "#lib/generated/prisma/enums.ts";
import { getPublicLog } from "#lib/moderation/log/public/queries.ts";
import { createUser } from "#lib/testing/accounts.ts";
import { createCall } from "#lib/testing/calls.ts";
import { tellStory } from "#lib/testing/told-stories.ts";

const { prisma, pool } = database();
const now = new Date("2026-11-21T12:00:00Z");

let callId: string;
let moderatorId: string;
beforeAll(async () => {
  callId = (await prisma.call.findUniqueOrThrow({ where: { slug: await createCall() } })).id;
  moderatorId = (await createUser({ name: "Noor Haddad", role: "MODERATOR" })).id;
});

beforeEach(async () => {
  // Decisions are append-only; here each test begins with none.
  await pool.query(`ALTER TABLE "Decision" DISABLE TRIGGER USER; DELETE FROM "Decision";
    ALTER TABLE "Decision" ENABLE TRIGGER USER`);
});

type Decided = {
  kind?: DecisionKind;
  reason?: string;
  times?: number;
  demo?: boolean;
  undoneAt?: Date;
};

async function decided(at: string, told: Decided = {}): Promise<void> {
  const { kind = "APPROVE", reason = null, times = 1, demo = false, undoneAt = null } = told;
  const text = "The kettle had a name.";
  const { id, revisionId } = await tellStory({ callId, text, bylineName: "Ottoline" });
  if (demo) {
    await pool.query(`ALTER TABLE "Story" DISABLE TRIGGER USER`);
    await pool.query(`UPDATE "Story" SET "demo" = true WHERE "id" = $1`, [id]);
    await pool.query(`ALTER TABLE "Story" ENABLE TRIGGER USER`);
  }
  const row = { storyId: id, revisionId, moderatorId, kind, reason, undoneAt, warnings: [] };
  await prisma.decision.createMany({
    data: Array.from({ length: times }, () => ({
      ...row,
      message: "A word to you.",
      internalNote: "A word among us.",
      createdAt: new Date(at),
    })),
  });
}

test("before anything is decided there is nothing, in no year", async () => {
  expect(await getPublicLog(null, now)).toEqual({
    months: [],
    years: [],
    countedAt: now.toISOString(),
  });
  expect(await getPublicLog(2026, now)).toBeNull();
});

test("counts by month of UTC, and tells no names, ids or words", async () => {
  await decided("2026-10-31T23:59:59.999Z", { times: 4 });
  await decided("2026-10-31T12:00:00Z", { kind: "REJECT", reason: "hateful", times: 2 });
  await decided("2026-11-01T00:00:00Z", { times: 5 });
  const log = await getPublicLog(null, now);
  expect(log?.months).toEqual([
    { month: "2026-11", total: 5, counts: { kinds: [{ kind: "APPROVE", count: 5 }], reasons: [] } },
    {
      month: "2026-10",
      total: 6,
      counts: {
        kinds: [
          { kind: "APPROVE", count: 4 },
          { kind: "REJECT", count: 2 },
        ],
        reasons: [{ label: "Hateful or demeaning", count: 2 }],
      },
    },
  ]);
  const stories = await prisma.story.findMany({ select: { id: true } });
  const text = JSON.stringify(log);
  for (const secret of ["Noor", moderatorId, "kettle", "Ottoline", "A word", callId]) {
    expect(text).not.toContain(secret);
  }
  for (const { id } of stories) expect(text).not.toContain(id);
});

test("our own fiction, what was undone, and what still can be, do not count", async () => {
  await decided("2026-11-02T00:00:00Z", { times: 5 });
  await decided("2026-11-02T00:00:00Z", { kind: "REJECT", reason: "hateful", demo: true });
  await decided("2026-11-02T00:00:00Z", { kind: "REJECT", reason: "hateful", undoneAt: now });
  const justNow = new Date(now.getTime() - env().UNDO_SECONDS * 1_000);
  await decided(justNow.toISOString(), { kind: "REJECT", reason: "hateful" });
  const [month] = (await getPublicLog(null, now))?.months ?? [];
  expect(month).toMatchObject({ total: 5, counts: { reasons: [] } });
  const later = new Date(now.getTime() + 1);
  expect((await getPublicLog(null, later))?.months[0]).toMatchObject({ total: 6 });
});

test("of a month with fewer than five, how many is all", async () => {
  await decided("2026-09-10T00:00:00Z", { kind: "TAKE_DOWN", reason: "asked-for" });
  await decided("2026-09-11T00:00:00Z", { times: 3 });
  const log = await getPublicLog(null, now);
  expect(log?.months).toEqual([{ month: "2026-09", total: 4, counts: null }]);
});

test("the newest twelve months, and older ones by year", async () => {
  await decided("2023-05-01T00:00:00Z");
  await decided("2025-11-30T23:59:59Z");
  await decided("2025-12-01T00:00:00Z");
  await decided("2026-11-20T00:00:00Z");
  const months = async (year: number | null, at = now) => {
    const log = await getPublicLog(year, at);
    return log && [log.months.map(({ month }) => month), log.years];
  };
  expect(await months(null)).toEqual([
    ["2026-11", "2025-12"],
    [2025, 2024, 2023],
  ]);
  expect(await months(2025)).toEqual([
    ["2025-12", "2025-11"],
    [2025, 2024, 2023],
  ]);
  expect(await months(2024)).toEqual([[], [2025, 2024, 2023]]);
  expect((await months(2023))?.[0]).toEqual(["2023-05"]);
  expect((await months(2026))?.[0]).toEqual(["2026-11"]);
  expect(await months(2022)).toBeNull();
  expect(await months(2027)).toBeNull();
  // In December the twelve newest are a whole year.
  const december = new Date("2026-12-05T00:00:00Z");
  expect(await months(null, december)).toEqual([["2026-11"], [2025, 2024, 2023]]);
  expect((await months(null, new Date("2027-01-05T00:00:00Z")))?.[1]).toEqual([
    2026, 2025, 2024, 2023,
  ]);
});
