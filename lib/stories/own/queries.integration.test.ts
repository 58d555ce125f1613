import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { nanoid } from "nanoid";
import type { Viewer } from "#lib/accounts/viewer.ts";
import { database } from "#lib/db.ts";
import type { DecisionKind } from "#lib/generated/prisma/enums.ts";
import { getOwnStory, getReadingTime } from "#lib/stories/own/queries.ts";
import { createUser } from "#lib/testing/accounts.ts";
import { createCall, createStory } from "#lib/testing/calls.ts";

let moderator: Viewer;
let callSlug: string;
beforeAll(async () => {
  moderator = await createUser({ name: "Ines", role: "MODERATOR" });
  callSlug = await createCall();
});

describe("who sees the private page", () => {
  const see = (way: string, viewer: Viewer | null = null, address = nanoid()) =>
    getOwnStory({ viewer, way, address });

  test("is whoever has its link, and its signed-in storyteller", async () => {
    const storyteller = await createUser({ name: "Noor", role: "STORYTELLER" });
    const story = await createStory(callSlug, undefined, { viewer: storyteller });
    expect(await see(story.token)).toMatchObject({ id: story.id, way: story.token });
    expect(await see(story.id, storyteller)).toMatchObject({
      way: story.id,
      privateLink: story.token,
    });
    expect(await see(story.id)).toBeNull();
    expect(await see(story.id, moderator)).toBeNull();
    expect(await see("nonsense", storyteller)).toBeNull();
  });

  test("is not told who decided", async () => {
    const story = await createStory(callSlug);
    await write(story, "REJECT", 60);
    const own = await see(story.token);
    expect(own?.lastDecision?.decision).toBe("REJECT");
    expect(JSON.stringify(own)).not.toContain("Ines");
    expect(JSON.stringify(own)).not.toContain(moderator.id);
  });

  test("is told of a change as it was made, from the warnings that a moderator set", async () => {
    const story = await createStory(callSlug);
    const needles = { warning: "needles", intensity: "GRAPHIC" };
    await database().pool.query(
      `INSERT INTO "Decision" (id, "storyId", "revisionId", "moderatorId", kind, warnings)
       VALUES ($1, $2, $3, $4, 'APPROVE', $5)`,
      [nanoid(), story.id, story.revisionId, moderator.id, JSON.stringify([needles])],
    );
    await database().prisma.revision.create({
      data: { storyId: story.id, number: 2, text: "Other words.", weight: 12 },
    });
    expect((await see(story.token))?.history.at(-1)).toMatchObject({
      kind: "changed",
      from: { warnings: [needles] },
      to: { text: "Other words.", warnings: [] },
    });
  });

  test("a link that can't be told is not shown", async () => {
    const storyteller = await createUser({ name: "Noor", role: "STORYTELLER" });
    const story = await createStory(callSlug, undefined, { viewer: storyteller });
    const privateLinkHash = new Uint8Array(32).fill(7);
    await database().prisma.story.update({ where: { id: story.id }, data: { privateLinkHash } });
    expect(await see(story.id, storyteller)).toMatchObject({ privateLink: null });
  });

  test("who goes on guessing is slowed, and nobody who is right", async () => {
    const story = await createStory(callSlug);
    const guesser = "2001:db8:9:9::1";
    for (let count = 0; count < 60; count++) {
      expect(await see(nanoid(32), null, guesser)).toBeNull();
    }
    const began = performance.now();
    expect(await see(nanoid(32), null, guesser)).toBeNull();
    expect(performance.now() - began).toBeGreaterThan(1_900);
    expect(await see(story.token, null, guesser)).not.toBeNull();
  });
});

type Story = { id: string; revisionId: string };

/** A decision, made so many seconds after the revision was sent. */
async function write(story: Story, kind: DecisionKind, seconds: number): Promise<string> {
  const id = nanoid();
  await database().pool.query(
    `INSERT INTO "Decision" (id, "storyId", "revisionId", "moderatorId", kind, reason, warnings, "createdAt")
     SELECT $1, $2, r.id, $4, $5::"DecisionKind", $6, '[]', r."createdAt" + make_interval(secs => $7)
     FROM "Revision" r WHERE r.id = $3`,
    [
      id,
      story.id,
      story.revisionId,
      moderator.id,
      kind,
      kind === "REJECT" ? "other" : null,
      seconds,
    ],
  );
  return id;
}

describe("how long reading lately took", () => {
  beforeEach(async () => {
    const { pool } = database();
    await pool.query(`DELETE FROM "Appeal"`);
    await pool.query(`ALTER TABLE "Decision" DISABLE TRIGGER "Decision_is_append_only"`);
    await pool.query(`DELETE FROM "Decision"`);
    await pool.query(`ALTER TABLE "Decision" ENABLE TRIGGER "Decision_is_append_only"`);
  });

  test("is not told from fewer than five", async () => {
    const story = await createStory(callSlug);
    for (let count = 0; count < 4; count++) await write(story, "APPROVE", 100);
    expect(await getReadingTime()).toBeNull();
    await write(story, "APPROVE", 100);
    expect(await getReadingTime()).toBe(100);
  });

  test("is the median of the first answers", async () => {
    const story = await createStory(callSlug);
    for (const seconds of [10, 20, 40, 1000, 100_000]) await write(story, "APPROVE", seconds);
    expect(await getReadingTime()).toBe(40);
    await write(story, "REJECT", 60);
    expect(await getReadingTime()).toBe(50);
    await write(story, "TAKE_DOWN" as DecisionKind, 9_000_000).catch(() => undefined);
    await write(story, "RESTORE", 9_000_000);
    expect(await getReadingTime()).toBe(50);
  });

  test("leaves out answers to appeals, and our own fiction", async () => {
    const story = await createStory(callSlug);
    for (let count = 0; count < 5; count++) await write(story, "APPROVE", 100);
    const rejection = await write(story, "REJECT", 100);
    const outcome = await write(story, "APPROVE", 900_000);
    await database().prisma.appeal.create({
      data: { storyId: story.id, decisionId: rejection, text: "Why?", outcomeId: outcome },
    });
    const fiction = await createStory(callSlug);
    await database().pool.query(`ALTER TABLE "Story" DISABLE TRIGGER "Story_demo_is_fixed"`);
    await database().prisma.story.update({ where: { id: fiction.id }, data: { demo: true } });
    for (let count = 0; count < 5; count++) await write(fiction, "APPROVE", 500_000);
    expect(await getReadingTime()).toBe(100);
  });

  test("is of the last fifty", async () => {
    const story = await createStory(callSlug);
    for (let count = 0; count < 60; count++) await write(story, "APPROVE", 1 + count);
    // The last fifty were decided after 11 to 60 seconds.
    expect(await getReadingTime()).toBe(35.5);
  });
});
