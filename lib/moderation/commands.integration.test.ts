import { beforeAll, describe, expect, test } from "vitest";
import type { Viewer } from "#lib/accounts/viewer.ts";
import { database } from "#lib/db.ts";
import { decide } from "#lib/moderation/commands.ts";
import { getStoryForModeration } from "#lib/moderation/queries.ts";
import { getQueue } from "#lib/moderation/queue/queries.ts";
import { wholeQueue } from "#lib/moderation/queue/schema.ts";
import type { DecisionInput } from "#lib/moderation/schema.ts";
import { withdrawStory } from "#lib/stories/own/commands.ts";
import { createCall, createStory } from "#lib/testing/calls.ts";
import { createUser } from "#lib/testing/accounts.ts";
import { seededDecision } from "#lib/testing/decisions.ts";

let ines: Viewer;
let tomas: Viewer;
let callSlug: string;
beforeAll(async () => {
  ines = await createUser({ name: "Ines", role: "MODERATOR" });
  tomas = await createUser({ name: "Tomas", role: "MODERATOR" });
  callSlug = await createCall();
});

type Story = Awaited<ReturnType<typeof createStory>>;

const decision = ({ id, revisionId }: Story, kind: DecisionInput["kind"], over: object = {}) =>
  seededDecision({
    storyId: id,
    revisionId,
    kind,
    reason: kind === "APPROVE" || kind === "RESTORE" ? "" : "recognisable",
    message: "",
    internalNote: "",
    warnings: [],
    intensities: {},
    ...over,
  });

const statusOf = async (id: string) =>
  (await database().prisma.story.findUniqueOrThrow({ where: { id }, select: { status: true } }))
    .status;

describe("deciding", () => {
  test("approving publishes the revision with the moderator's warnings, and no reason", async () => {
    const story = await createStory(callSlug);
    const warnings = {
      warnings: ["death", "needles"],
      intensities: { death: "GRAPHIC", needles: "MENTIONED" },
    };
    // Chosen before the mind was changed: the storyteller would read it.
    const input = decision(story, "APPROVE", { ...warnings, reason: "recognisable" });
    expect(await decide(ines, input)).toMatchObject({ ok: true });
    expect(await getStoryForModeration(ines, story.id)).toMatchObject({
      status: "PUBLISHED",
      warnings: [
        { warning: "death", intensity: "GRAPHIC" },
        { warning: "needles", intensity: "MENTIONED" },
      ],
      storytellerWarnings: [],
      decisions: [{ kind: "APPROVE", moderator: "Ines", reason: null }],
    });
    expect(await database().prisma.story.findUnique({ where: { id: story.id } })).toMatchObject({
      publishedRevisionId: story.revisionId,
    });
  });

  test("the second of two is told who decided what, and changes nothing", async () => {
    const story = await createStory(callSlug);
    await decide(ines, decision(story, "REJECT"));
    const second = await decide(tomas, decision(story, "APPROVE"));
    expect(second).toMatchObject({
      ok: false,
      code: "already-decided",
      message: expect.stringContaining("Ines has already rejected"),
    });
    expect(await statusOf(story.id)).toBe("REJECTED");
  });

  test("100 pairs of approve and reject at once: 100 decisions, 100 refusals, nothing half-written", async () => {
    let decided = 0;
    let refused = 0;
    for (let pair = 0; pair < 100; pair++) {
      const story = await createStory(callSlug);
      const results = await Promise.all([
        decide(ines, decision(story, "APPROVE", { warnings: ["death"], intensities: {} })),
        decide(tomas, decision(story, "REJECT")),
      ]);
      decided += results.filter((each) => each.ok).length;
      refused += results.filter(
        (each) => !each.ok && each.code === "already-decided" && /Ines|Tomas/.test(each.message),
      ).length;
      const row = await database().prisma.story.findUniqueOrThrow({
        where: { id: story.id },
        include: { decisions: true, warnings: true },
      });
      expect(row.decisions).toHaveLength(1);
      const approved = row.decisions[0]?.kind === "APPROVE";
      expect(row.status).toBe(approved ? "PUBLISHED" : "REJECTED");
      expect(row.warnings).toHaveLength(approved ? 1 : 0);
      expect(row.publishedRevisionId).toBe(approved ? story.revisionId : null);
    }
    expect({ decided, refused }).toEqual({ decided: 100, refused: 100 });
  }, 60_000);

  test("a revision that is no longer the latest can't be approved", async () => {
    const story = await createStory(callSlug);
    const newer = await database().prisma.revision.create({
      data: { storyId: story.id, number: 2, text: "I had the kettle on.", weight: 20 },
    });
    await database().prisma.story.update({
      where: { id: story.id },
      data: { latestRevisionId: newer.id },
    });
    expect(await decide(ines, decision(story, "APPROVE"))).toMatchObject({
      ok: false,
      message: expect.stringContaining("changed"),
    });
    expect(await statusOf(story.id)).toBe("PENDING");
    const read = { ...story, revisionId: newer.id };
    expect(await decide(ines, decision(read, "APPROVE"))).toMatchObject({ ok: true });
  });

  test("taking down and restoring keep the place in the feed", async () => {
    const story = await createStory(callSlug);
    await decide(ines, decision(story, "APPROVE"));
    const at = (await getStoryForModeration(ines, story.id))?.publishedAt;
    expect(await decide(tomas, decision(story, "TAKE_DOWN"))).toMatchObject({ ok: true });
    expect(await statusOf(story.id)).toBe("TAKEN_DOWN");
    expect(await decide(ines, decision(story, "RESTORE"))).toMatchObject({ ok: true });
    expect((await getStoryForModeration(ines, story.id))?.publishedAt).toBe(at);
  });

  test("a withdrawn story is not decided on", async () => {
    const story = await createStory(callSlug);
    await withdrawStory(null, story.token);
    expect(await decide(ines, decision(story, "APPROVE"))).toMatchObject({
      ok: false,
      message: expect.stringContaining("withdrawn"),
    });
  });

  test("a reason is demanded unless approving or restoring", () => {
    const story = { id: "Ab3dEf6hIj9k", revisionId: "r", token: "" };
    for (const kind of ["ASK_FOR_CHANGES", "REJECT", "TAKE_DOWN"] as const) {
      expect(() => decision(story, kind, { reason: "" }), kind).toThrow(/choose a reason/);
      expect(() => decision(story, kind, { reason: "unheard-of" }), kind).toThrow(
        /not offered any more/,
      );
      expect(() => decision(story, kind, { reason: "other" }), kind).toThrow(/own words/);
    }
    expect(() => decision(story, "APPROVE")).not.toThrow();
  });
});

