import { beforeAll, describe, expect, test } from "vitest";
import type { Viewer } from "#lib/accounts/viewer.ts";
import { database } from "#lib/db.ts";
import { decide } from "#lib/moderation/commands.ts";
import { changeStory } from "#lib/stories/changing/commands.ts";
import { noConsents } from "#lib/stories/consents.ts";
import {
  appealStory,
  becomeAnonymous,
  setConsents,
  setContact,
  withdrawStory,
} from "#lib/stories/own/commands.ts";
import { getOwnStory } from "#lib/stories/own/queries.ts";
import { baseOf } from "#lib/stories/revision.ts";
import { changeFormSchema, emptyWords } from "#lib/stories/schema.ts";
import { newSubmissionKey } from "#lib/stories/submission-key.ts";
import { createUser } from "#lib/testing/accounts.ts";
import { createCall, createStory } from "#lib/testing/calls.ts";
import { seededDecision } from "#lib/testing/decisions.ts";

let moderator: Viewer;
let second: Viewer;
let storyteller: Viewer;
let callSlug: string;
beforeAll(async () => {
  moderator = await createUser({ name: "Ines", role: "MODERATOR" });
  second = await createUser({ name: "Ravi", role: "MODERATOR" });
  storyteller = await createUser({ name: "Noor", role: "STORYTELLER" });
  callSlug = await createCall();
});

type Story = Awaited<ReturnType<typeof createStory>>;
type Kind = "APPROVE" | "ASK_FOR_CHANGES" | "REJECT" | "TAKE_DOWN" | "RESTORE";

const decideOn = async (
  { id }: Story,
  kind: Kind,
  { by = moderator, reason = "recognisable" } = {},
) => {
  const { latestRevisionId } = await database().prisma.story.findUniqueOrThrow({ where: { id } });
  const input = seededDecision({
    ...{ storyId: id, revisionId: latestRevisionId, kind, reason, message: "He would know." },
    ...{ internalNote: "", warnings: [], intensities: {} },
  });
  expect(await decide(by, input)).toMatchObject({ ok: true });
};

const changeTo = async ({ token }: Story, text: string) => {
  const own = await see(token);
  return changeStory(null, {
    way: token,
    base: own ? baseOf(own.latest) : "",
    input: changeFormSchema.parse({ ...emptyWords, text, timeZone: "Etc/UTC" }),
    key: newSubmissionKey(),
    address: "192.0.2.1",
    country: null,
  });
};

let visits = 0;
const see = (way: string, viewer: Viewer | null = null) =>
  getOwnStory({ viewer, way, address: `2001:db8:1:${(++visits).toString(16)}::1` });

const named = { bylineName: "Noor", bylineRole: "night nurse" };
const created = (over = {}) => createStory(callSlug, undefined, over);

const acts: [string, (viewer: Viewer | null, way: string) => Promise<unknown>][] = [
  ["withdraw", withdrawStory],
  ["become anonymous", becomeAnonymous],
  ["consent", (viewer, way) => setConsents(viewer, way, { ...noConsents, consentPrint: "BYLINE" })],
  [
    "set a contact",
    (viewer, way) =>
      setContact(viewer, way, {
        contact: { email: "noor@example.org", editorsMayWrite: false },
        address: "192.0.2.1",
      }),
  ],
  ["appeal", (viewer, way) => appealStory(viewer, way, "It is about me.")],
];

describe.each(acts)("to %s", (_what, act) => {
  test("one needs the private link, or to be its signed-in storyteller", async () => {
    const story = await created({ viewer: storyteller });
    const unknown = await act(null, "a".repeat(32));
    expect(unknown).toMatchObject({ ok: false, code: "not-found" });
    const other = await createUser({ name: "Other", role: "STORYTELLER" });
    expect(await act(null, story.id)).toEqual(unknown);
    expect(await act(other, story.id)).toEqual(unknown);
    expect(await act(moderator, story.id)).toEqual(unknown);
    expect(await act(storyteller, "nonsense")).toEqual(unknown);
    expect(await act(storyteller, story.id)).not.toEqual(unknown);
    expect(await act(null, story.token)).not.toEqual(unknown);
  });

  test("an old link does nothing", async () => {
    const story = await created({ viewer: storyteller });
    await database().prisma.story.update({
      where: { id: story.id },
      data: { privateLinkHash: null, privateLinkNumber: 1 },
    });
    expect(await act(null, story.token)).toMatchObject({ ok: false, code: "not-found" });
    expect(await act(storyteller, story.id)).not.toMatchObject({ code: "not-found" });
  });
});

