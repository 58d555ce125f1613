import { baseOf } from "#lib/stories/revision.ts";
import { nanoid } from "nanoid";
import { beforeAll, expect, test } from "vitest";
import type { Viewer } from "#lib/accounts/viewer.ts";
import { database } from "#lib/db.ts";
import { decide } from "#lib/moderation/commands.ts";
import { sha256 } from "#lib/secrets.ts";
import { changeStory } from "#lib/stories/changing/commands.ts";
import { submitStory } from "#lib/stories/commands.ts";
import { lookAt } from "#lib/stories/look-again.ts";
import { hintMark } from "#lib/stories/marks.ts";
import { appealStory, withdrawStory } from "#lib/stories/own/commands.ts";
import { acceptProposal } from "#lib/moderation/proposals/answers/commands.ts";
import {
  changeFormSchema,
  emptyStoryForm,
  emptyWords,
  storyFormSchema,
} from "#lib/stories/schema.ts";
import { newSubmissionKey } from "#lib/stories/submission-key.ts";
import { createUser } from "#lib/testing/accounts.ts";
import { createCall, createStory } from "#lib/testing/calls.ts";
import { seededDecision } from "#lib/testing/decisions.ts";
import { findEverywhere } from "#lib/testing/everywhere.ts";

let moderator: Viewer;
let callSlug: string;
beforeAll(async () => {
  moderator = await createUser({ name: "Ines", role: "MODERATOR" });
  callSlug = await createCall();
});

const rejection = ({ id, revisionId }: { id: string; revisionId: string }, kind = "REJECT") =>
  seededDecision({
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
    expect(await withdrawStory(null, story.token)).toMatchObject({ ok: true });
    const left = await everythingOf(story.id);
    expect(left).not.toMatch(/kettle|death|GRAPHIC|MYSELF/i);
    expect(left).toContain(`"kind": "${kind}"`);
    expect(left).toContain(moderator.id);
  },
);

type Story = Awaited<ReturnType<typeof createStory>>;

/** Each a word that is nowhere else, for something that withdrawing must erase. */
const secrets = {
  words: "Xylolith",
  newWords: "Quassia",
  byline: "Ottoline",
  role: "Zeppelinist",
  alternative: "Fumarole",
  message: "Brachiopod",
  note: "Hendecagon",
  appeal: "Marmoset",
  proposal: "Rhododendron",
  email: "wombat@example.org",
};

/** A picture that came with a form. Its files are another matter. */
async function createPicture(key: string): Promise<string> {
  const id = "Pict".padEnd(24, String(Math.random()).slice(2));
  await database().pool.query(
    `INSERT INTO "Picture" (id, "uploadKeyHash", width, height) VALUES ($1, sha256($2::bytea), 800, 600)`,
    [id, key],
  );
  return id;
}

/** As if all that is pointed out had been seen. */
const marksIn = async (text: string) =>
  (await lookAt(text, null)).hints.map((hint) => hintMark(text, hint));

/** With everything that a story can have. */
async function createFullStory(): Promise<Story> {
  const key = newSubmissionKey();
  const text = `The ${secrets.words} was on before I asked. My sister Anna saw it on 3 March 2019.`;
  const input = storyFormSchema.parse({
    ...emptyStoryForm,
    text,
    seen: await marksIn(text),
    timeZone: "Etc/UTC",
    subject: "SOMEONE_ELSE",
    subjectConsent: "AGREED",
    theme: "small-wins",
    pictureId: await createPicture(key),
    pictureAlt: `A ${secrets.alternative}`,
    bylineName: secrets.byline,
    bylineRole: secrets.role,
    email: secrets.email,
    editorsMayWrite: true,
    consentSocial: "BYLINE",
    warnings: ["needles"],
    intensities: { needles: "GRAPHIC" },
    consent: true,
  });
  const sent = await submitStory(null, { input, key, callSlug, address: nanoid(), country: null });
  if (!sent.ok) throw new Error(sent.message);
  const row = await database().prisma.story.findUniqueOrThrow({
    where: { idempotencyKeyHash: sha256(key) },
    select: { id: true, latestRevisionId: true },
  });
  return { id: row.id, revisionId: row.latestRevisionId ?? "", token: sent.value.way };
}

type Kind = "APPROVE" | "REJECT" | "TAKE_DOWN" | "ASK_FOR_CHANGES";

const decideOn = (story: Story, kind: Kind) =>
  decide(
    moderator,
    seededDecision({
      storyId: story.id,
      revisionId: story.revisionId,
      kind,
      reason: "recognisable",
      message: `You quote the ${secrets.message}.`,
      internalNote: secrets.note,
      recognisable: "NO",
      // Goes with a request for changes only.
      proposal: `The ${secrets.proposal} was on.`,
      publishAtOnce: true,
      warnings: ["needles"],
      intensities: { needles: "GRAPHIC" },
    }),
  );