describe("those who don't moderate", () => {
  test.each(["STORYTELLER", "EDITOR", null] as const)(
    "%s sees and decides nothing, as if there were no story",
    async (role) => {
      const viewer = role && (await createUser({ name: role, role }));
      const story = await createStory(callSlug);
      expect(await getQueue(viewer, wholeQueue)).toBeNull();
      expect(await getStoryForModeration(viewer, story.id)).toBeNull();
      const refused = await decide(viewer, decision(story, "APPROVE"));
      expect(refused).toEqual(
        await decide(viewer, decision({ ...story, id: "000000000000" }, "APPROVE")),
      );
      expect(await statusOf(story.id)).toBe("PENDING");
    },
  );
});

describe("the queue", () => {
  test("has waiting stories only, oldest first", async () => {
    const older = await createStory(callSlug);
    const newer = await createStory(callSlug);
    await decide(ines, decision(await createStory(callSlug), "REJECT"));
    const queue = await getQueue(ines, wholeQueue);
    const ids = queue?.items.map(({ id }) => id) ?? [];
    expect(queue?.waiting).toBe(
      await database().prisma.story.count({ where: { status: "PENDING" } }),
    );
    expect(ids.indexOf(older.id)).toBeLessThan(ids.indexOf(newer.id));
    const times = queue?.items.map(({ submittedAt }) => submittedAt) ?? [];
    expect(times).toEqual([...times].sort());
  });
});

test("decisions are append-only, in the database too", async () => {
  const story = await createStory(callSlug);
  await decide(ines, decision(story, "REJECT"));
  const refused = { code: "23514" };
  const { pool } = database();
  await expect(
    pool.query(`UPDATE "Decision" SET reason = 'other' WHERE "storyId" = $1`, [story.id]),
  ).rejects.toMatchObject(refused);
  await expect(
    pool.query(`DELETE FROM "Decision" WHERE "storyId" = $1`, [story.id]),
  ).rejects.toMatchObject(refused);
  await expect(pool.query(`TRUNCATE "Decision" CASCADE`)).rejects.toMatchObject(refused);
});
