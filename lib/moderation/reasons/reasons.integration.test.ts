import { randomUUID } from "node:crypto";
import pg from "pg";
import { beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { exportEverything } from "#lib/accounts/own/export/queries.ts";
import type { Viewer } from "#lib/accounts/viewer.ts";
import { database } from "#lib/db.ts";
import { decide } from "#lib/moderation/commands.ts";
import { getLog } from "#lib/moderation/log/queries.ts";
import { getPublicLog } from "#lib/moderation/log/public/queries.ts";
import { getStoryForModeration } from "#lib/moderation/queries.ts";
import {
  addReason,
  bringBackReason,
  changeReason,
  moveReason,
  retireReason,
} from "#lib/moderation/reasons/commands.ts";
import {
  getReasonForEditing,
  listReasons,
  readReasons,
  seenOf,
} from "#lib/moderation/reasons/queries.ts";
import {
  type ReasonFormValues,
  type ReasonInput,
  type ReasonKind,
  REASONS_LIMIT,
  offered,
  reasonFormSchema,
  reasonKinds,
} from "#lib/moderation/reasons/schema.ts";
import { decisionSchema, readDecisionForm } from "#lib/moderation/schema.ts";
import { getDecisionToMail } from "#lib/notifications/queries.ts";
import { getOwnStory } from "#lib/stories/own/queries.ts";
import { getStoryForChange } from "#lib/stories/queries.ts";
import { createUser } from "#lib/testing/accounts.ts";
import { createMailedStory, openMailedCall } from "#lib/testing/mailed-stories.ts";

const { prisma, pool } = database();
const seeded = await prisma.reason.findMany();
const unknown = { ok: false, code: "not-found" };

let admin: Viewer;
let moderator: Viewer;
let callSlug: string;
beforeAll(async () => {
  admin = await createUser({ name: "Ada", role: "ADMIN" });
  moderator = await createUser({ name: "Ines", role: "MODERATOR" });
  ({ callSlug } = await openMailedCall());
});

beforeEach(async () => {
  await prisma.reason.deleteMany();
  await prisma.reason.createMany({ data: seeded });
});

const input = (values: Partial<ReasonFormValues> = {}) =>
  reasonFormSchema.parse({
    label: "Too long ago",
    message: "It tells of another time than this call asks for.",
    kinds: ["REJECT"],
    needsMore: false,
    ...values,
  });

async function added(values: Partial<ReasonFormValues> = {}): Promise<string> {
  const result = await addReason(admin, input(values));
  if (!result.ok) throw new Error(result.message);
  return result.value.slug;
}

async function seen(slug: string): Promise<string> {
  const reason = (await readReasons()).get(slug);
  return reason ? seenOf(reason) : "";
}

/** By someone who has just read it. */
const change = async (viewer: Viewer | null, given: { slug: string; input: ReasonInput }) =>
  changeReason(viewer, { ...given, seen: await seen(given.slug) });

const onOffer = async () => offered(await readReasons()).map(({ slug }) => slug);
const all = () => prisma.reason.findMany({ orderBy: { slug: "asc" } });
const newStory = () => createMailedStory({ callSlug, email: `${randomUUID()}@example.org` });
type Story = Awaited<ReturnType<typeof newStory>>;

/** A decision as it was sent, checked against the reasons that there are at this moment. */
async function sent({ id, revisionId }: Story, kind: ReasonKind, reason: string, message = "") {
  const form = new FormData();
  const posted = { storyId: id, revisionId, decision: kind, reason, message };
  for (const [name, value] of Object.entries(posted)) form.set(name, value);
  const { values, ids } = readDecisionForm(form);
  return decisionSchema(offered(await readReasons())).parse({ ...values, ...ids });
}

test("an installation begins with reasons for every decision, one of which leaves it to the moderator", async () => {
  const reasons = [...(await readReasons()).values()];
  expect(reasons.map(({ slug }) => slug)).toEqual([
    ...["recognisable", "private-details", "unclear", "warnings", "off-topic", "not-own"],
    ...["harmful", "hateful", "promotion", "asked-for", "other"],
  ]);
  expect(reasons.filter(({ needsMore }) => needsMore).map(({ slug }) => slug)).toEqual(["other"]);
  for (const reason of reasons) {
    expect(reason.retired).toBe(false);
    // What was there before admins could edit it could have been written by one.
    expect(reasonFormSchema.safeParse(reason).success).toBe(true);
  }
});

describe("who may", () => {
  test.each(["STORYTELLER", "EDITOR", "MODERATOR", null] as const)(
    "%s learns nothing and changes nothing",
    async (role) => {
      const viewer = role && (await createUser({ name: "Sam", role }));
      const slug = "unclear";
      const before = await all();
      expect(await listReasons(viewer)).toBeNull();
      expect(await getReasonForEditing(viewer, slug)).toBeNull();
      expect(await addReason(viewer, input())).toMatchObject(unknown);
      expect(await change(viewer, { slug, input: input() })).toMatchObject(unknown);
      expect(await moveReason(viewer, { slug, direction: "up" })).toMatchObject(unknown);
      expect(await retireReason(viewer, slug)).toMatchObject(unknown);
      expect(await bringBackReason(viewer, slug)).toMatchObject(unknown);
      expect(await all()).toEqual(before);
    },
  );

  test.each(["nowhere", "", "a'; --", "\0", "__proto__"])(
    "a reason that there is not, %j, is told of in the same words",
    async (slug) => {
      const before = await all();
      expect(await getReasonForEditing(admin, slug)).toBeNull();
      const refused = [
        await change(admin, { slug, input: input() }),
        await moveReason(admin, { slug, direction: "up" }),
        await retireReason(admin, slug),
        await bringBackReason(admin, slug),
      ];
      const [told] = refused;
      expect(told).toEqual(await retireReason(moderator, "unclear"));
      for (const each of refused) expect(each).toEqual(told);
      expect(await all()).toEqual(before);
    },
  );
});

describe("changing", () => {
  const label = async (slug: string) => (await readReasons()).get(slug)?.label;

  test.each([
    { label: "Hard to read" },
    { message: "Not everyone could follow it." },
    { kinds: ["TAKE_DOWN"] },
    { needsMore: true },
  ])("what someone else changed since, %j, is not lost", async (theirs) => {
    const slug = await added();
    const form = await getReasonForEditing(admin, slug);
    if (!form) throw new Error("There is none.");
    const other = await createUser({ name: "Tomas", role: "ADMIN" });
    await change(other, { slug, input: input(theirs) });
    const before = await all();
    const mine = { slug, input: input({ label: "Mine" }) };
    expect(await changeReason(admin, { ...mine, seen: form.seen })).toMatchObject({
      ok: false,
      code: "out-of-date",
      message: expect.stringContaining("save it again") as string,
    });
    expect(await all()).toEqual(before);
    // As the form is sent again, having seen that.
    const now = await getReasonForEditing(admin, slug);
    expect(await changeReason(admin, { ...mine, seen: now?.seen ?? "" })).toMatchObject({
      ok: true,
    });
    expect(await label(slug)).toBe("Mine");
  });

  test("of two at once, one is told of the other", async () => {
    const slug = await added();
    const asRead = await seen(slug);
    const results = await Promise.all(
      ["One", "Two"].map((name) =>
        changeReason(admin, { slug, seen: asRead, input: input({ label: name }) }),
      ),
    );
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(results.find(({ ok }) => !ok)).toMatchObject({ code: "out-of-date" });
    expect(await label(slug)).toBe(results[0]?.ok ? "One" : "Two");
  });

  test("that it was moved or retired meanwhile is in nobody's way", async () => {
    const slug = await added();
    const asRead = await seen(slug);
    await moveReason(admin, { slug, direction: "up" });
    await retireReason(admin, slug);
    const given = { slug, seen: asRead, input: input({ label: "Mine" }) };
    expect(await changeReason(admin, given)).toMatchObject({ ok: true });
  });
});

describe("adding", () => {
  test("puts it at the end, under a slug of its label that stays", async () => {
    const values = { label: "Told elsewhere (say where)", needsMore: true, kinds: ["REJECT"] };
    const slug = await added(values);
    expect(slug).toBe("told-elsewhere-say-where");
    expect((await onOffer()).at(-1)).toBe(slug);
    expect(await getReasonForEditing(admin, slug)).toEqual({
      slug,
      retired: false,
      seen: await seen(slug),
      values: { message: input().message, ...values },
    });
    await change(admin, { slug, input: input({ label: "Something new" }) });
    expect((await getReasonForEditing(admin, slug))?.values.label).toBe("Something new");
  });

  test("many at once: each has a slug and a place of its own", async () => {
    const labels = ["C", "C+", "C++", "(C)", "c!", "New", "夜勤"];
    const slugs = await Promise.all(labels.map((label) => added({ label })));
    expect(new Set(slugs).size).toBe(labels.length);
    // At that address is the form.
    expect(slugs).not.toContain("new");
    const positions = (await all()).map(({ position }) => position);
    expect(new Set(positions).size).toBe(seeded.length + labels.length);
  });

  test("of two with one name, also at once, one is refused", async () => {
    const results = await Promise.all([
      addReason(admin, input({ label: "Twice told" })),
      addReason(admin, input({ label: "TWICE  told" })),
    ]);
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(results.find(({ ok }) => !ok)).toMatchObject({
      fieldErrors: { label: [expect.stringContaining("Another reason has this name")] },
    });
    const twice = { slug: "unclear", input: input({ label: "twice told" }) };
    expect(await change(admin, twice)).toMatchObject({ ok: false });
    // Its own name is nobody else's.
    expect(await change(admin, { ...twice, slug: "twice-told" })).toMatchObject({
      ok: true,
    });
    await retireReason(admin, "twice-told");
    expect(await addReason(admin, input({ label: "Twice told" }))).toMatchObject({
      fieldErrors: { label: [expect.stringContaining("bring that one back")] },
    });
  });

  test("ends where the list would be too long to read", async () => {
    const [first] = seeded;
    if (!first) throw new Error("There is none.");
    const rows = Array.from({ length: REASONS_LIMIT - seeded.length }, (_, at) => ({
      ...{ ...first, slug: `many-${at}`, label: `Many ${at}` },
      position: 100 + at,
    }));
    await prisma.reason.createMany({ data: rows });
    expect(await addReason(admin, input())).toMatchObject({ ok: false, code: "invalid" });
    expect(await prisma.reason.count()).toBe(REASONS_LIMIT);
  });
});

describe("the order", () => {
  test("changes by one among those that are offered, and ends at the ends", async () => {
    const [first = "", second = "", third = ""] = await onOffer();
    await retireReason(admin, second);
    expect(await moveReason(admin, { slug: third, direction: "up" })).toMatchObject({ ok: true });
    expect((await onOffer()).slice(0, 2)).toEqual([third, first]);
    expect(await moveReason(admin, { slug: third, direction: "up" })).toMatchObject({ ok: true });
    expect((await onOffer()).slice(0, 2)).toEqual([third, first]);
    expect(await moveReason(admin, { slug: second, direction: "up" })).toMatchObject(unknown);
    // Back where it stood, in the middle.
    await bringBackReason(admin, second);
    expect((await onOffer()).slice(0, 3)).toEqual([third, second, first]);
    await moveReason(admin, { slug: third, direction: "down" });
    expect((await onOffer()).slice(0, 3)).toEqual([second, third, first]);
  });

  test("stays an order, whoever moves what at once", async () => {
    const slugs = await onOffer();
    const moves = slugs.flatMap((slug) =>
      (["up", "down"] as const).map((direction) => moveReason(admin, { slug, direction })),
    );
    for (const each of await Promise.all(moves)) expect(each).toMatchObject({ ok: true });
    expect((await onOffer()).toSorted()).toEqual(slugs.toSorted());
    const positions = (await all()).map(({ position }) => position);
    expect(positions.toSorted((a, b) => a - b)).toEqual(slugs.map((_, at) => at + 1));
  });
});

describe("for each decision one stays", () => {
  const only = { ASK_FOR_CHANGES: "unclear", REJECT: "promotion", TAKE_DOWN: "asked-for" } as const;

  /** Leaves one reason for each decision: with two, one more for this one. */
  async function leave(...more: string[]) {
    for (const [kind, slug] of Object.entries(only)) {
      await prisma.reason.update({ where: { slug }, data: { kinds: [kind as ReasonKind] } });
    }
    const notIn = [...Object.values(only), ...more];
    await prisma.reason.updateMany({
      where: { slug: { notIn } },
      data: { retiredAt: new Date() },
    });
  }

  test.each(reasonKinds)(
    "the last for %s is neither retired nor given to another",
    async (kind) => {
      await leave();
      const slug = only[kind];
      const retired = await retireReason(admin, slug);
      expect(retired).toMatchObject({
        ok: false,
        message: expect.stringMatching(/^It is the last reason to .* Please add another first/),
      });
      const kinds = reasonKinds.filter((each) => each !== kind);
      expect(await change(admin, { slug, input: input({ kinds }) })).toMatchObject({
        fieldErrors: { kinds: [expect.stringContaining("It is the last reason to")] },
      });
      // Its words are another matter.
      const words = { label: "Other words", kinds: [kind] };
      expect(await change(admin, { slug, input: input(words) })).toMatchObject({ ok: true });
      await bringBackReason(admin, "harmful");
      expect(await retireReason(admin, slug)).toMatchObject({ ok: true });
    },
  );

  test("two admins who retire or change the last two at once: one of them is refused", async () => {
    const other = await createUser({ name: "Grace", role: "ADMIN" });
    for (let round = 0; round < 25; round += 1) {
      await prisma.reason.deleteMany();
      await prisma.reason.createMany({ data: seeded });
      await prisma.reason.update({ where: { slug: "hateful" }, data: { kinds: ["REJECT"] } });
      await leave("hateful");
      const elsewhere = { slug: "hateful", input: input({ kinds: ["TAKE_DOWN"] }) };
      const results = await Promise.all([
        retireReason(admin, "promotion"),
        round % 2 ? retireReason(other, "hateful") : change(other, elsewhere),
      ]);
      expect(results.filter(({ ok }) => ok)).toHaveLength(1);
      const left = offered(await readReasons()).filter(({ kinds }) => kinds.includes("REJECT"));
      expect(left).toHaveLength(1);
    }
  });

  test("retiring twice is as once, and keeps the day", async () => {
    await retireReason(admin, "unclear");
    const once = await all();
    expect(await retireReason(admin, "unclear")).toMatchObject({ ok: true });
    expect(await all()).toEqual(once);
  });
});

describe("deciding", () => {
  const refusal = { ok: false, code: "invalid" };

  test("a reason that was retired, changed or made to need words since is refused, and nothing moves", async () => {
    const story = await newStory();
    const ofTwo = await sent(story, "REJECT", "promotion");
    await retireReason(admin, "promotion");
    expect(await decide(moderator, ofTwo)).toMatchObject({
      ...refusal,
      fieldErrors: { reason: ["This reason is not offered any more. Please choose another."] },
    });
    await bringBackReason(admin, "promotion");
    await change(admin, { slug: "promotion", input: input({ kinds: ["TAKE_DOWN"] }) });
    expect(await decide(moderator, ofTwo)).toMatchObject({
      ...refusal,
      fieldErrors: { reason: [expect.stringContaining("for another decision")] },
    });
    await change(admin, { slug: "promotion", input: input({ needsMore: true }) });
    expect(await decide(moderator, ofTwo)).toMatchObject({
      ...refusal,
      fieldErrors: { message: [expect.stringContaining("in your own words")] },
    });
    expect(await prisma.decision.count({ where: { storyId: story.id } })).toBe(0);
    expect(await prisma.story.findUnique({ where: { id: story.id } })).toMatchObject({
      status: "PENDING",
    });
    const withWords = { ...ofTwo, message: "It is our own advertisement." };
    expect(await decide(moderator, withWords)).toMatchObject({ ok: true });
  });

  test.each(["nowhere", "a'; --", "\0", "__proto__"])("the reason %j is none", async (reason) => {
    const story = await newStory();
    const given = { ...(await sent(story, "REJECT", "promotion")), reason };
    expect(await decide(moderator, given)).toMatchObject(refusal);
  });

  test("what is offered is what the desk offers", async () => {
    const story = await newStory();
    await retireReason(admin, "promotion");
    const slug = await added();
    const desk = await getStoryForModeration(moderator, story.id);
    const slugs = desk?.reasons.map((each) => each.slug);
    expect(slugs).toEqual(await onOffer());
    expect(slugs).toContain(slug);
    expect(slugs).not.toContain("promotion");
  });

  /** Someone else's open transaction, in which something was done. */
  async function meanwhile(sql: string): Promise<pg.Client> {
    const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
    await client.connect();
    await client.query("BEGIN");
    await client.query(sql);
    return client;
  }

  const waitForLock = () =>
    vi.waitUntil(
      async () => {
        const { rowCount } = await pool.query(
          `SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
        );
        return rowCount;
      },
      { timeout: 10_000 },
    );

  test("of a retirement that is under way, a decision waits for the end, and is refused", async () => {
    const story = await newStory();
    const given = await sent(story, "REJECT", "promotion");
    const retiring = await meanwhile(
      `UPDATE "Reason" SET "retiredAt" = now() WHERE "slug" = 'promotion'`,
    );
    try {
      const deciding = decide(moderator, given);
      await waitForLock();
      await retiring.query("COMMIT");
      expect(await deciding).toMatchObject(refusal);
    } finally {
      await retiring.end();
    }
  });

  test("a reason that a decision is about to be given is retired after it", async () => {
    const deciding = await meanwhile(`SELECT FROM "Reason" WHERE "slug" = 'promotion' FOR SHARE`);
    try {
      const retiring = retireReason(admin, "promotion");
      await waitForLock();
      expect(await onOffer()).toContain("promotion");
      // Nobody else at the desk has to wait for either of them.
      const story = await newStory();
      const given = await sent(story, "REJECT", "hateful");
      expect(await decide(moderator, given)).toMatchObject({ ok: true });
      await deciding.query("COMMIT");
      expect(await retiring).toMatchObject({ ok: true });
      expect(await onOffer()).not.toContain("promotion");
    } finally {
      await deciding.end();
    }
  });
});

describe("what was decided before", () => {
  test("reads as the reason does today, for the storyteller and in the logs, retired or not", async () => {
    const storyteller = await createUser({ name: "Noor", role: "STORYTELLER" });
    const story = await newStory();
    const slug = await added({ label: "Before (say which)", message: "Before." });
    const decided = await decide(moderator, await sent(story, "REJECT", slug, "Kindly."));
    if (!decided.ok) throw new Error(decided.message);
    const { decisionId } = decided.value;
    const visit = { viewer: storyteller, way: story.id, address: "192.0.2.1" };
    await prisma.story.update({
      where: { id: story.id },
      data: { storytellerId: storyteller.id, privateLinkHash: null },
    });

    async function told() {
      const own = await getOwnStory(visit);
      const change = await getStoryForChange(visit);
      const mail = await getDecisionToMail(decisionId);
      const file = await exportEverything(storyteller);
      if (!file.ok) throw new Error(file.message);
      const log = await getLog(moderator, { reason: slug });
      const desk = await getStoryForModeration(moderator, story.id);
      return {
        page: own?.lastDecision?.reason,
        history: own?.history.flatMap((step) => (step.kind === "decided" ? [step.reason] : [])),
        change: change?.asked?.reason,
        mail: mail?.reason,
        file: file.value.stories[0]?.decisions[0]?.reason,
        log: log?.entries.map((entry) => entry.reason),
        choice: log?.choices.reasons.at(-1),
        desk: desk?.decisions[0]?.reason,
      };
    }
    const asNow = (label: string, message: string, needsMore: boolean) => ({
      page: message,
      history: [message],
      change: message,
      mail: expect.objectContaining({ message, needsMore }) as object,
      file: message,
      log: [label],
      choice: { value: slug, label },
    });
    expect(await told()).toEqual({
      ...asNow("Before (say which)", "Before.", false),
      desk: "Before (say which)",
    });
    const words = { label: "After", message: "After.", needsMore: true };
    await change(admin, { slug, input: input(words) });
    await retireReason(admin, slug);
    expect(await told()).toEqual({ ...asNow("After", "After.", true), desk: "After" });
  });

  test("is counted in public under the name of today, in the order of the list", async () => {
    const { id, revisionId } = await newStory();
    const rows = ["promotion", "hateful"].flatMap((reason) =>
      Array.from({ length: 3 }, () => ({
        ...{ storyId: id, revisionId, moderatorId: moderator.id, warnings: [] },
        ...{ kind: "REJECT" as const, reason, createdAt: new Date("2024-02-03T00:00:00Z") },
      })),
    );
    await prisma.decision.createMany({ data: rows });
    const counted = async () => {
      const log = await getPublicLog(2024, new Date("2026-11-21T12:00:00Z"));
      return log?.months[0]?.counts?.reasons;
    };
    expect(await counted()).toEqual([
      { label: "Hateful or demeaning", count: 3 },
      { label: "Advertising or spam", count: 3 },
    ]);
    await moveReason(admin, { slug: "promotion", direction: "up" });
    await change(admin, { slug: "hateful", input: input({ label: "Unkind" }) });
    await retireReason(admin, "hateful");
    expect(await counted()).toEqual([
      { label: "Advertising or spam", count: 3 },
      { label: "Unkind", count: 3 },
    ]);
  });
});
