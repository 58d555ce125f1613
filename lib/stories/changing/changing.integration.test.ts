import { beforeAll, describe, expect, test } from "vitest";
import type { Viewer } from "#lib/accounts/viewer.ts";
import { database } from "#lib/db.ts";
import { decide } from "#lib/moderation/commands.ts";
import { getStoryForModeration } from "#lib/moderation/queries.ts";
import { getQueue } from "#lib/moderation/queue/queries.ts";
import { wholeQueue } from "#lib/moderation/queue/schema.ts";
import type { DecisionInput } from "#lib/moderation/schema.ts";
import { changeStory } from "#lib/stories/changing/commands.ts";
import { becomeAnonymous } from "#lib/stories/own/commands.ts";
import { getStoryForChange } from "#lib/stories/queries.ts";
import { type WordsValues, changeFormSchema, emptyWords } from "#lib/stories/schema.ts";
import { newSubmissionKey } from "#lib/stories/submission-key.ts";
import { createUser } from "#lib/testing/accounts.ts";
import { createCall, createStory } from "#lib/testing/calls.ts";
import { seededDecision } from "#lib/testing/decisions.ts";

let moderator: Viewer;
let callSlug: string;
beforeAll(async () => {
  moderator = await createUser({ name: "Ines", role: "MODERATOR" });
  callSlug = await createCall();
});

type Story = Awaited<ReturnType<typeof createStory>>;

async function decideOn({ id }: Story, kind: DecisionInput["kind"], over: object = {}) {
  const { latestRevisionId } = await rowOf(id);
  const reason = kind === "APPROVE" || kind === "RESTORE" ? "" : "recognisable";
  const done = await decide(
    moderator,
    seededDecision({
      ...{ storyId: id, revisionId: latestRevisionId, kind, reason, message: "", internalNote: "" },
      ...{ warnings: [], intensities: {}, ...over },
    }),
  );
  if (!done.ok) throw new Error(done.message);
}

const rowOf = (id: string) =>
  database().prisma.story.findUniqueOrThrow({
    where: { id },
    include: {
      warnings: { select: { warning: true, intensity: true } },
      latestRevision: true,
      publishedRevision: true,
    },
  });

let addresses = 0;
const visit = ({ token }: Story) => ({ viewer: null, way: token, address: "192.0.2.1" });

async function change(story: Story, values: Partial<WordsValues>, base?: string) {
  const now = await getStoryForChange(visit(story));
  const filled = { ...(now?.values ?? emptyWords), timeZone: "Etc/UTC", ...values };
  return changeStory(null, {
    way: story.token,
    base: base ?? now?.base ?? "",
    input: changeFormSchema.parse(filled),
    key: newSubmissionKey(),
    address: `2001:db8:9:${(++addresses).toString(16)}::1`,
    country: null,
  });
}

