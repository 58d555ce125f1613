import { randomBytes } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { exportEverything } from "#lib/accounts/own/export/queries.ts";
import { type Export, exportSchema } from "#lib/accounts/own/export/schema.ts";
import type { Viewer } from "#lib/accounts/viewer.ts";
import { database } from "#lib/db.ts";
import type { Role } from "#lib/generated/prisma/enums.ts";
import { withdrawStory } from "#lib/stories/own/commands.ts";
import { createCall } from "#lib/testing/calls.ts";
import { tellStory } from "#lib/testing/told-stories.ts";

const { prisma } = database();
let call: { id: string; slug: string };
let theme: { id: string; title: string };
beforeAll(async () => {
  call = await prisma.call.findUniqueOrThrow({ where: { slug: await createCall() } });
  theme = await prisma.theme.findFirstOrThrow({ where: { callId: call.id } });
});

function person(role: Role = "STORYTELLER"): Promise<Viewer> {
  const select = { id: true, role: true, name: true, email: true };
  const email = `${randomBytes(6).toString("hex")}@example.org`;
  return prisma.user.create({ data: { email, role, name: "Noor Haddad" }, select });
}

/** Read back from the text of the file, as whoever opens it would. */
async function exported(viewer: Viewer): Promise<Export> {
  const result = await exportEverything(viewer);
  if (!result.ok) throw new Error(result.message);
  return exportSchema.parse(JSON.parse(JSON.stringify(result.value)));
}

const decisionBy = (moderatorId: string) => ({
  moderatorId,
  warnings: [],
  internalNote: "Only between us: the kettle man.",
});

test("everything about oneself is in it, and it is of the documented shape", async () => {
  const viewer = await person();
  const moderator = await person("MODERATOR");
  const { id: userId, email } = viewer;
  const image = "https://avatars.example.net/noor.png";
  await prisma.user.update({ where: { id: userId }, data: { image } });
  await prisma.account.create({
    data: { userId, type: "oauth", provider: "github", providerAccountId: "account-4711" },
  });
  const sessionToken = randomBytes(24).toString("hex");
  await prisma.session.create({ data: { sessionToken, userId, expires: new Date(2e12) } });
  const story = await tellStory({
    callId: call.id,
    storytellerId: userId,
    status: "REJECTED",
    text: "The lift stopped.\nShe sang.",
    bylineName: "Noor",
    bylineRole: "night nurse",
    warning: "death",
    consents: ["PRINT"],
    contact: "noor@example.net",
  });
  await prisma.story.update({ where: { id: story.id }, data: { careMark: true } });
  const rejected = await prisma.decision.create({
    data: {
      ...decisionBy(moderator.id),
      storyId: story.id,
      revisionId: story.revisionId,
      kind: "REJECT",
      reason: "recognisable",
      message: "A family would know.",
    },
  });
  await prisma.picture.create({
    data: {
      id: "p".repeat(24),
      storyId: story.id,
      uploadKeyHash: Uint8Array.from(randomBytes(32)),
      width: 1600,
      height: 900,
    },
  });
  await prisma.revision.create({
    data: {
      storyId: story.id,
      number: 2,
      text: "The lift stopped at St Mary’s.",
      weight: 30,
      themeId: theme.id,
      subject: "SOMEONE_ELSE",
      subjectConsent: "AGREED",
      pictureId: "p".repeat(24),
      pictureAlt: "A lift door.",
      hints: [{ kind: "hospital", start: 20, end: 29 }],
      latestOf: { connect: { id: story.id } },
    },
  });
  await prisma.appeal.create({
    data: { storyId: story.id, decisionId: rejected.id, text: "Nobody would know." },
  });

  const asked = await prisma.decision.create({
    data: {
      ...decisionBy(moderator.id),
      ...{ storyId: story.id, revisionId: story.revisionId, kind: "ASK_FOR_CHANGES" },
      ...{ reason: "recognisable", message: "Nobody need know which lift." },
    },
  });
  const answeredAt = new Date();
  await prisma.proposal.create({
    data: {
      ...{ decisionId: asked.id, storyId: story.id, text: "Someone sang.", publishAtOnce: true },
      ...{ answer: "DECLINED", answeredAt },
    },
  });

  const checked = { country: "NZ", name: "1737, need to talk?", checkedOn: "2026-02-03" };
  await prisma.helpline.update({
    where: { id: "nz-1737" },
    data: { checkedById: userId, checkedOn: new Date(checked.checkedOn) },
  });

  const file = await exported(viewer);
  expect(file.helplinesChecked).toEqual([checked]);
  expect(file.account).toMatchObject({ name: "Noor Haddad", email, image, role: "STORYTELLER" });
  expect(file.signIns).toEqual([{ provider: "github" }]);
  expect(file.sessions).toEqual([{ expiresAt: new Date(2e12).toISOString() }]);
  expect(file.decisionsMade).toEqual([]);
  expect(file.stories).toHaveLength(1);
  expect(file.stories[0]).toMatchObject({
    id: story.id,
    path: `/my/${story.id}`,
    call: { slug: call.slug },
    status: "REJECTED",
    careMark: true,
    contentWarnings: [{ warning: "death", intensity: "DESCRIBED" }],
    consents: [
      { use: "SITE", anonymous: false, revokedAt: null },
      { use: "PRINT", anonymous: false, revokedAt: null },
    ],
    contact: { email: "noor@example.net", editorsMayWrite: false },
    revisions: [
      {
        number: 1,
        text: "The lift stopped.\nShe sang.",
        bylineName: "Noor",
        bylineRole: "night nurse",
        picture: null,
        contentWarnings: [{ warning: "death", intensity: "DESCRIBED" }],
      },
      {
        number: 2,
        theme: theme.title,
        subject: "SOMEONE_ELSE",
        subjectConsent: "AGREED",
        picture: {
          width: 1600,
          height: 900,
          alternativeText: "A lift door.",
          path: `/my/${story.id}/pictures/${"p".repeat(24)}/1600.jpg`,
        },
        pointedOut: [{ kind: "hospital", start: 20, end: 29 }],
      },
    ],
    decisions: [
      {
        kind: "REJECT",
        reason: "Someone in the story could be recognised, by strangers or by their own family.",
        message: "A family would know.",
      },
      { kind: "ASK_FOR_CHANGES", message: "Nobody need know which lift." },
    ],
    proposals: [
      {
        ...{ text: "Someone sang.", publishAtOnce: true, answer: "DECLINED" },
        answeredAt: answeredAt.toISOString(),
        proposedAt: asked.createdAt.toISOString(),
      },
    ],
    appeals: [{ text: "Nobody would know.", against: { kind: "REJECT" }, outcome: null }],
  });

  const text = JSON.stringify(file);
  const row = await prisma.story.findUniqueOrThrow({ where: { id: story.id } });
  for (const secret of [
    story.token,
    sessionToken,
    "account-4711",
    "between us",
    moderator.id,
    moderator.email ?? "",
    ...[row.idempotencyKeyHash, row.privateLinkHash ?? new Uint8Array()].flatMap((bytes) => [
      Buffer.from(bytes).toString("hex"),
      Buffer.from(bytes).toString("base64"),
    ]),
  ]) {
    expect(secret).not.toBe("");
    expect(text).not.toContain(secret);
  }
});