describe("withdrawing", () => {
  test("twice is once, also at once", async () => {
    const story = await created(named);
    const all = await Promise.all([1, 2, 3].map(() => withdrawStory(null, story.token)));
    expect(all).toEqual(Array(3).fill({ ok: true, value: { id: story.id } }));
    expect(await see(story.token)).toMatchObject({
      status: "WITHDRAWN",
      latest: { text: "", bylineName: null },
      contact: null,
      can: { change: false, appeal: false, withdraw: false, becomeAnonymous: false },
    });
  });

  test("and whatever else at once leave it withdrawn and empty", async () => {
    for (const [, act] of acts) {
      const story = await created(named);
      await decideOn(story, "REJECT");
      await Promise.all([act(null, story.token), withdrawStory(null, story.token)]);
      const own = await see(story.token);
      expect(own).toMatchObject({ status: "WITHDRAWN", contact: null, consents: noConsents });
      expect(own?.history.filter((step) => "text" in step && step.text !== null)).toEqual([]);
    }
  });

  test("leaves nothing to choose", async () => {
    const story = await created();
    await withdrawStory(null, story.token);
    for (const [what, act] of acts.slice(2)) {
      expect(await act(null, story.token), what).toMatchObject({ ok: false, code: "closed" });
    }
  });
});

describe("becoming anonymous", () => {
  test("takes the name and the role from every version, and from every use", async () => {
    const story = await created({ ...named, consentSocial: "BYLINE", consentPrint: "ANONYMOUS" });
    await decideOn(story, "APPROVE");
    expect(await changeTo(story, "The kettle is on.")).toMatchObject({ ok: true });
    expect(await becomeAnonymous(null, story.token)).toMatchObject({ ok: true });
    const revisions = await database().prisma.revision.findMany({ where: { storyId: story.id } });
    expect(revisions.map(({ bylineName, bylineRole }) => [bylineName, bylineRole])).toEqual([
      [null, null],
      [null, null],
    ]);
    expect(await see(story.token)).toMatchObject({
      hasByline: false,
      can: { becomeAnonymous: false },
      published: { text: "The kettle was on before I asked." },
      consents: { consentRoundUp: "", consentSocial: "ANONYMOUS", consentPrint: "ANONYMOUS" },
    });
  });

  test("tells the other processes, so that readers see it", async () => {
    const story = await created(named);
    await decideOn(story, "APPROVE");
    const listener = await database().pool.connect();
    try {
      const heard: (string | undefined)[] = [];
      listener.on("notification", ({ payload }) => heard.push(payload));
      await listener.query("LISTEN stories");
      await becomeAnonymous(null, story.token);
      await listener.query("SELECT 1");
      expect(heard).toContain(story.id);
    } finally {
      listener.release(true);
    }
  });

  test("again changes nothing", async () => {
    const story = await created();
    expect((await see(story.token))?.can.becomeAnonymous).toBe(false);
    expect(await becomeAnonymous(null, story.token)).toMatchObject({ ok: true });
  });
});

