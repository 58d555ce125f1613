/** What approving asks for, and the decisions that answer readers' reports. */
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Viewer } from "#lib/accounts/viewer.ts";
import { database } from "#lib/db.ts";
import { decide } from "#lib/moderation/commands.ts";
import { getStoryForModeration } from "#lib/moderation/queries.ts";
import type { DecisionInput } from "#lib/moderation/schema.ts";
import { undoDecision } from "#lib/moderation/undo/commands.ts";
import { openNext } from "#lib/moderation/queue/commands.ts";
import { queueFilterSchema } from "#lib/moderation/queue/schema.ts";
import { reportStory } from "#lib/reports/commands.ts";
import { listReportedStories } from "#lib/reports/queries.ts";
import { appealStory } from "#lib/stories/own/commands.ts";
import { changeStory } from "#lib/stories/changing/commands.ts";
import { getStoryForChange } from "#lib/stories/queries.ts";
import { changeFormSchema } from "#lib/stories/schema.ts";
import { newSubmissionKey } from "#lib/stories/submission-key.ts";
import { getOwnStory } from "#lib/stories/own/queries.ts";
import { createUser } from "#lib/testing/accounts.ts";
import { createCall, createStory } from "#lib/testing/calls.ts";
import { seededDecision } from "#lib/testing/decisions.ts";

const { prisma } = database();
let callSlug: string;
let ines: Viewer;
let tomas: Viewer;
beforeAll(async () => {
  callSlug = await createCall();
});
beforeEach(async () => {
  await prisma.user.updateMany({ data: { role: "STORYTELLER" } });
  ines = await createUser({ name: "Ines", role: "MODERATOR" });
  tomas = await createUser({ name: "Tomas", role: "MODERATOR" });
});

type Story = Awaited<ReturnType<typeof createStory>>;
type Over = Partial<Parameters<typeof seededDecision>[0]>;

const decideOn = (
  { id, revisionId }: Story,
  kind: DecisionInput["kind"],
  over: Over = {},
  by = ines,
) => decide(by, seededDecision({ storyId: id, revisionId, kind, ...over }));

/** All that a decision could have changed. */
const standing = ({ id }: Story) =>
  prisma.story.findUniqueOrThrow({
    where: { id },
    include: { warnings: true, reports: { orderBy: { id: "asc" } } },
  });

const see = ({ token }: Story) =>
  getOwnStory({ viewer: null, way: token, address: "2001:db8:7::1" });

/** As its storyteller changes it; answers it as it is then. */
async function change(story: Story, over: object): Promise<Story> {
  const visit = { way: story.token, viewer: null, address: "2001:db8:7::2" };
  const form = await getStoryForChange(visit);
  const changed = await changeStory(null, {
    ...{ way: story.token, base: form?.base ?? "", key: newSubmissionKey() },
    ...{ address: visit.address, country: null },
    input: changeFormSchema.parse({ ...form?.values, ...over, timeZone: "Etc/UTC" }),
  });
  expect(changed).toMatchObject({ ok: true });
  return { ...story, revisionId: (await standing(story)).latestRevisionId ?? "" };
}

const someoneElse = { subject: "SOMEONE_ELSE", subjectConsent: "DETAILS_CHANGED" } as const;