const newText = `The ${secrets.newWords} was on.`;
const change = async (story: Story) =>
  changeStory(null, {
    way: story.token,
    base: baseOf({ id: story.revisionId, bylineName: secrets.byline, bylineRole: null }),
    input: changeFormSchema.parse({
      ...emptyWords,
      text: newText,
      seen: await marksIn(newText),
      bylineName: secrets.byline,
      timeZone: "Etc/UTC",
    }),
    key: newSubmissionKey(),
    address: "192.0.2.1",
    country: null,
  });

const ok = { ok: true };
const { words, byline, role, alternative, message, note, email } = secrets;

test.each<[string, (story: Story) => Promise<void>, string[]]>([
  ["pending", async () => undefined, [words, byline, role, alternative, email]],
  [
    "published",
    async (story) => expect(await decideOn(story, "APPROVE")).toMatchObject(ok),
    [words, byline, role, alternative, message, note, email],
  ],
  [
    "rejected, with an appeal",
    async (story) => {
      expect(await decideOn(story, "REJECT")).toMatchObject(ok);
      expect(await appealStory(null, story.token, secrets.appeal)).toMatchObject(ok);
    },
    [words, byline, role, alternative, message, note, secrets.appeal, email],
  ],
  [
    "taken down",
    async (story) => {
      expect(await decideOn(story, "APPROVE")).toMatchObject(ok);
      expect(await decideOn(story, "TAKE_DOWN")).toMatchObject(ok);
    },
    [words, byline, role, alternative, message, note, email],
  ],
  [
    "asked to change, with words that are proposed",
    async (story) => expect(await decideOn(story, "ASK_FOR_CHANGES")).toMatchObject(ok),
    [words, secrets.proposal, byline, role, alternative, message, note, email],
  ],
  [
    "published, in words that were proposed",
    async (story) => {
      const asked = await decideOn(story, "ASK_FOR_CHANGES");
      if (!asked.ok) throw new Error(asked.message);
      const { decisionId } = asked.value;
      const accepting = { way: story.token, decisionId, country: null };
      expect(await acceptProposal(null, accepting)).toMatchObject(ok);
    },
    [words, secrets.proposal, byline, role, alternative, message, note, email],
  ],
  [
    "published, with a change that waits",
    async (story) => {
      expect(await decideOn(story, "APPROVE")).toMatchObject(ok);
      expect(await change(story)).toMatchObject(ok);
    },
    [words, secrets.newWords, byline, role, alternative, message, note, email],
  ],
])("withdrawn when it was %s, nothing is left anywhere", async (_what, happen, needles) => {
  const story = await createFullStory();
  await happen(story);
  for (const needle of needles) expect(await findEverywhere(needle), needle).not.toEqual([]);

  expect(await withdrawStory(null, story.token)).toMatchObject(ok);
  for (const needle of Object.values(secrets)) {
    expect(await findEverywhere(needle), needle).toEqual([]);
  }
  expect(await findEverywhere("wombat")).toEqual([]);
  const { rows } = await database().pool.query(
    `SELECT status, "waitingSince", "careMark",
       (SELECT count(*)::int FROM "Picture" WHERE "storyId" = s.id) AS pictures,
       (SELECT count(*)::int FROM "StoryWarning" WHERE "storyId" = s.id) AS warnings,
       (SELECT count(*)::int FROM "Consent" WHERE "storyId" = s.id AND "revokedAt" IS NULL) AS consents,
       (SELECT count(*)::int FROM "Revision" WHERE "storyId" = s.id AND hints <> '[]') AS hints
     FROM "Story" s WHERE id = $1`,
    [story.id],
  );
  expect(rows).toEqual([
    {
      status: "WITHDRAWN",
      waitingSince: null,
      careMark: false,
      pictures: 0,
      warnings: 0,
      consents: 0,
      hints: 0,
    },
  ]);
});

type Job = { task: string; payload: Record<string, unknown> };

async function jobsAbout(needle: string): Promise<Job[]> {
  const { rows } = await database().pool.query<Job>(
    `SELECT t.identifier AS task, j.payload FROM graphile_worker._private_jobs j
     JOIN graphile_worker._private_tasks t ON t.id = j.task_id
     WHERE strpos(j.payload::text, $1) > 0 ORDER BY j.id`,
    [needle],
  );
  return rows;
}

test("withdrawing leaves two things to do: confirm it by mail, and delete the picture's files", async () => {
  const story = await createFullStory();
  const [picture] = await database().prisma.picture.findMany({ where: { storyId: story.id } });
  await withdrawStory(null, story.token);
  // Again, and at once: nothing more is to be done.
  await Promise.all([withdrawStory(null, story.token), withdrawStory(null, story.token)]);
  const mails = (await jobsAbout(story.id)).filter(({ payload }) => payload.kind === "withdrawn");
  expect(mails).toMatchObject([{ task: "story-mail", payload: { storyId: story.id } }]);
  expect(await jobsAbout(picture?.id ?? "none")).toMatchObject([
    { task: "delete-picture-files", payload: { ids: [picture?.id] } },
  ]);
});

test("without an address nobody is told, without a picture there are no files", async () => {
  const story = await createStory(callSlug);
  await withdrawStory(null, story.token);
  expect(await jobsAbout(story.id)).toEqual([]);
});

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