describe("consents", () => {
  const rows = async ({ id }: Story) =>
    database().prisma.consent.findMany({
      where: { storyId: id, use: { not: "SITE" } },
      orderBy: { use: "asc" },
      select: { use: true, anonymous: true, grantedAt: true, revokedAt: true },
    });

  test("are each granted, changed and revoked by themselves", async () => {
    const story = await created({ ...named, consentRoundUp: "BYLINE", consentSocial: "BYLINE" });
    const before = await rows(story);
    await setConsents(null, story.token, {
      consentRoundUp: "BYLINE",
      consentSocial: "",
      consentPrint: "ANONYMOUS",
    });
    const after = await rows(story);
    expect(after).toMatchObject([
      { use: "ROUND_UP", anonymous: false, revokedAt: null },
      { use: "SOCIAL", anonymous: false, revokedAt: expect.any(Date) },
      { use: "PRINT", anonymous: true, revokedAt: null },
    ]);
    // What stays as it was keeps its date.
    expect(after[0]).toEqual(before[0]);
    await setConsents(null, story.token, { ...noConsents, consentSocial: "ANONYMOUS" });
    expect(await rows(story)).toMatchObject([
      { use: "ROUND_UP", revokedAt: expect.any(Date) },
      { use: "SOCIAL", anonymous: true, revokedAt: null },
      { use: "PRINT", revokedAt: expect.any(Date) },
    ]);
  });

  test("without a byline are anonymous", async () => {
    const story = await created();
    await setConsents(null, story.token, { ...noConsents, consentPrint: "BYLINE" });
    expect(await rows(story)).toMatchObject([{ use: "PRINT", anonymous: true }]);
  });

  test("mean the name that readers see, while a change of it waits", async () => {
    const story = await created(named);
    await decideOn(story, "APPROVE");
    expect(await changeTo(story, "The kettle is on.")).toMatchObject({ ok: true });
    expect(await see(story.token)).toMatchObject({ hasByline: true, latest: { bylineName: null } });
    await setConsents(null, story.token, { ...noConsents, consentPrint: "BYLINE" });
    expect(await rows(story)).toMatchObject([{ use: "PRINT", anonymous: false }]);
  });

  test("leave the one for this site alone", async () => {
    const story = await created();
    await setConsents(null, story.token, noConsents);
    const site = { storyId_use: { storyId: story.id, use: "SITE" } } as const;
    expect(await database().prisma.consent.findUnique({ where: site })).toMatchObject({
      revokedAt: null,
    });
  });
});

describe("the contact", () => {
  const set = ({ token }: Story, email: string, editorsMayWrite = false, address = "192.0.2.7") =>
    setContact(null, token, { contact: { email, editorsMayWrite }, address });

  const receipts = async ({ id }: Story) => {
    const { rowCount } = await database().pool.query(
      `SELECT FROM graphile_worker._private_jobs WHERE key = $1`,
      [`received ${id}`],
    );
    return rowCount;
  };

  test("is added, changed and erased", async () => {
    const story = await created();
    expect(await receipts(story)).toBe(0);
    await set(story, "noor@example.org", true);
    expect(await see(story.token)).toMatchObject({
      contact: { email: "noor@example.org", editorsMayWrite: true },
    });
    expect(await receipts(story)).toBe(1);
    await set(story, "noor@example.com");
    expect((await see(story.token))?.contact).toEqual({
      email: "noor@example.com",
      editorsMayWrite: false,
    });
    await set(story, "", true);
    expect((await see(story.token))?.contact).toBeNull();
  });

  test("a receipt goes to a new address only", async () => {
    const story = await created();
    await set(story, "other@example.org");
    await database().pool.query("DELETE FROM graphile_worker._private_jobs");
    await set(story, "other@example.org", true);
    expect(await receipts(story)).toBe(0);
  });

  test("nobody's mail is flooded from one story after the other", async () => {
    const answers = [];
    for (let count = 0; count < 8; count++) {
      const from = `192.0.2.${100 + count}`;
      answers.push(await set(await created(), "victim@example.org", false, from));
    }
    expect(answers.slice(0, 6).every(({ ok }) => ok)).toBe(true);
    expect(answers.at(-1)).toMatchObject({ ok: false, code: "rate-limited" });
  });
});