describe("whether someone could be recognised", () => {
  test("is asked before a story about someone else is approved, and the answer is kept", async () => {
    const story = await createStory(callSlug, undefined, someoneElse);
    expect(await decideOn(story, "APPROVE")).toMatchObject({
      ok: false,
      code: "invalid",
      fieldErrors: { recognisable: [expect.stringContaining("please answer this")] },
    });
    const done = await decideOn(story, "APPROVE", { recognisable: "NOT_WITH_CHANGES" });
    expect(done).toMatchObject({ ok: true });
    const seen = await getStoryForModeration(ines, story.id);
    expect(seen?.decisions.at(-1)?.recognisable).toBe("NOT_WITH_CHANGES");
  });

  test.each([someoneElse, {}])("a yes is not published, whoever it is about", async (about) => {
    const story = await createStory(callSlug, undefined, about);
    const before = await standing(story);
    expect(await decideOn(story, "APPROVE", { recognisable: "YES" })).toMatchObject({
      ok: false,
      fieldErrors: { recognisable: [expect.stringContaining("propose other words")] },
    });
    expect(await standing(story)).toEqual(before);
    const asked = { recognisable: "YES", reason: "recognisable" } as const;
    expect(await decideOn(story, "ASK_FOR_CHANGES", asked)).toMatchObject({ ok: true });
  });

  const asking = {
    reason: "recognisable",
    proposal: "Someone had the kettle on.",
    publishAtOnce: true,
  };

  test("is asked of words that are published as soon as they are accepted", async () => {
    const story = await createStory(callSlug, undefined, someoneElse);
    const before = await standing(story);
    const ask = (over: Over) => decideOn(story, "ASK_FOR_CHANGES", { ...asking, ...over });
    const refused = (sentence: string) => ({
      ok: false,
      fieldErrors: { recognisable: [expect.stringContaining(sentence)] },
    });
    expect(await ask({})).toMatchObject(refused("answer this of the words that you propose"));
    expect(await ask({ recognisable: "YES" })).toMatchObject(
      refused("Then it can’t be published as soon as they accept."),
    );
    expect(await standing(story)).toEqual(before);
    expect(await ask({ recognisable: "NO" })).toMatchObject({ ok: true });
  });

  test.each<[string, Over]>([
    ["without publishing them at once", { publishAtOnce: false }],
    ["where nothing is proposed", { proposal: "" }],
    ["where the words are the story’s own", { proposal: "The kettle was on before I asked." }],
  ])("is not asked %s", async (_what, over) => {
    const story = await createStory(callSlug, undefined, someoneElse);
    expect(await decideOn(story, "ASK_FOR_CHANGES", { ...asking, ...over })).toMatchObject({
      ok: true,
    });
  });

  test("nobody is asked of a story about its storyteller", async () => {
    expect(await decideOn(await createStory(callSlug), "APPROVE")).toMatchObject({ ok: true });
  });

  test("the database publishes nobody who could be recognised", async () => {
    const story = await createStory(callSlug);
    const { id: storyId, revisionId } = story;
    const data = {
      storyId,
      revisionId,
      moderatorId: ines.id,
      kind: "APPROVE",
      warnings: [],
    } as const;
    await expect(
      prisma.decision.create({ data: { ...data, recognisable: "YES" } }),
    ).rejects.toThrow(/publishes_nobody_recognisable/);
  });
});