describe("changing a story", () => {
  test("that waits: the new version is what is decided on, and its place is kept", async () => {
    const story = await createStory(callSlug);
    const before = await rowOf(story.id);
    expect(await change(story, { text: "The kettle was on before she asked." })).toMatchObject({
      ok: true,
    });
    const after = await rowOf(story.id);
    expect(after).toMatchObject({
      status: "PENDING",
      waitingSince: before.waitingSince,
      latestRevision: { number: 2, text: "The kettle was on before she asked." },
    });
    const old = seededDecision({
      ...{ storyId: story.id, revisionId: story.revisionId, kind: "APPROVE", reason: "" },
      ...{ message: "", internalNote: "", warnings: [], intensities: {} },
    });
    expect(await decide(moderator, old)).toMatchObject({ ok: false, code: "already-decided" });
  });

  test.each(["ASK_FOR_CHANGES", "REJECT"] as const)("after %s: it waits again", async (kind) => {
    const story = await createStory(callSlug);
    await decideOn(story, kind);
    expect((await rowOf(story.id)).waitingSince).toBeNull();
    expect((await getStoryForChange(visit(story)))?.asked).toMatchObject({ kind });
    expect(await change(story, { text: "Nobody asked. The kettle was on." })).toMatchObject({
      ok: true,
    });
    expect(await rowOf(story.id)).toMatchObject({
      status: "PENDING",
      waitingSince: expect.any(Date),
    });
  });

  test("that is published: the old words stand until the new ones are approved", async () => {
    const story = await createStory(callSlug);
    await decideOn(story, "APPROVE");
    await change(story, { text: "The kettle was on before she asked." });
    expect(await rowOf(story.id)).toMatchObject({
      status: "PUBLISHED",
      waitingSince: expect.any(Date),
      publishedRevision: { number: 1 },
      latestRevision: { number: 2 },
    });
    expect((await getQueue(moderator, wholeQueue))?.items.map(({ id }) => id)).toContain(story.id);
    await decideOn(story, "REJECT");
    expect(await rowOf(story.id)).toMatchObject({
      status: "PUBLISHED",
      waitingSince: null,
      publishedRevision: { number: 1 },
    });
    await change(story, { text: "The kettle was on, always." });
    await decideOn(story, "APPROVE");
    expect(await rowOf(story.id)).toMatchObject({
      status: "PUBLISHED",
      waitingSince: null,
      publishedRevision: { number: 3, text: "The kettle was on, always." },
    });
  });

  test("a change that waits when the story is taken down waits again when it is put back", async () => {
    const story = await createStory(callSlug);
    await decideOn(story, "APPROVE");
    await change(story, { text: "The kettle was on before she asked." });
    await decideOn(story, "TAKE_DOWN");
    expect(await rowOf(story.id)).toMatchObject({ status: "TAKEN_DOWN", waitingSince: null });
    const [taken] = await database().prisma.decision.findMany({
      where: { storyId: story.id, kind: "TAKE_DOWN" },
    });
    expect(taken?.revisionId).toBe(story.revisionId);
    // What would be put back is what stands at the desk.
    const words = "The kettle was on before I asked.";
    const shown = { text: words, before: null };
    expect(await getStoryForModeration(moderator, story.id)).toMatchObject(shown);
    await decideOn(story, "RESTORE");
    expect(await rowOf(story.id)).toMatchObject({
      status: "PUBLISHED",
      waitingSince: expect.any(Date),
      publishedRevision: { number: 1 },
    });
  });

  test("a published story gets an added warning at once, and needs no moderator for it", async () => {
    const story = await createStory(callSlug);
    await decideOn(story, "APPROVE", {
      warnings: ["needles"],
      intensities: { needles: "MENTIONED" },
    });
    await change(story, {
      warnings: ["needles", "death"],
      intensities: { needles: "DESCRIBED", death: "MENTIONED" },
    });
    const after = await rowOf(story.id);
    expect(after).toMatchObject({ waitingSince: null, publishedRevision: { number: 2 } });
    expect(after.warnings).toEqual(
      expect.arrayContaining([
        { warning: "needles", intensity: "DESCRIBED" },
        { warning: "death", intensity: "MENTIONED" },
      ]),
    );
  });

  test("taking a warning away waits, and so does making it weaker; added ones count meanwhile", async () => {
    const story = await createStory(callSlug);
    const graphic = { warnings: ["needles"], intensities: { needles: "GRAPHIC" } };
    await decideOn(story, "APPROVE", graphic);
    await change(story, { warnings: ["death"], intensities: { death: "DESCRIBED" } });
    const after = await rowOf(story.id);
    expect(after).toMatchObject({
      waitingSince: expect.any(Date),
      publishedRevision: { number: 1 },
    });
    expect(after.warnings).toHaveLength(2);
    expect(after.warnings).toContainEqual({ warning: "needles", intensity: "GRAPHIC" });
  });

  test("a moderator's warning can be taken away by itself, and leaves when that is approved", async () => {
    const story = await createStory(callSlug);
    await decideOn(story, "APPROVE", {
      warnings: ["death"],
      intensities: { death: "GRAPHIC" },
    });
    expect(await change(story, {})).toMatchObject({ ok: false, code: "invalid" });
    expect(await change(story, { warnings: [], intensities: {} })).toMatchObject({ ok: true });
    expect(await rowOf(story.id)).toMatchObject({
      waitingSince: expect.any(Date),
      warnings: [{ warning: "death", intensity: "GRAPHIC" }],
    });
    // As it was approved, and as it is wished.
    expect(await getStoryForModeration(moderator, story.id)).toMatchObject({
      before: { warnings: [{ warning: "death", intensity: "GRAPHIC" }] },
      storytellerWarnings: [],
    });
    // The wish is what the form begins with from then on.
    expect((await getStoryForChange(visit(story)))?.values.warnings).toEqual([]);
    expect(await change(story, {})).toMatchObject({ ok: false, code: "invalid" });
    await decideOn(story, "APPROVE");
    expect((await rowOf(story.id)).warnings).toEqual([]);
  });

  test("and approving with warnings at once never leaves readers unwarned", async () => {
    for (let round = 0; round < 10; round++) {
      const story = await createStory(callSlug);
      await decideOn(story, "APPROVE");
      await change(story, { text: "The kettle was on before she asked." });
      const { latestRevisionId } = await rowOf(story.id);
      const warned = {
        warnings: ["death" as const],
        intensities: { death: "GRAPHIC" as const },
      };
      const [decided] = await Promise.all([
        decide(
          moderator,
          seededDecision({
            ...{ storyId: story.id, revisionId: latestRevisionId, kind: "APPROVE", reason: "" },
            ...{ message: "", internalNote: "", ...warned },
          }),
        ),
        change(story, { text: "The kettle was on, always." }),
      ]);
      const after = await rowOf(story.id);
      expect(after.latestRevision?.text).toBe("The kettle was on, always.");
      const expected = decided.ok ? [{ warning: "death", intensity: "GRAPHIC" }] : [];
      expect(after.warnings).toEqual(expected);
    }
  });

  test("a form from before it became anonymous does not bring the name back unasked", async () => {
    const story = await createStory(callSlug, undefined, { bylineName: "Noor" });
    const open = await getStoryForChange(visit(story));
    await becomeAnonymous(null, story.token);
    const old = { bylineName: "Noor", text: "The kettle sang." };
    expect(await change(story, old, open?.base)).toMatchObject({ ok: false, code: "out-of-date" });
  });

  test("and becoming anonymous at once never leaves readers a name", async () => {
    for (let round = 0; round < 10; round++) {
      const story = await createStory(callSlug, undefined, { bylineName: "Noor" });
      await decideOn(story, "APPROVE");
      await Promise.all([
        becomeAnonymous(null, story.token),
        change(story, { warnings: ["death"], intensities: { death: "MENTIONED" } }),
      ]);
      expect((await rowOf(story.id)).publishedRevision?.bylineName).toBeNull();
    }
  });

  test("the care mark stays until it was read, and goes with the words", async () => {
    const danger = "I want to die. Nobody asked.";
    const story = await createStory(callSlug, danger);
    await change(story, { text: "Nobody asked." });
    expect((await rowOf(story.id)).careMark).toBe(true);
    await decideOn(story, "ASK_FOR_CHANGES");
    await change(story, { text: "Nobody asked me." });
    expect((await rowOf(story.id)).careMark).toBe(false);
    await change(story, { text: danger });
    expect((await rowOf(story.id)).careMark).toBe(true);
  });

  test("what can't be published stands in no field", async () => {
    const story = await createStory(callSlug);
    expect(await change(story, { bylineName: "noor@example.org" })).toMatchObject({
      ok: false,
      fieldErrors: { bylineName: [expect.any(String)] },
    });
  });

  test("after it was put back nobody is quoted as having asked for anything", async () => {
    const story = await createStory(callSlug);
    for (const kind of ["APPROVE", "TAKE_DOWN", "RESTORE"] as const) await decideOn(story, kind);
    expect((await getStoryForChange(visit(story)))?.asked).toBeNull();
  });

  test("nothing changed is said; the same form sent twice is one change", async () => {
    const story = await createStory(callSlug);
    expect(await change(story, {})).toMatchObject({ ok: false, code: "invalid" });
    const { base } = (await getStoryForChange(visit(story))) ?? {};
    const words = { text: "The kettle sang." };
    const [one, two] = await Promise.all([change(story, words, base), change(story, words, base)]);
    expect([one, two]).toMatchObject([{ ok: true }, { ok: true }]);
    expect((await rowOf(story.id)).latestRevision?.number).toBe(2);
    expect(await change(story, { text: "Other words." }, base)).toMatchObject({
      ok: false,
      code: "out-of-date",
    });
  });

  test("the words are looked at as when they were new", async () => {
    const story = await createStory(callSlug);
    const refused = await change(story, { text: "Mail me at noor@example.org." });
    expect(refused).toMatchObject({ ok: false, fieldErrors: { text: [expect.any(String)] } });
    expect(await change(story, { text: "It was 4 May 2018." })).toMatchObject({
      ok: false,
      code: "look-again",
    });
  });

  test("of another's story, or one that was withdrawn or taken down, there is nothing to change", async () => {
    const story = await createStory(callSlug);
    const unknown = { ok: false, code: "not-found" };
    expect(await change({ ...story, token: "a".repeat(32) }, { text: "Mine now." })).toMatchObject(
      unknown,
    );
    expect(await change({ ...story, token: story.id }, { text: "Mine now." })).toMatchObject(
      unknown,
    );
    await decideOn(story, "APPROVE");
    await decideOn(story, "TAKE_DOWN");
    expect(await change(story, { text: "Again." }, story.revisionId)).toMatchObject({
      ok: false,
      code: "closed",
    });
    expect(await getStoryForChange(visit(story))).toMatchObject({ open: false });
  });
});
