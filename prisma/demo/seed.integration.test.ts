import { beforeEach, describe, expect, test } from "vitest";
import { database } from "#lib/db.ts";
import { decide } from "#lib/moderation/commands.ts";
import { readReasons } from "#lib/moderation/reasons/queries.ts";
import { createUser } from "#lib/testing/accounts.ts";
import { createStory } from "#lib/testing/calls.ts";
import { seededDecision } from "#lib/testing/decisions.ts";
import { demoCall, demoThemes } from "./call.ts";
import { clearDemo, demoModerator, seedDemo } from "./seed.ts";
import { demoStories } from "./stories.ts";

const { prisma } = database();
const total = Object.values(demoStories).flat().length;
const demo = { story: { demo: true } };
const call = () => prisma.call.findUnique({ where: { slug: demoCall.slug } });
const moderator = () => prisma.user.findUnique({ where: { email: demoModerator.email } });

const kind = "APPROVE";

/** A real answer to the demo call, approved by a real moderator with one content warning. */
async function answerCall() {
  const story = await createStory(demoCall.slug, "The night sister sang to the vending machine.");
  const viewer = await createUser({ name: "Ines", role: "MODERATOR" });
  const decided = await decide(
    viewer,
    seededDecision({
      kind,
      storyId: story.id,
      revisionId: story.revisionId,
      warnings: ["needles"],
      intensities: { needles: "DESCRIBED" },
    }),
  );
  expect(decided.ok).toBe(true);
  return { ...story, viewer };
}

beforeEach(async () => {
  await clearDemo();
  // A call that someone answered stays, and so do its decisions; out of the way with it.
  await prisma.call.updateMany({
    where: { slug: demoCall.slug },
    data: { slug: `answered-${String(Date.now())}` },
  });
});

describe("seeding", () => {
  test("writes the call, its themes, and every story in its status", async () => {
    expect(await seedDemo()).toEqual({ stories: total });
    expect(await call()).toMatchObject({ ...demoCall, demo: true, closesAt: null });
    const themes = await prisma.theme.findMany({
      where: { call: { slug: demoCall.slug } },
      orderBy: { position: "asc" },
      select: { slug: true, title: true },
    });
    expect(themes).toEqual(demoThemes);
    const rows = await prisma.story.groupBy({
      by: ["status"],
      where: { demo: true },
      _count: true,
    });
    expect(Object.fromEntries(rows.map(({ status, _count }) => [status, _count]))).toEqual({
      PUBLISHED: demoStories.published.length,
      PENDING: demoStories.waiting.length,
      CHANGES_REQUESTED: demoStories.returned.length,
      REJECTED: demoStories.rejected.length,
      TAKEN_DOWN: demoStories.takenDown.length,
    });
  });

  test("leaves every story as if it had been sent and decided here", async () => {
    await seedDemo();
    const stories = await prisma.story.findMany({
      where: { demo: true },
      include: { revisions: true, consents: true, decisions: { orderBy: { createdAt: "asc" } } },
    });
    for (const story of stories) {
      const numbers = story.revisions.map(({ number }) => number).toSorted();
      expect(numbers).toEqual(numbers.map((_, index) => index + 1));
      const newest = story.revisions.find(({ number }) => number === numbers.length);
      expect(story.latestRevisionId).toBe(newest?.id);
      expect(story.consents).toHaveLength(1);
      const last = story.decisions.at(-1);
      if (story.status !== "PENDING") expect(last?.revisionId).toBe(newest?.id);
      if (story.status === "PUBLISHED") expect(last?.createdAt).toEqual(story.publishedAt);
    }
    expect(await prisma.revision.count({ where: { ...demo, number: 2 } })).toBeGreaterThan(0);
    expect(await prisma.storyWarning.count({ where: demo })).toBeGreaterThan(0);
    expect(await prisma.revisionWarning.count({ where: { revision: demo } })).toBeGreaterThan(0);
  });

  test("gives the verdicts reasons that an installation begins with, and that fit them", async () => {
    await seedDemo();
    const reasons = await readReasons();
    const given = await prisma.decision.findMany({
      where: { ...demo, reason: { not: null } },
      select: { kind: true, reason: true },
    });
    expect(given.length).toBeGreaterThanOrEqual(12);
    for (const { kind, reason } of given) {
      expect(reasons.get(reason ?? ""), reason ?? "").toMatchObject({ retired: false });
      expect(reasons.get(reason ?? "")?.kinds).toContain(kind);
    }
  });

  test("gives stories hearts, some of them this week, that are counted as readers' are", async () => {
    await seedDemo();
    const counts = await prisma.heartCount.findMany({
      where: { story: { story: { demo: true } } },
    });
    const given = await prisma.heart.groupBy({ by: ["storyId"], where: demo, _count: true });
    expect(given.length).toBeGreaterThan(20);
    expect(Object.fromEntries(given.map(({ storyId, _count }) => [storyId, _count]))).toEqual(
      Object.fromEntries(
        counts.filter(({ hearts }) => hearts > 0).map(({ storyId, hearts }) => [storyId, hearts]),
      ),
    );
    const week = new Date(Date.now() - 7 * 24 * 60 * 60_000);
    const since = (createdAt: object) => prisma.heart.count({ where: { ...demo, createdAt } });
    expect(await since({ gt: week })).toBeGreaterThan(20);
    expect(await since({ lt: week })).toBeGreaterThan(20);
    expect(await since({ gt: new Date() })).toBe(0);
  });

  test("happens once, also when two processes try", async () => {
    const tried = await Promise.all([seedDemo(), seedDemo()]);
    expect(tried.map(({ stories }) => stories).toSorted((a, b) => a - b)).toEqual([0, total]);
    expect(await seedDemo()).toEqual({ stories: 0 });
    expect(await prisma.story.count({ where: { demo: true } })).toBe(total);
  });

  test("gives the demo moderator no role to sign in with", async () => {
    await seedDemo();
    expect(await moderator()).toMatchObject({ name: "Demo moderator", role: "STORYTELLER" });
  });
});

