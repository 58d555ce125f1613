import { beforeAll, expect, test } from "vitest";
import type { Viewer } from "#lib/accounts/viewer.ts";
import { database } from "#lib/db.ts";
import { decide } from "#lib/moderation/commands.ts";
import { decisionSchema } from "#lib/moderation/schema.ts";
import { withdrawStory } from "#lib/stories/commands.ts";
import { createUser } from "#lib/testing/accounts.ts";
import { createCall, createStory } from "#lib/testing/calls.ts";

let moderator: Viewer;
let callSlug: string;
beforeAll(async () => {
  moderator = await createUser({ name: "Ines", role: "MODERATOR" });
  callSlug = await createCall();
});

const rejection = ({ id, revisionId }: { id: string; revisionId: string }, kind = "REJECT") =>
  decisionSchema.parse({
    storyId: id,
    revisionId,
    kind,
    reason: "recognisable",
    message: "You quote him: the kettle.",
    internalNote: "Kettle again.",
    warnings: ["death"],
    intensities: { death: "GRAPHIC" },
  });

async function everythingOf(id: string): Promise<string> {
  const { rows } = await database().pool.query<{ all: string }>(
    `SELECT jsonb_build_array(
       (SELECT jsonb_agg(s) FROM "Story" s WHERE s.id = $1),
       (SELECT jsonb_agg(r) FROM "Revision" r WHERE r."storyId" = $1),
       (SELECT jsonb_agg(w) FROM "StoryWarning" w WHERE w."storyId" = $1),
       (SELECT jsonb_agg(w) FROM "RevisionWarning" w JOIN "Revision" r ON r.id = w."revisionId" WHERE r."storyId" = $1),
       (SELECT jsonb_agg(d) FROM "Decision" d WHERE d."storyId" = $1))::text AS all`,
    [id],
  );
  return rows[0]?.all ?? "";
}

test.each(["APPROVE", "REJECT"])(
  "after %s, nothing of what the story was about is left, but that it was decided on",
  async (kind) => {
    const story = await createStory(callSlug);
    await decide(moderator, rejection(story, kind));
    expect(await everythingOf(story.id)).toMatch(/kettle/i);
    expect(await withdrawStory(story.token)).toMatchObject({ ok: true });
    const left = await everythingOf(story.id);
    expect(left).not.toMatch(/kettle|death|GRAPHIC|MYSELF/i);
    expect(left).toContain(`"kind": "${kind}"`);
    expect(left).toContain(moderator.id);
  },
);

test("an approval keeps no reason that was chosen before", () => {
  expect(rejection({ id: "Ab3dEf6hIj9k", revisionId: "r" }, "APPROVE").reason).toBeNull();
});

test("the database refuses what would be half a story", async () => {
  const story = await createStory(callSlug);
  const other = await createStory(callSlug);
  const elsewhere = await database().prisma.call.findUniqueOrThrow({
    where: { slug: await createCall() },
    select: { themes: { select: { id: true } } },
  });
  const refused = { code: "23514" };
  const { pool } = database();
  const insert = `INSERT INTO "Decision" (id, "storyId", "revisionId", "moderatorId", kind, reason, warnings)`;
  await expect(
    pool.query(`DELETE FROM "Consent" WHERE "storyId" = $1`, [story.id]),
  ).rejects.toMatchObject(refused);
  await expect(
    pool.query(`${insert} VALUES ('d1', $1, $2, $3, 'REJECT', 'other', '[]')`, [
      story.id,
      other.revisionId,
      moderator.id,
    ]),
  ).rejects.toMatchObject(refused);
  await expect(
    pool.query(`${insert} VALUES ('d2', $1, $2, $3, 'APPROVE', 'other', '[]')`, [
      story.id,
      story.revisionId,
      moderator.id,
    ]),
  ).rejects.toMatchObject(refused);
  await expect(
    pool.query(
      `INSERT INTO "Revision" (id, "storyId", number, text, weight, "themeId") VALUES ('r2', $1, 2, 'x', 1, $2)`,
      [story.id, elsewhere.themes[0]?.id],
    ),
  ).rejects.toMatchObject(refused);
});