test("nothing of anyone else is in it, and of a moderator's decisions no words", async () => {
  const moderator = await person("MODERATOR");
  const own = await tellStory({ callId: call.id, storytellerId: moderator.id, claimed: true });
  const other = await tellStory({ callId: call.id, text: "The other one’s words." });
  await prisma.decision.create({
    data: {
      ...decisionBy(moderator.id),
      storyId: other.id,
      revisionId: other.revisionId,
      kind: "ASK_FOR_CHANGES",
      reason: "other",
      message: "Please leave out his shoes.",
    },
  });
  const file = await exported(moderator);
  expect(file.stories.map(({ id }) => id)).toEqual([own.id]);
  expect(file.decisionsMade).toMatchObject([{ kind: "ASK_FOR_CHANGES", storyId: other.id }]);
  expect(JSON.stringify(file)).not.toMatch(/other one|shoes|between us|kettle man/);
});

test("an address that was left with a story sent without signing in is told of", async () => {
  const viewer = await person();
  const contact = viewer.email ?? "";
  const other = await tellStory({ callId: call.id, contact });
  const ofSomeone = await tellStory({
    callId: call.id,
    contact,
    storytellerId: (await person()).id,
  });
  await tellStory({ callId: call.id, contact, storytellerId: viewer.id });
  const { otherContacts } = await exported(viewer);
  expect(otherContacts.map(({ storyId }) => storyId).sort()).toEqual(
    [other.id, ofSomeone.id].sort(),
  );
});

test("of a withdrawn story what is left", async () => {
  const viewer = await person();
  const { token } = await tellStory({
    callId: call.id,
    storytellerId: viewer.id,
    bylineName: "Noor",
    contact: "noor@example.net",
  });
  expect(await withdrawStory(viewer, token)).toMatchObject({ ok: true });
  const { stories } = await exported(viewer);
  expect(stories[0]).toMatchObject({
    status: "WITHDRAWN",
    contact: null,
    revisions: [{ text: "", bylineName: null }],
  });
  expect(stories[0]?.consents[0]?.revokedAt).not.toBeNull();
});

test("more than one page of rows is whole and in order", async () => {
  const viewer = await person();
  const { id } = await tellStory({ callId: call.id, storytellerId: viewer.id });
  const numbers = Array.from({ length: 1100 }, (_, index) => index + 2);
  await prisma.revision.createMany({
    data: numbers.map((number) => ({ storyId: id, number, text: `Version ${number}`, weight: 10 })),
  });
  const [story] = (await exported(viewer)).stories;
  expect(story?.revisions.map(({ number }) => number)).toEqual([1, ...numbers]);
});

test("nobody gets a file, and everybody at most twenty an hour", async () => {
  expect(await exportEverything(null)).toMatchObject({ ok: false, code: "not-found" });
  const viewer = await person();
  for (let time = 1; time <= 20; time += 1) await exported(viewer);
  expect(await exportEverything(viewer)).toMatchObject({ ok: false, code: "rate-limited" });
  await exported(await person());
});
