import { afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import type { Viewer } from "#lib/accounts/viewer.ts";
import type { ContentWarning } from "#lib/content-warnings/list.ts";
import { toWarningValues } from "#lib/content-warnings/schema.ts";
import { database } from "#lib/db.ts";
import { decide } from "#lib/moderation/commands.ts";
import { getStoryForModeration } from "#lib/moderation/queries.ts";
import { getUndoable } from "#lib/moderation/undo/queries.ts";
import { undoDecision } from "#lib/moderation/undo/commands.ts";
import { getDecisionToMail } from "#lib/notifications/queries.ts";
import { reportStory } from "#lib/reports/commands.ts";
import { changeStory } from "#lib/stories/changing/commands.ts";
import { becomeAnonymous, withdrawStory } from "#lib/stories/own/commands.ts";
import { getOwnStory, getReadingTime } from "#lib/stories/own/queries.ts";
import { acceptProposal, declineProposal } from "#lib/moderation/proposals/answers/commands.ts";
import { getStoryForChange } from "#lib/stories/queries.ts";
import { type StoryFormValues, changeFormSchema } from "#lib/stories/schema.ts";
import { newSubmissionKey } from "#lib/stories/submission-key.ts";
import { createUser } from "#lib/testing/accounts.ts";
import { createCall, createStory } from "#lib/testing/calls.ts";
import { seededDecision } from "#lib/testing/decisions.ts";

const { prisma, pool } = database();

let moderator: Viewer;
let second: Viewer;
let callSlug: string;
beforeAll(async () => {
  moderator = await createUser({ name: "Ines", role: "MODERATOR" });
  second = await createUser({ name: "Ravi", role: "MODERATOR" });
  callSlug = await createCall();
});
afterEach(() => prisma.screeningRule.deleteMany());

type Story = Awaited<ReturnType<typeof createStory>>;
type Over = Partial<StoryFormValues> & { viewer?: Viewer };

const OWN = "The kettle was on before I asked.";
const WORDS = "Someone had the kettle on before I asked.";

const rowOf = ({ id }: { id: string }) =>
  prisma.story.findUniqueOrThrow({
    where: { id },
    include: {
      warnings: { select: { warning: true, intensity: true }, orderBy: { warning: "asc" } },
      latestRevision: { include: { warnings: true } },
      publishedRevision: true,
      decisions: { orderBy: { createdAt: "asc" }, include: { proposal: true } },
    },
  });

type Deciding = {
  by?: Viewer;
  warnings?: ContentWarning[];
  text?: string;
  atOnce?: boolean;
  recognisable?: string;
};

async function decideOn(
  story: Story,
  kind: "APPROVE" | "ASK_FOR_CHANGES" | "TAKE_DOWN" | "REJECT",
  { by = moderator, warnings = [], text = "", atOnce = false, recognisable = "" }: Deciding = {},
) {
  const { latestRevisionId } = await rowOf(story);
  const done = await decide(
    by,
    seededDecision({
      ...{
        storyId: story.id,
        revisionId: latestRevisionId,
        kind,
        message: "His family would know.",
      },
      ...{
        proposal: text,
        publishAtOnce: atOnce,
        reason: kind === "APPROVE" ? "" : "recognisable",
      },
      recognisable: kind === "APPROVE" ? "NO" : recognisable,
      ...toWarningValues(warnings),
    }),
  );
  if (!done.ok) throw new Error(done.message);
  return done.value.decisionId;
}

const propose = (story: Story, { text = WORDS, ...how }: Deciding = {}) =>
  decideOn(story, "ASK_FOR_CHANGES", { text, ...how });

/** A waiting story, asked to change. */
async function proposed(how: Deciding & { over?: Over } = {}) {
  const story = await createStory(callSlug, OWN, how.over);
  return { ...story, decisionId: await propose(story, how) };
}

type Proposed = Story & { decisionId: string };

const accept = ({ token, decisionId }: Proposed) =>
  acceptProposal(null, { way: token, decisionId, country: null });
const decline = ({ token, decisionId }: Proposed) =>
  declineProposal(null, { way: token, decisionId });

let visits = 0;
const address = () => `2001:db8:77:${(++visits).toString(16)}::1`;
const see = (way: string, viewer: Viewer | null = null) =>
  getOwnStory({ viewer, way, address: address() });

async function change(story: Story, over: Partial<StoryFormValues>) {
  const form = await getStoryForChange({ viewer: null, way: story.token, address: address() });
  return changeStory(null, {
    way: story.token,
    base: form?.base ?? "",
    input: changeFormSchema.parse({ ...form?.values, timeZone: "Etc/UTC", ...over }),
    key: newSubmissionKey(),
    address: address(),
    country: null,
  });
}

const ok = { ok: true };
const closed = (sentence: string) => ({
  ok: false,
  code: "closed",
  message: expect.stringContaining(sentence),
});
const noMore = closed("not proposed any more");

const needles = { warning: "needles", intensity: "GRAPHIC" } as const;
const death = { warning: "death", intensity: "MENTIONED" } as const;

describe("the private page", () => {
  test("shows the words while they can be answered, and never who proposes them", async () => {
    const story = await proposed();
    const own = await see(story.token);
    expect(own).toMatchObject({
      status: "CHANGES_REQUESTED",
      asked: true,
      proposal: { decisionId: story.decisionId, text: WORDS, publishesAtOnce: false },
      lastDecision: { decision: "ASK_FOR_CHANGES", proposed: { answer: null } },
    });
    expect(JSON.stringify(own)).not.toMatch(new RegExp(`Ines|${moderator.id}`));
  });

  test("says whether accepting publishes, as things are", async () => {
    const leaving = await createUser({ name: "Lea", role: "MODERATOR" });
    const story = await proposed({ by: leaving, atOnce: true });
    expect((await see(story.token))?.proposal).toMatchObject({ publishesAtOnce: true });
    await prisma.user.update({ where: { id: leaving.id }, data: { role: "EDITOR" } });
    expect((await see(story.token))?.proposal).toMatchObject({ publishesAtOnce: false });
  });

  test("shows none where none were proposed, or only the story’s own words", async () => {
    for (const text of ["", OWN]) {
      const story = await proposed({ text });
      expect(await see(story.token)).toMatchObject({ asked: true, proposal: null });
    }
  });

  test("the story’s own words are asked nothing of, whatever stands in them", async () => {
    const story = await createStory(callSlug, OWN);
    const text = "Ring me on +44 20 7946 0018, I had the kettle on.";
    await prisma.revision.create({
      data: {
        ...{ storyId: story.id, number: 2, text, weight: 33 },
        latestOf: { connect: { id: story.id } },
      },
    });
    await propose(story, { text, atOnce: true });
    expect(await see(story.token)).toMatchObject({ asked: true, proposal: null });
  });

  test("shows none that were undone, answered or overtaken", async () => {
    const undone = await proposed();
    expect(await undoDecision(moderator, undone.decisionId)).toMatchObject(ok);
    const changed = await proposed();
    expect(await change(changed, { text: "The kettle is on." })).toMatchObject(ok);
    const declined = await proposed();
    await decline(declined);
    const withdrawn = await proposed();
    await withdrawStory(null, withdrawn.token);
    for (const story of [undone, changed, declined, withdrawn]) {
      expect(await see(story.token)).toMatchObject({ asked: false, proposal: null });
    }
    const down = await createStory(callSlug);
    await decideOn(down, "APPROVE");
    await change(down, { text: "The kettle is on." });
    await propose(down);
    expect((await see(down.token))?.proposal).not.toBeNull();
    await decideOn(down, "TAKE_DOWN");
    expect((await see(down.token))?.proposal).toBeNull();
  });

  test("goes on showing them when a moderator sets other warnings on what readers see", async () => {
    const story = await createStory(callSlug);
    await decideOn(story, "APPROVE");
    await change(story, { text: "The kettle is on." });
    await propose(story);
    const { latestRevisionId } = await rowOf(story);
    const set = seededDecision({
      ...{ storyId: story.id, revisionId: latestRevisionId, kind: "SET_WARNINGS" },
      ...toWarningValues([needles]),
    });
    expect(await decide(second, set)).toMatchObject(ok);
    expect((await see(story.token))?.proposal).toMatchObject({ text: WORDS });
  });
});

describe("accepting", () => {
  test("writes the words into a new version that has everything else as it was, which waits", async () => {
    const story = await proposed({
      text: "Someone at St Mary’s Hospital had the kettle on.",
      over: {
        ...{ bylineName: "Noor", bylineRole: "night nurse", theme: "small-wins" },
        ...{ subject: "SOMEONE_ELSE", subjectConsent: "DETAILS_CHANGED", warnings: ["needles"] },
        intensities: { needles: "GRAPHIC" },
      },
    });
    const before = await rowOf(story);
    expect(await accept(story)).toEqual({ ok: true, value: { id: story.id } });
    const after = await rowOf(story);
    const { bylineName, bylineRole, themeId, subject, subjectConsent } = before.latestRevision!;
    expect(themeId).not.toBeNull();
    expect(after).toMatchObject({
      status: "PENDING",
      waitingSince: expect.any(Date),
      publishedRevisionId: null,
      warnings: [needles],
      latestRevision: {
        ...{ number: 2, text: "Someone at St Mary’s Hospital had the kettle on." },
        ...{ bylineName, bylineRole, themeId, subject, subjectConsent },
        warnings: [needles],
        hints: [{ kind: "hospital" }],
      },
    });
    expect(after.decisions.map(({ kind, proposal }) => [kind, proposal?.answer])).toEqual([
      ["ASK_FOR_CHANGES", "ACCEPTED"],
    ]);
    const own = await see(story.token);
    expect(own).toMatchObject({ waitingFor: "story", proposal: null, asked: false });
    expect(own?.history.map((step) => ("proposal" in step ? step.proposal : step.kind))).toEqual([
      "sent",
      "decided",
      "ACCEPTED",
    ]);
    // What the desk shows, and that it can be decided on.
    expect((await getStoryForModeration(second, story.id))?.decisions).toMatchObject([
      { proposed: { answer: "ACCEPTED" } },
    ]);
    await decideOn(story, "APPROVE", { by: second });
    expect((await rowOf(story)).publishedRevision).toMatchObject({ number: 2 });
  });

  test("keeps the picture", async () => {
    const story = await createStory(callSlug, OWN);
    const pictureId = "p".repeat(24);
    await prisma.picture.create({
      data: {
        ...{ id: pictureId, storyId: story.id, width: 800, height: 600 },
        uploadKeyHash: new Uint8Array(32),
      },
    });
    await prisma.revision.create({
      data: {
        ...{ storyId: story.id, number: 2, text: OWN, weight: 33, pictureId },
        pictureAlt: "A kettle.",
        latestOf: { connect: { id: story.id } },
      },
    });
    const decisionId = await propose(story);
    expect(await accept({ ...story, decisionId })).toMatchObject(ok);
    const { latestRevision } = await rowOf(story);
    expect(latestRevision).toMatchObject({ text: WORDS, pictureId, pictureAlt: "A kettle." });
  });

  test("publishes at once where the moderator said so: a decision of theirs as any, to be undone", async () => {
    const story = await proposed({
      ...{ atOnce: true, warnings: [death] },
      over: {
        email: "noor@example.org",
        warnings: ["needles"],
        intensities: { needles: "GRAPHIC" },
      },
    });
    expect(await accept(story)).toMatchObject(ok);
    const after = await rowOf(story);
    expect(after).toMatchObject({
      status: "PUBLISHED",
      waitingSince: null,
      publishedRevision: { number: 2, text: WORDS },
      // The storyteller’s, and the ones that the moderator chose.
      warnings: [death, needles],
    });
    const approval = after.decisions[1];
    expect(approval).toMatchObject({
      ...{ kind: "APPROVE", moderatorId: moderator.id, revisionId: after.latestRevisionId },
      ...{ recognisable: null, reason: null, message: null, warnings: [death, needles] },
      internalNote: expect.stringContaining("accepted the proposed words"),
      before: { status: "PENDING", publishedRevisionId: null },
    });
    expect(await see(story.token)).toMatchObject({
      status: "PUBLISHED",
      published: { text: WORDS },
    });

    const id = approval?.id ?? "";
    const { rowCount } = await pool.query(
      "SELECT FROM graphile_worker.jobs WHERE key = $1 AND run_at > now() + interval '25 seconds'",
      [`decided ${id}`],
    );
    expect(rowCount).toBe(1);
    expect(await getUndoable(moderator, id)).toMatchObject({ kind: "APPROVE" });
    expect(await undoDecision(moderator, id)).toMatchObject(ok);
    // The storyteller's yes stands: the words wait for a moderator.
    expect(await rowOf(story)).toMatchObject({
      ...{ status: "PENDING", waitingSince: expect.any(Date), publishedRevisionId: null },
      latestRevision: { text: WORDS },
    });
  });

  test.each(["NO", "NOT_WITH_CHANGES"] as const)(
    "publishes with what the moderator answered about these words: %s",
    async (recognisable) => {
      const over = { subject: "SOMEONE_ELSE", subjectConsent: "DETAILS_CHANGED" } as const;
      const story = await proposed({ atOnce: true, recognisable, over });
      expect(await accept(story)).toMatchObject(ok);
      const { status, decisions } = await rowOf(story);
      expect(status).toBe("PUBLISHED");
      expect(decisions).toMatchObject([{ recognisable }, { kind: "APPROVE", recognisable }]);
    },
  );

  test("has the rules read before its transaction: the first time can take seconds", async () => {
    const story = await proposed();
    const { id } = await prisma.screeningRule.create({
      data: { name: "New", kind: "PHRASES", phrases: ["a goat"], effect: "MARK" },
    });
    const read = vi.spyOn(prisma.screeningRule, "findUnique");
    expect(await accept(story)).toMatchObject(ok);
    expect(read.mock.calls).toMatchObject([[{ where: { id } }]]);
    read.mockRestore();
  });

  test("of a change: without a word from the moderator what readers see stands until then", async () => {
    for (const atOnce of [true, false]) {
      const story = await createStory(callSlug, OWN);
      await decideOn(story, "APPROVE", { warnings: [needles] });
      await change(story, { text: "The kettle is on.", warnings: ["death"], intensities: {} });
      const decisionId = await propose(story, { atOnce });
      expect(await accept({ ...story, decisionId })).toMatchObject(ok);
      expect(await rowOf(story)).toMatchObject({
        ...{ status: "PUBLISHED", latestRevision: { number: 3, text: WORDS, warnings: [death] } },
        publishedRevision: { text: atOnce ? WORDS : OWN },
        waitingSince: atOnce ? null : expect.any(Date),
        // A moderator set one of them: readers are not unwarned without one.
        warnings: [death, needles],
      });
      expect((await see(story.token))?.waitingFor).toBe(atOnce ? null : "change");
    }
  });

  test("of a published story without a change, begins with the warnings that readers see", async () => {
    const story = await createStory(callSlug, OWN, { warnings: ["death"], intensities: {} });
    await decideOn(story, "APPROVE", { warnings: [needles] });
    await reportStory({
      storyId: story.id,
      reason: "RECOGNISABLE",
      note: null,
      address: address(),
    });
    const decisionId = await propose(story, { atOnce: true });
    expect(await see(story.token)).toMatchObject({ status: "PUBLISHED", asked: true });
    expect(await accept({ ...story, decisionId })).toMatchObject(ok);
    const after = await rowOf(story);
    expect(after).toMatchObject({ publishedRevision: { text: WORDS }, warnings: [needles] });
    expect(after.latestRevision?.warnings).toMatchObject([needles]);
  });

  test.each<[string, (story: Proposed, by: Viewer) => Promise<unknown>]>([
    [
      "the moderator is none any more",
      (_story, { id }) => prisma.user.update({ where: { id }, data: { role: "STORYTELLER" } }),
    ],
    [
      "the story is the moderator’s own by now",
      ({ id }, by) => prisma.story.update({ where: { id }, data: { storytellerId: by.id } }),
    ],
    ["it needs two", ({ id }) => prisma.story.update({ where: { id }, data: { needsTwo: true } })],
    [
      "it is reported",
      ({ id }) => prisma.story.update({ where: { id }, data: { reportedSince: new Date() } }),
    ],
    [
      "another moderator has it open",
      ({ id: storyId }) =>
        prisma.claim.create({
          data: { storyId, moderatorId: second.id, expiresAt: new Date(Date.now() + 600_000) },
        }),
    ],
    [
      "screening finds something in the new words that two should read",
      () =>
        prisma.screeningRule.create({
          data: { name: "Two", kind: "PHRASES", phrases: ["someone had"], effect: "TWO_PEOPLE" },
        }),
    ],
  ])("waits, although it was to be published at once, when %s", async (_what, happens) => {
    const by = await createUser({ name: "Lea", role: "MODERATOR" });
    const story = await proposed({ by, atOnce: true });
    await happens(story, by);
    expect(await accept(story)).toMatchObject(ok);
    const after = await rowOf(story);
    expect(after).toMatchObject({
      ...{ status: "PENDING", waitingSince: expect.any(Date), publishedRevisionId: null },
      latestRevision: { text: WORDS },
    });
    expect(after.decisions.map(({ kind }) => kind)).toEqual(["ASK_FOR_CHANGES"]);
    await prisma.claim.deleteMany();
  });

  test("of a published story that readers have reported by now waits", async () => {
    const story = await createStory(callSlug, OWN);
    await decideOn(story, "APPROVE");
    await change(story, { text: "The kettle is on." });
    const decisionId = await propose(story, { atOnce: true });
    const data = { gatedAt: new Date(), reportedSince: new Date() };
    await prisma.story.update({ where: { id: story.id }, data });
    expect(await accept({ ...story, decisionId })).toMatchObject(ok);
    expect(await rowOf(story)).toMatchObject({
      ...{ publishedRevision: { text: OWN }, latestRevision: { text: WORDS } },
      waitingSince: expect.any(Date),
    });
  });

  test("opens the gate, where they were proposed for what readers reported", async () => {
    const story = await createStory(callSlug, OWN);
    await decideOn(story, "APPROVE");
    const data = { gatedAt: new Date(), reportedSince: new Date() };
    await prisma.story.update({ where: { id: story.id }, data });
    const decisionId = await propose(story, { atOnce: true });
    expect(await rowOf(story)).toMatchObject({ gatedAt: data.gatedAt, reportedSince: null });
    expect(await accept({ ...story, decisionId })).toMatchObject(ok);
    expect(await rowOf(story)).toMatchObject({
      ...{ publishedRevision: { text: WORDS }, gatedAt: null },
    });
  });

  test("by whoever became anonymous meanwhile brings no name back", async () => {
    const story = await proposed({ atOnce: true, over: { bylineName: "Noor" } });
    await becomeAnonymous(null, story.token);
    expect(await accept(story)).toMatchObject(ok);
    expect((await rowOf(story)).publishedRevision).toMatchObject({ text: WORDS, bylineName: null });
  });

  test("keeps what screening finds, and is refused what it refuses", async () => {
    const rule = { kind: "PHRASES" as const, phrases: ["someone had"] };
    await prisma.screeningRule.create({ data: { ...rule, name: "Look", effect: "MARK" } });
    const marked = await proposed();
    expect(await accept(marked)).toMatchObject(ok);
    const { latestRevisionId } = await rowOf(marked);
    expect(
      await prisma.screeningMatch.findMany({ where: { revisionId: latestRevisionId ?? "" } }),
    ).toMatchObject([{ ruleName: "Look", start: 0 }]);

    const refused = await proposed({ atOnce: true });
    await prisma.screeningRule.create({
      data: { ...rule, name: "No", effect: "REFUSE", sentence: "Please tell one of your own." },
    });
    expect(await accept(refused)).toMatchObject({ ok: false, code: "invalid" });
    await expectUntouched(refused);
  });

  test.each([
    ["a telephone number", "Ring me on +44 20 7946 0018, I had the kettle on."],
    ["too many words", "kettle ".repeat(60)],
  ])("refuses %s, whoever wrote it, and leaves everything as it is", async (_what, text) => {
    const story = await proposed({ atOnce: true });
    await prisma.proposal.update({ where: { decisionId: story.decisionId }, data: { text } });
    const refused = await accept(story);
    expect(refused).toMatchObject({ ok: false, code: "invalid" });
    expect(!refused.ok && refused.message).toContain("You can change them yourself.");
    await expectUntouched(story);
  });
});

async function expectUntouched(story: Proposed) {
  const after = await rowOf(story);
  expect(after).toMatchObject({
    ...{ status: "CHANGES_REQUESTED", waitingSince: null, latestRevisionId: story.revisionId },
  });
  expect(after.decisions).toMatchObject([{ proposal: { answer: null, answeredAt: null } }]);
}

describe("declining", () => {
  test("brings the story back into the queue with its own words, for a moderator to decide", async () => {
    const story = await proposed({ atOnce: true });
    expect(await decline(story)).toEqual({ ok: true, value: { id: story.id } });
    const after = await rowOf(story);
    expect(after).toMatchObject({
      ...{ status: "PENDING", waitingSince: expect.any(Date), latestRevisionId: story.revisionId },
    });
    const own = await see(story.token);
    expect(own).toMatchObject({
      ...{ waitingFor: "story", proposal: null, latest: { text: OWN } },
      lastDecision: { proposed: { answer: "DECLINED" } },
    });
    expect(own?.history.map(({ kind }) => kind)).toEqual(["sent", "decided", "declined"]);
    expect((await getStoryForModeration(second, story.id))?.decisions).toMatchObject([
      { proposed: { answer: "DECLINED" } },
    ]);
    await decideOn(story, "APPROVE", { by: second });
    expect((await rowOf(story)).publishedRevision).toMatchObject({ text: OWN });
  });

  test("of a change: it waits again beside what stands", async () => {
    const story = await createStory(callSlug, OWN);
    await decideOn(story, "APPROVE");
    await change(story, { text: "The kettle is on." });
    const decisionId = await propose(story);
    expect((await rowOf(story)).waitingSince).toBeNull();
    expect(await decline({ ...story, decisionId })).toMatchObject(ok);
    expect(await rowOf(story)).toMatchObject({
      ...{ status: "PUBLISHED", waitingSince: expect.any(Date) },
      ...{ latestRevision: { text: "The kettle is on." }, publishedRevision: { text: OWN } },
    });
    expect(await see(story.token)).toMatchObject({ waitingFor: "change" });
  });

  test("of words proposed for what readers reported: the reports are open again, behind the gate", async () => {
    const story = await createStory(callSlug, OWN);
    await decideOn(story, "APPROVE");
    const report = (address: string) =>
      reportStory({ storyId: story.id, reason: "RECOGNISABLE", note: null, address });
    for (const host of [1, 2, 3]) await report(`192.0.2.${host}`);
    const before = await rowOf(story);
    const decisionId = await propose(story);
    expect(await decline({ ...story, decisionId })).toMatchObject(ok);
    const { reportedSince, gatedAt, waitingSince } = await rowOf(story);
    expect({ reportedSince, gatedAt, waitingSince }).toEqual({
      ...{ reportedSince: before.reportedSince, gatedAt: before.gatedAt, waitingSince: null },
    });
    expect(before.gatedAt).not.toBeNull();
    expect(await decline({ ...story, decisionId })).toMatchObject(ok);
  });

  test("other words can be proposed after it, and are answered by themselves", async () => {
    const story = await proposed();
    await decline(story);
    const decisionId = await propose(story, { text: "Someone asked.", by: second });
    expect((await see(story.token))?.proposal).toMatchObject({ text: "Someone asked." });
    expect(await accept(story)).toMatchObject(closed("kept your own words"));
    expect(await accept({ ...story, decisionId })).toMatchObject(ok);
    expect((await rowOf(story)).decisions.map(({ proposal }) => proposal?.answer)).toEqual([
      "DECLINED",
      "ACCEPTED",
    ]);
  });
});

describe("sending words of one’s own", () => {
  test("answers what is proposed", async () => {
    const story = await proposed();
    expect(await change(story, { text: "Someone was kind." })).toMatchObject(ok);
    const { decisions, latestRevision } = await rowOf(story);
    expect(decisions).toMatchObject([{ proposal: { answer: "CHANGED", text: WORDS } }]);
    expect(latestRevision).toMatchObject({ text: "Someone was kind." });
    expect((await see(story.token))?.history.at(-1)).toMatchObject({
      ...{ kind: "changed", proposal: "CHANGED" },
    });
    expect(await accept(story)).toMatchObject(closed("sent words of your own"));
    expect(await decline(story)).toMatchObject(closed("sent words of your own"));
  });

  test("answers nothing that is answered, undone or overtaken", async () => {
    const undone = await proposed();
    await undoDecision(moderator, undone.decisionId);
    const declined = await proposed();
    await decline(declined);
    for (const story of [undone, declined]) {
      expect(await change(story, { text: "Someone was kind." })).toMatchObject(ok);
    }
    const answers = await prisma.proposal.findMany({
      where: { storyId: { in: [undone.id, declined.id] } },
    });
    expect(new Set(answers.map(({ answer }) => answer))).toEqual(new Set([null, "DECLINED"]));
  });
});

describe("an answer", () => {
  const acts = { accept, decline };

  test.each(Object.entries(acts))("to %s twice is one, also at once", async (_what, act) => {
    const story = await proposed({ atOnce: true });
    const all = await Promise.all([act(story), act(story), act(story)]);
    expect(all).toEqual(Array(3).fill({ ok: true, value: { id: story.id } }));
    expect(await act(story)).toMatchObject(ok);
    const { decisions } = await rowOf(story);
    expect(decisions.length).toBe(act === accept ? 2 : 1);
    expect(await prisma.revision.count({ where: { storyId: story.id } })).toBe(decisions.length);
  });

  test.each(Object.entries(acts))("to %s needs the way to the story", async (_what, act) => {
    const storyteller = await createUser({ name: "Noor", role: "STORYTELLER" });
    const story = await proposed({ over: { viewer: storyteller } });
    const { decisionId } = story;
    const answer = (viewer: Viewer | null, way: string) =>
      act === accept
        ? acceptProposal(viewer, { way, decisionId, country: null })
        : declineProposal(viewer, { way, decisionId });
    const unknown = await answer(null, "a".repeat(32));
    expect(unknown).toMatchObject({ ok: false, code: "not-found" });
    const other = await createUser({ name: "Other", role: "STORYTELLER" });
    for (const [viewer, way] of [
      ...([null, other, moderator, second] as const).map((viewer) => [viewer, story.id] as const),
      [storyteller, "nonsense"] as const,
    ]) {
      expect(await answer(viewer, way)).toEqual(unknown);
    }
    await expectUntouched(story);
    expect(await answer(storyteller, story.id)).toMatchObject(ok);
  });

  test.each(Object.entries(acts))("to %s is only to what is proposed now", async (_what, act) => {
    const story = await proposed();
    const other = await proposed();
    for (const decisionId of [other.decisionId, "nonsense", ""]) {
      expect(await act({ ...story, decisionId })).toMatchObject(noMore);
    }
    const plain = await createStory(callSlug);
    const decisionId = await decideOn(plain, "ASK_FOR_CHANGES");
    expect(await act({ ...plain, decisionId })).toMatchObject(noMore);
    const undone = await proposed();
    await undoDecision(moderator, undone.decisionId);
    expect(await act(undone)).toMatchObject(noMore);
    const withdrawn = await proposed();
    await withdrawStory(null, withdrawn.token);
    expect(await act(withdrawn)).toMatchObject(closed("You withdrew this story"));
    await expectUntouched(story);
    await expectUntouched(other);
  });

  test("is told to whoever sends the other one later", async () => {
    const accepted = await proposed();
    await accept(accepted);
    expect(await decline(accepted)).toMatchObject(closed("accepted these words already"));
    const declined = await proposed();
    await decline(declined);
    expect(await accept(declined)).toMatchObject(closed("kept your own words"));
  });
});

describe("at once", () => {
  const ROUNDS = 8;

  test.each([true, false])(
    "accepted and declined (to be published: %s), it is one of the two",
    async (atOnce) => {
      for (let round = 0; round < ROUNDS; round++) {
        const story = await proposed({ atOnce });
        const acts = [accept, decline];
        if (round % 2) acts.reverse();
        const all = await Promise.all(acts.map((act) => act(story)));
        expect(all.filter((each) => each.ok)).toHaveLength(1);
        const accepted = all[acts.indexOf(accept)]?.ok ?? false;
        expect(all.find((each) => !each.ok)).toMatchObject(
          closed(accepted ? "accepted these words already" : "kept your own words"),
        );
        const after = await rowOf(story);
        expect(after).toMatchObject({
          status: accepted && atOnce ? "PUBLISHED" : "PENDING",
          latestRevision: { text: accepted ? WORDS : OWN },
        });
        expect(after.decisions[0]?.proposal?.answer).toBe(accepted ? "ACCEPTED" : "DECLINED");
      }
    },
  );

  test.each(["accept", "decline"] as const)(
    "to %s and to undo the request: it is one of the two",
    async (what) => {
      const act = { accept, decline }[what];
      for (let round = 0; round < ROUNDS; round++) {
        const story = await proposed({ atOnce: round % 3 === 0 });
        const undo = () => undoDecision(moderator, story.decisionId);
        const [answered, undone] = await (round % 2
          ? Promise.all([act(story), undo()])
          : Promise.all([undo(), act(story)]).then(([one, other]) => [other, one] as const));
        expect([answered.ok, undone.ok].filter(Boolean)).toHaveLength(1);
        if (undone.ok) expect(answered).toMatchObject(noMore);
        else expect(undone).toMatchObject(closed("has happened to this story since"));
        const { decisions, latestRevision } = await rowOf(story);
        expect(decisions[0]?.undoneAt === null).toBe(answered.ok);
        expect(decisions[0]?.proposal?.answer ?? null).toBe(
          answered.ok ? { accept: "ACCEPTED", decline: "DECLINED" }[what] : null,
        );
        expect(latestRevision?.text).toBe(answered.ok && what === "accept" ? WORDS : OWN);
      }
    },
  );

  test.each(["accept", "decline"] as const)(
    "to %s and to withdraw: it is withdrawn, and nothing is left",
    async (what) => {
      const act = { accept, decline }[what];
      for (let round = 0; round < ROUNDS; round++) {
        const story = await proposed({ atOnce: true });
        const withdraw = () => withdrawStory(null, story.token);
        const [answered, withdrawn] = await (round % 2
          ? Promise.all([act(story), withdraw()])
          : Promise.all([withdraw(), act(story)]).then(([one, other]) => [other, one] as const));
        expect(withdrawn).toMatchObject(ok);
        // Before it, or too late.
        if (!answered.ok) expect(answered).toMatchObject(closed("You withdrew this story"));
        const { status, decisions } = await rowOf(story);
        expect(status).toBe("WITHDRAWN");
        expect(decisions[0]?.proposal).toMatchObject({ text: null });
        const texts = await prisma.revision.findMany({ where: { storyId: story.id } });
        expect(new Set(texts.map(({ text }) => text))).toEqual(new Set([""]));
      }
    },
  );

  test("to decline for a published story and to undo the request: it is one of the two", async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const story = await createStory(callSlug, OWN);
      await decideOn(story, "APPROVE");
      await change(story, { text: "The kettle is on." });
      const decisionId = await propose(story);
      const both = await Promise.all([
        decline({ ...story, decisionId }),
        undoDecision(moderator, decisionId),
      ]);
      expect(both.filter((each) => each.ok)).toHaveLength(1);
    }
  });

  test("accepted and changed, both are told what became of theirs", async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const story = await proposed();
      const [accepted, changed] = await Promise.all([
        accept(story),
        change(story, { text: "Someone was kind." }),
      ]);
      expect([accepted.ok, changed.ok].filter(Boolean)).toHaveLength(1);
      if (!accepted.ok) expect(accepted).toMatchObject(closed("sent words of your own"));
      if (!changed.ok) expect(changed).toMatchObject({ code: "out-of-date" });
      const { decisions, latestRevision } = await rowOf(story);
      expect(decisions[0]?.proposal?.answer).toBe(accepted.ok ? "ACCEPTED" : "CHANGED");
      expect(latestRevision).toMatchObject({ number: 2 });
    }
  });
});

test("mail about the request tells of words that are not answered yet, and has none of them", async () => {
  const story = await proposed({ over: { email: "noor@example.org" } });
  const told = await getDecisionToMail(story.decisionId);
  expect(told).toMatchObject({ kind: "ASK_FOR_CHANGES", proposed: true });
  expect(JSON.stringify({ ...told, story: null })).not.toContain(WORDS);
  await accept(story);
  expect(await getDecisionToMail(story.decisionId)).toMatchObject({ proposed: false });
});

test("how long reading takes is not told from words that a moderator wrote", async () => {
  await pool.query(`ALTER TABLE "Decision" DISABLE TRIGGER "Decision_is_append_only"`);
  await pool.query(`DELETE FROM "Decision"`);
  await pool.query(`ALTER TABLE "Decision" ENABLE TRIGGER "Decision_is_append_only"`);
  for (let count = 0; count < 4; count++) await accept(await proposed({ atOnce: true }));
  expect(await prisma.decision.count({ where: { kind: "APPROVE" } })).toBe(4);
  // Four requests, and no approval.
  expect(await getReadingTime()).toBeNull();
  await proposed();
  expect(await getReadingTime()).not.toBeNull();
});