describe("an appeal", () => {
  const rejected = async () => {
    const story = await created();
    await decideOn(story, "REJECT");
    return story;
  };

  test("waits for a moderator, once", async () => {
    const story = await rejected();
    expect((await see(story.token))?.can.appeal).toBe(true);
    expect(await appealStory(null, story.token, "It is about me.")).toMatchObject({ ok: true });
    expect(await see(story.token)).toMatchObject({
      status: "REJECTED",
      waitingFor: "appeal",
      can: { appeal: false },
    });
    // The same one sent twice is one; another one is refused.
    expect(await appealStory(null, story.token, "It is about me.")).toMatchObject({ ok: true });
    expect(await appealStory(null, story.token, "And it is true.")).toMatchObject({
      ok: false,
      code: "closed",
      message: expect.stringContaining("already appealed"),
    });
  });

  test("of several at once is one", async () => {
    const story = await rejected();
    const texts = ["One.", "Two.", "Three."];
    const answers = await Promise.all(texts.map((text) => appealStory(null, story.token, text)));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await database().prisma.appeal.count({ where: { storyId: story.id } })).toBe(1);
  });

  test("can't be made against what it led to, but against the next rejection", async () => {
    const story = await rejected();
    await appealStory(null, story.token, "It is about me.");
    await decideOn(story, "REJECT", { by: second });
    expect(await see(story.token)).toMatchObject({ can: { appeal: false, change: true } });
    expect(await appealStory(null, story.token, "Once more.")).toMatchObject({
      ok: false,
      message: expect.stringContaining("on your appeal"),
    });
    expect(await changeTo(story, "Other words about me.")).toMatchObject({ ok: true });
    expect((await see(story.token))?.waitingFor).toBe("story");
    await decideOn(story, "REJECT");
    expect(await appealStory(null, story.token, "Another one.")).toMatchObject({ ok: true });
  });

  test("whose words are changed meanwhile is answered with them, and those can be appealed for", async () => {
    const story = await rejected();
    await appealStory(null, story.token, "It is about me.");
    await changeTo(story, "Other words about me.");
    await decideOn(story, "REJECT", { by: second });
    expect(await see(story.token)).toMatchObject({ can: { appeal: true } });
    expect(await appealStory(null, story.token, "These are mine too.")).toMatchObject({ ok: true });
  });

  test("can be made for the change of a published story; taking it down does not answer that", async () => {
    const story = await created();
    await decideOn(story, "APPROVE");
    await changeTo(story, "Other words about me.");
    await decideOn(story, "REJECT");
    expect(await appealStory(null, story.token, "It is about me.")).toMatchObject({ ok: true });
    const waits = { status: "PUBLISHED", waitingFor: "appeal" };
    expect(await see(story.token)).toMatchObject(waits);
    // By the very moderator whom the appeal is against.
    await decideOn(story, "TAKE_DOWN");
    expect(await see(story.token)).toMatchObject({ status: "TAKEN_DOWN", can: { appeal: true } });
    await decideOn(story, "RESTORE");
    expect(await see(story.token)).toMatchObject(waits);
    await decideOn(story, "APPROVE", { by: second });
    expect(await see(story.token)).toMatchObject({
      waitingFor: null,
      published: { text: "Other words about me." },
    });
  });

  test("can be made against a taking down", async () => {
    const story = await created();
    await decideOn(story, "APPROVE");
    expect((await see(story.token))?.can.appeal).toBe(false);
    await decideOn(story, "TAKE_DOWN");
    expect(await appealStory(null, story.token, "It is about me.")).toMatchObject({ ok: true });
    await decideOn(story, "RESTORE", { by: second });
    expect(await see(story.token)).toMatchObject({ status: "PUBLISHED", waitingFor: null });
  });

  test("can't be made where nothing was refused", async () => {
    const story = await created();
    for (const kind of ["ASK_FOR_CHANGES"] as const) {
      expect(await appealStory(null, story.token, "Why?")).toMatchObject({ code: "closed" });
      await decideOn(story, kind);
      expect(await appealStory(null, story.token, "Why?")).toMatchObject({ code: "closed" });
    }
  });

  test("and a change at once leave it in one state", async () => {
    const story = await rejected();
    await Promise.all([
      appealStory(null, story.token, "It is about me."),
      changeTo(story, "Other words about me."),
    ]);
    // Whichever was first, the change waits, and is what is decided on.
    expect(await see(story.token)).toMatchObject({ status: "PENDING", waitingFor: "story" });
  });
});