describe("clearing", () => {
  test("removes all of it, and nothing the second time", async () => {
    await seedDemo();
    expect(await clearDemo()).toEqual({ stories: total });
    expect(await call()).toBeNull();
    expect(await moderator()).toBeNull();
    expect(await prisma.revision.count({ where: demo })).toBe(0);
    expect(await prisma.decision.count({ where: demo })).toBe(0);
    expect(await prisma.heart.count()).toBe(0);
    expect(await clearDemo()).toEqual({ stories: 0 });
  });

  test("leaves a real answer to the demo call, and its call, untouched", async () => {
    await seedDemo();
    const { id, viewer } = await answerCall();
    const whole = {
      where: { id },
      include: { revisions: true, warnings: true, consents: true, decisions: true },
    };
    const before = await prisma.story.findUnique(whole);
    expect(before).toMatchObject({ status: "PUBLISHED", demo: false });
    expect(before?.decisions).toMatchObject([{ kind: "APPROVE", moderatorId: viewer.id }]);

    expect(await clearDemo()).toEqual({ stories: total });

    expect(await prisma.story.findUnique(whole)).toEqual(before);
    expect(await call()).toMatchObject({ demo: false });
    expect(await moderator()).toBeNull();
    expect(await seedDemo()).toEqual({ stories: 0 });
  });

  test("takes what a real moderator decided on a demo story with it", async () => {
    await seedDemo();
    const viewer = await createUser({ name: "Tomas", role: "MODERATOR" });
    const story = await prisma.story.findFirstOrThrow({ where: { demo: true, status: "PENDING" } });
    const decided = await decide(
      viewer,
      seededDecision({
        recognisable: "NO",
        kind,
        storyId: story.id,
        revisionId: story.latestRevisionId ?? "",
        warnings: [],
        intensities: {},
      }),
    );
    expect(decided.ok).toBe(true);
    expect(await clearDemo()).toEqual({ stories: total });
    expect(await prisma.decision.count({ where: { moderatorId: viewer.id } })).toBe(0);
  });
});