describe("a story that a screening rule wants two moderators for", () => {
  const needingTwo = async (over: { viewer?: Viewer } = {}) => {
    const story = await createStory(callSlug, undefined, { email: "noor@example.org", ...over });
    await prisma.story.update({ where: { id: story.id }, data: { needsTwo: true } });
    return story;
  };
  const warnings = { warnings: ["death" as const], intensities: { death: "GRAPHIC" as const } };

  test("is published by the second; of the first its storyteller sees and hears nothing", async () => {
    const story = await needingTwo();
    const first = await decideOn(story, "APPROVE", warnings);
    expect(first).toMatchObject({ ok: true });
    expect(await see(story)).toMatchObject({ status: "PENDING", lastDecision: null });
    const { pool } = database();
    const { rowCount } = await pool.query(
      "SELECT FROM graphile_worker.jobs WHERE key LIKE 'decided %' AND key LIKE $1",
      [`%${first.ok ? first.value.decisionId : ""}`],
    );
    expect(rowCount).toBe(0);
    expect(await decideOn(story, "APPROVE", {}, ines)).toMatchObject({
      ok: false,
      code: "not-yours",
      message: expect.stringContaining("You have approved this story already"),
    });
    // What the first one chose is where the second begins.
    expect((await getStoryForModeration(tomas, story.id))?.endorsed).toEqual({
      by: "Ines",
      byViewer: false,
      warnings: [{ warning: "death", intensity: "GRAPHIC" }],
    });
    expect(await decideOn(story, "APPROVE", warnings, tomas)).toMatchObject({ ok: true });
    expect(await see(story)).toMatchObject({ status: "PUBLISHED" });
  });

  test("of two at the same moment, one is the first and the other the second", async () => {
    for (let round = 0; round < 10; round++) {
      const story = await needingTwo();
      await Promise.all([
        decideOn(story, "APPROVE", warnings, ines),
        decideOn(story, "APPROVE", warnings, tomas),
      ]);
      const kinds = (await prisma.decision.findMany({ where: { storyId: story.id } })).map(
        ({ kind }) => kind,
      );
      expect(kinds.toSorted()).toEqual(["APPROVE", "ENDORSE"]);
      expect(await standing(story)).toMatchObject({ status: "PUBLISHED" });
    }
  });

  test("the first yes can be undone, and a no needs no second", async () => {
    const story = await needingTwo();
    const before = await standing(story);
    const first = await decideOn(story, "APPROVE", warnings);
    expect(await undoDecision(ines, first.ok ? first.value.decisionId : "")).toMatchObject({
      ok: true,
    });
    expect(await standing(story)).toEqual(before);
    expect((await getStoryForModeration(ines, story.id))?.endorsed).toBeNull();
    expect(await decideOn(story, "REJECT", { reason: "promotion" })).toMatchObject({ ok: true });
    expect(await standing(story)).toMatchObject({ status: "REJECTED" });
  });

  test("where the only other moderator told it, one is enough", async () => {
    const story = await needingTwo({ viewer: tomas });
    expect(await decideOn(story, "APPROVE")).toMatchObject({ ok: true });
    expect(await standing(story)).toMatchObject({ status: "PUBLISHED" });
  });

  test("a first yes counts no more once something else was decided: of an appeal there are two again", async () => {
    const story = await needingTwo();
    await decideOn(story, "APPROVE", warnings, ines);
    await decideOn(story, "REJECT", { reason: "promotion" }, tomas);
    expect(await appealStory(null, story.token, "Please look again.")).toMatchObject({ ok: true });
    const { slug: call } = await prisma.call.create({
      data: {
        slug: `call-${story.id.toLowerCase()}`,
        title: "T",
        prompt: "P",
        opensAt: new Date(),
      },
    });
    await prisma.story.update({
      where: { id: story.id },
      data: { call: { connect: { slug: call } } },
    });
    const part = queueFilterSchema.parse({ call });
    expect((await getStoryForModeration(ines, story.id))?.endorsed).toBeNull();
    expect(await openNext(ines, part)).toBe(story.id);
    expect(await decideOn(story, "APPROVE", {}, ines)).toMatchObject({ ok: true });
    expect(await standing(story)).toMatchObject({
      status: "REJECTED",
      waitingSince: expect.any(Date),
    });
    // The appeal is not answered before the second.
    expect(await getStoryForModeration(tomas, story.id)).toMatchObject({
      ...{ waitsFor: "an appeal", endorsed: { by: "Ines" } },
      // It is against their own decision, and nobody else is left to say yes as well.
      appeal: { againstOwn: true, mayAnswer: true },
    });
    expect(await decideOn(story, "APPROVE", {}, ines)).toMatchObject({ code: "not-yours" });
    expect(await openNext(ines, part)).toBeNull();
    expect(await openNext(tomas, part)).toBe(story.id);
    expect(await decideOn(story, "APPROVE", {}, tomas)).toMatchObject({ ok: true });
    expect(await standing(story)).toMatchObject({ status: "PUBLISHED" });
    expect(await prisma.appeal.findFirst({ where: { storyId: story.id } })).toMatchObject({
      outcomeId: expect.any(String),
    });
  });

  test("where there is only one moderator, one is enough", async () => {
    const story = await needingTwo();
    await prisma.user.update({ where: { id: tomas.id }, data: { role: "STORYTELLER" } });
    expect(await decideOn(story, "APPROVE")).toMatchObject({ ok: true });
    expect(await standing(story)).toMatchObject({ status: "PUBLISHED" });
  });
});

describe("readers' reports", () => {
  let addresses = 0;
  const report = ({ id }: Story) =>
    reportStory({
      ...{ storyId: id, reason: "MISSING_WARNING", note: "My aunt." },
      address: `192.0.2.${++addresses}`,
    });

  async function reported(times = 3) {
    const story = await createStory(callSlug);
    expect(await decideOn(story, "APPROVE")).toMatchObject({ ok: true });
    for (let at = 0; at < times; at++) expect(await report(story)).toMatchObject({ ok: true });
    return story;
  }

  const death = { warnings: ["death" as const], intensities: { death: "DESCRIBED" as const } };

  test.each([
    ["DISMISS_REPORTS", {}, "DISMISSED", "PUBLISHED", "opens"],
    ["SET_WARNINGS", death, "UPHELD", "PUBLISHED", "opens"],
    ["ASK_FOR_CHANGES", { reason: "recognisable" }, "UPHELD", "PUBLISHED", "stays"],
    ["TAKE_DOWN", { reason: "harmful" }, "UPHELD", "TAKEN_DOWN", "opens"],
  ] as const)("%s answers all of them, and is undone whole", async (...row) => {
    const [kind, over, outcome, status, gate] = row;
    const story = await reported();
    const before = await standing(story);
    expect(before).toMatchObject({ gatedAt: expect.any(Date), reportedSince: expect.any(Date) });
    const done = await decideOn(story, kind, { ...over });
    if (!done.ok) throw new Error(done.message);
    const after = await standing(story);
    const gatedAt = gate === "opens" ? null : before.gatedAt;
    expect(after).toMatchObject({ status, gatedAt, reportedSince: null });
    expect(after.reports.map((each) => each.outcome)).toEqual([outcome, outcome, outcome]);
    expect(await undoDecision(ines, done.value.decisionId)).toMatchObject({ ok: true });
    // Who reported stays forgotten.
    const forgetting = ({ reports, ...story }: typeof before) => ({
      ...story,
      reports: reports.map((each) => ({ ...each, reporterHash: null })),
    });
    expect(await standing(story)).toEqual(forgetting(before));
  });

  test("warnings are set for readers, and the storyteller is told; dismissing tells nobody", async () => {
    const story = await reported(1);
    expect(await decideOn(story, "SET_WARNINGS", death)).toMatchObject({ ok: true });
    expect(await see(story)).toMatchObject({
      warnings: [{ warning: "death", intensity: "DESCRIBED" }],
      history: expect.arrayContaining([expect.objectContaining({ decision: "SET_WARNINGS" })]),
    });
    await report(story);
    expect(await decideOn(story, "DISMISS_REPORTS")).toMatchObject({ ok: true });
    expect((await see(story))?.history.map((step) => "decision" in step && step.decision)).toEqual([
      false,
      "APPROVE",
      "SET_WARNINGS",
    ]);
  });

  test("without any there is nothing to dismiss, and no change to ask for", async () => {
    const story = await reported(0);
    expect(await decideOn(story, "DISMISS_REPORTS")).toMatchObject({ code: "already-decided" });
    expect(await decideOn(story, "ASK_FOR_CHANGES", { reason: "recognisable" })).toMatchObject({
      code: "already-decided",
    });
  });

  test("the gate opens once the changes that were asked for are approved", async () => {
    const story = await reported();
    expect(await decideOn(story, "ASK_FOR_CHANGES", { reason: "recognisable" })).toMatchObject({
      ok: true,
    });
    expect((await standing(story)).gatedAt).not.toBeNull();
    const changed = await change(story, { text: "Someone sang." });
    expect((await standing(changed)).gatedAt).not.toBeNull();
    // One more report, and it is no longer only the change that is to be seen to.
    await report(changed);
    expect(await decideOn(changed, "APPROVE")).toMatchObject({ ok: true });
    expect((await standing(changed)).gatedAt).not.toBeNull();
    expect(await decideOn(changed, "DISMISS_REPORTS")).toMatchObject({ ok: true });
    expect((await standing(changed)).gatedAt).toBeNull();

    const other = await reported();
    await decideOn(other, "ASK_FOR_CHANGES", { reason: "recognisable" });
    // A later report that comes to nothing leaves the gate that the others brought.
    await report(other);
    expect(await decideOn(other, "DISMISS_REPORTS")).toMatchObject({ ok: true });
    expect((await standing(other)).gatedAt).not.toBeNull();
    const better = await change(other, { text: "Someone sang." });
    expect(await decideOn(better, "APPROVE")).toMatchObject({ ok: true });
    expect((await standing(better)).gatedAt).toBeNull();
  });

  test("the change that is only a content warning is looked at too", async () => {
    const story = await reported();
    await decideOn(story, "ASK_FOR_CHANGES", { reason: "warnings" });
    const warned = await change(story, death);
    expect(await standing(warned)).toMatchObject({
      ...{ waitingSince: expect.any(Date), gatedAt: expect.any(Date) },
      warnings: [expect.objectContaining({ warning: "death" })],
    });
    expect(await decideOn(warned, "APPROVE", death)).toMatchObject({ ok: true });
    expect((await standing(warned)).gatedAt).toBeNull();
  });

  test("a gate that has outlived its reports is listed, and opened by hand", async () => {
    const story = await reported();
    await decideOn(story, "ASK_FOR_CHANGES", { reason: "recognisable" });
    const listed = async () =>
      (await listReportedStories(ines))?.gated.some(({ id }) => id === story.id);
    expect(await listed()).toBe(true);
    const changed = await change(story, { text: "Someone sang." });
    // With the change, and not before it.
    expect(await decideOn(changed, "DISMISS_REPORTS")).toMatchObject({ ok: false });
    await decideOn(changed, "REJECT", { reason: "recognisable" });
    const gated = await standing(changed);
    const opened = await decideOn(changed, "DISMISS_REPORTS");
    expect((await standing(changed)).gatedAt).toBeNull();
    expect(await listed()).toBe(false);
    await undoDecision(ines, opened.ok ? opened.value.decisionId : "");
    expect(await standing(changed)).toEqual(gated);
  });

  test("warnings of what readers see are not set while a change waits, and that is said", async () => {
    const story = await reported(0);
    const changed = await change(story, { text: "Someone sang." });
    expect(await decideOn(changed, "SET_WARNINGS", death)).toMatchObject({
      message: expect.stringContaining("its warnings are set with that"),
    });
  });

  test("an approval can be undone of a story that readers have gated since", async () => {
    const story = await createStory(callSlug);
    const done = await decideOn(story, "APPROVE");
    for (let at = 0; at < 3; at++) await report(story);
    expect(await undoDecision(ines, done.ok ? done.value.decisionId : "")).toMatchObject({
      ok: true,
    });
    expect(await standing(story)).toMatchObject({ status: "PENDING", gatedAt: null });
    // Approved after all, it is behind its gate; refused, nothing is left to answer.
    expect(await decideOn(story, "APPROVE")).toMatchObject({ ok: true });
    expect(await standing(story)).toMatchObject({ gatedAt: expect.any(Date) });
  });

  test("reports on a story whose approval was undone are answered by its rejection", async () => {
    const story = await createStory(callSlug);
    const done = await decideOn(story, "APPROVE");
    await report(story);
    await undoDecision(ines, done.ok ? done.value.decisionId : "");
    expect(await decideOn(story, "REJECT", { reason: "promotion" })).toMatchObject({ ok: true });
    expect(await standing(story)).toMatchObject({
      reportedSince: null,
      reports: [expect.objectContaining({ outcome: "UPHELD" })],
    });
  });

  test("answering them takes no appeal from the storyteller", async () => {
    const story = await createStory(callSlug);
    await decideOn(story, "APPROVE");
    const changedStory = await change(story, { text: "The kettle sang." });
    await decideOn(changedStory, "REJECT", { reason: "recognisable" });
    await report(story);
    expect(await decideOn(changedStory, "DISMISS_REPORTS")).toMatchObject({ ok: true });
    expect((await see(story))?.can.appeal).toBe(true);
    expect(await appealStory(null, story.token, "Please look again.")).toMatchObject({ ok: true });
  });

  test("a gate that new reports brought stays when an older decision is undone", async () => {
    const story = await reported(1);
    const done = await decideOn(story, "DISMISS_REPORTS");
    for (let at = 0; at < 3; at++) await report(story);
    const gated = await standing(story);
    expect(gated.gatedAt).not.toBeNull();
    await undoDecision(ines, done.ok ? done.value.decisionId : "");
    expect(await standing(story)).toMatchObject({ gatedAt: gated.gatedAt });
  });
});
