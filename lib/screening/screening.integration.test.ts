import { afterEach, beforeAll, describe, expect, test } from "vitest";
import type { Viewer } from "#lib/accounts/viewer.ts";
import { database } from "#lib/db.ts";
import type { ScreeningEffect } from "#lib/generated/prisma/enums.ts";
import { changeRule, forgetSenders, makeRule, removeRule } from "#lib/screening/commands.ts";
import { getMatches, getRule, listRules } from "#lib/screening/queries.ts";
import { RULES_LIMIT, type RuleInput } from "#lib/screening/schema.ts";
import { changeStory } from "#lib/stories/changing/commands.ts";
import { submitStory } from "#lib/stories/commands.ts";
import { withdrawStory } from "#lib/stories/own/commands.ts";
import { getStoryForChange } from "#lib/stories/queries.ts";
import {
  type StoryFormValues,
  changeFormSchema,
  emptyStoryForm,
  emptyWords,
  storyFormSchema,
} from "#lib/stories/schema.ts";
import { newSubmissionKey } from "#lib/stories/submission-key.ts";
import { createUser } from "#lib/testing/accounts.ts";
import { createCall } from "#lib/testing/calls.ts";

const { prisma } = database();

let moderator: Viewer;
let callSlug: string;
beforeAll(async () => {
  moderator = await createUser({ name: "Ines", role: "MODERATOR" });
  callSlug = await createCall();
});

afterEach(async () => {
  await prisma.screeningRule.deleteMany();
});

const SENTENCE = "Please leave prices out: this is a place for stories.";

const ruleOf = (over: Partial<RuleInput> = {}): RuleInput => {
  const effect = over.effect ?? "MARK";
  const nothing = { phrases: [], atLeast: null, hours: null };
  return {
    ...{ name: "Adverts", kind: "PHRASES", active: true, ...nothing },
    ...(over.kind && over.kind !== "PHRASES" ? {} : { phrases: ["buy now"] }),
    ...{ effect, sentence: effect === "REFUSE" ? SENTENCE : null },
    ...over,
  };
};

async function make(over: Partial<RuleInput> = {}): Promise<string> {
  const made = await makeRule(moderator, ruleOf(over));
  if (!made.ok) throw new Error(made.message);
  return made.value.id;
}

let addresses = 0;
const newAddress = () => `2001:db8:7:${(++addresses).toString(16)}::1`;

type Sending = { viewer?: Viewer; address?: string; key?: string } & Partial<StoryFormValues>;

function send(text: string, over: Sending = {}) {
  const { viewer = null, address = newAddress(), key = newSubmissionKey(), ...filled } = over;
  return submitStory(viewer, {
    input: storyFormSchema.parse({
      ...{ ...emptyStoryForm, text, timeZone: "Etc/UTC", subject: "MYSELF", consent: true },
      ...{ seen: hintsOf(text), ...filled },
    }),
    ...{ key, callSlug, address, country: null },
  });
}

/** As if the storyteller had been shown every web address, and kept them. */
function hintsOf(text: string): string[] {
  return [...text.matchAll(/\S+\.(?:org|com)\S*/g)].map(([url]) => `url ${url}`);
}

async function sent(text: string, over: Sending = {}) {
  const result = await send(text, over);
  if (!result.ok) throw new Error(result.message);
  const revision = await prisma.revision.findFirstOrThrow({
    where: { text },
    orderBy: { createdAt: "desc" },
    select: { id: true, storyId: true },
  });
  return { ...revision, way: result.value.way };
}

const standing = (storyId: string) =>
  prisma.story.findUniqueOrThrow({
    where: { id: storyId },
    select: { putFirst: true, needsTwo: true },
  });

async function change(way: string, text: string, over: object = {}) {
  const now = await getStoryForChange({ viewer: null, way, address: "192.0.2.1" });
  return changeStory(null, {
    ...{ way, base: now?.base ?? "" },
    input: changeFormSchema.parse({
      ...{
        ...(now?.values ?? emptyWords),
        timeZone: "Etc/UTC",
        text,
        seen: hintsOf(text),
        ...over,
      },
    }),
    ...{ key: newSubmissionKey(), address: newAddress(), country: null },
  });
}

const countStories = () => prisma.story.count();

/** A rule of each kind, and how a story is sent that it matches. */
const kinds: Record<string, { rule: Partial<RuleInput>; arrive: () => Promise<Sending> }> = {
  PHRASES: { rule: {}, arrive: async () => ({ text: "You should b u y  n 0 w." }) },
  LINKS: {
    rule: { kind: "LINKS", atLeast: 1 },
    arrive: async () => ({ text: "Look at example.org today." }),
  },
  REPEATED_SENDER: {
    rule: { kind: "REPEATED_SENDER", atLeast: 2, hours: 1 },
    arrive: async () => {
      const address = newAddress();
      await prisma.screeningRule.updateMany({ data: { active: false } });
      await sent("The kettle was on before I asked.", { address });
      await prisma.screeningRule.updateMany({ data: { active: true, updatedAt: new Date() } });
      return { text: "The kettle was on, and on.", address };
    },
  },
  NEW_ACCOUNT: {
    rule: { kind: "NEW_ACCOUNT", hours: 1 },
    arrive: async () => ({
      text: "I have only just arrived here.",
      viewer: await createUser({ name: "Ada", role: "STORYTELLER" }),
    }),
  },
};

describe.each(Object.entries(kinds))("a rule of kind %s", (_kind, { rule, arrive }) => {
  test.each<[ScreeningEffect, object]>([
    ["MARK", { putFirst: false, needsTwo: false }],
    ["PUT_FIRST", { putFirst: true, needsTwo: false }],
    ["TWO_PEOPLE", { putFirst: false, needsTwo: true }],
  ])("with %s", async (effect, expected) => {
    const ruleId = await make({ ...rule, effect });
    const { text = "", ...over } = await arrive();
    const story = await sent(text, over);
    expect(await standing(story.storyId)).toEqual(expected);
    const [match] = (await getMatches(moderator, story.id)) ?? [];
    expect(match).toMatchObject({ ruleId, name: "Adverts", effect });
  });

  test("with REFUSE: the rule's sentence alone, and nothing is stored", async () => {
    await make({ ...rule, effect: "REFUSE" });
    const { text = "", ...over } = await arrive();
    const before = await countStories();
    expect(await send(text, over)).toEqual({ ok: false, code: "invalid", message: SENTENCE });
    expect(await countStories()).toBe(before);
  });

  test("that is switched off does nothing", async () => {
    await make({ ...rule, effect: "REFUSE", active: false });
    const { text = "", ...over } = await arrive();
    await prisma.screeningRule.updateMany({ data: { active: false } });
    const story = await sent(text, over);
    expect(await getMatches(moderator, story.id)).toEqual([]);
  });
});

describe("what is found", () => {
  test("is kept with its places and its words, as the rule was then", async () => {
    const ruleId = await make({ effect: "PUT_FIRST" });
    const story = await sent("😀 BUY NOW, or b.u.y n.o.w, or buy now.");
    const rule = await getRule(moderator, ruleId);
    await changeRule(moderator, {
      ...{ id: ruleId, seen: rule?.seen ?? "" },
      input: ruleOf({ name: "Prices" }),
    });
    await removeRule(moderator, {
      ...{ id: ruleId, seen: (await getRule(moderator, ruleId))?.seen ?? "" },
    });
    expect(await getMatches(moderator, story.id)).toEqual([
      {
        ...{ ruleId: null, name: "Adverts", effect: "PUT_FIRST" },
        places: [
          { start: 3, end: 10 },
          { start: 15, end: 26 },
          { start: 31, end: 38 },
        ],
        words: ["BUY NOW", "b.u.y n.o.w", "buy now"],
      },
    ]);
  });

  test("in a byline or under a picture is about the whole story", async () => {
    await make({ phrases: ["acme"] });
    const story = await sent("A quiet evening at home.", { bylineName: "ACME Ltd" });
    expect(await getMatches(moderator, story.id)).toMatchObject([{ places: [], words: [] }]);
  });

  test("by several rules does all that they say; any of them can refuse", async () => {
    await make({ effect: "PUT_FIRST" });
    await make({ name: "Links", kind: "LINKS", atLeast: 1, effect: "TWO_PEOPLE" });
    const story = await sent("Now buy now at example.org");
    expect(await standing(story.storyId)).toEqual({ putFirst: true, needsTwo: true });
    expect(await getMatches(moderator, story.id)).toHaveLength(2);
    await make({ name: "Never", phrases: ["quick sale"], effect: "REFUSE" });
    expect(await send("buy now in a quick sale")).toMatchObject({ message: SENTENCE });
  });

  test("goes when the story is withdrawn, and so does its sender", async () => {
    await make();
    const story = await sent("I say buy now.");
    const at = await prisma.story.findUniqueOrThrow({ where: { id: story.storyId } });
    expect(at.senderHash).toHaveLength(32);
    expect(await withdrawStory(null, story.way)).toMatchObject({ ok: true });
    expect(await prisma.screeningMatch.count({ where: { revisionId: story.id } })).toBe(0);
    const after = await prisma.story.findUniqueOrThrow({ where: { id: story.storyId } });
    expect(after.senderHash).toBeNull();
  });
});

describe("a change", () => {
  test("is screened anew: what it puts first, and for two, follows the newest words", async () => {
    await make({ effect: "PUT_FIRST" });
    await make({ name: "Two", phrases: ["quick sale"], effect: "TWO_PEOPLE" });
    const story = await sent("I say buy now.");
    expect(await standing(story.storyId)).toEqual({ putFirst: true, needsTwo: false });
    expect(await change(story.way, "A quick sale, I said.")).toMatchObject({ ok: true });
    expect(await standing(story.storyId)).toEqual({ putFirst: false, needsTwo: true });
    const { latestRevisionId } = await prisma.story.findUniqueOrThrow({
      where: { id: story.storyId },
    });
    expect(await getMatches(moderator, latestRevisionId ?? "")).toMatchObject([{ name: "Two" }]);
    expect(await getMatches(moderator, story.id)).toMatchObject([{ name: "Adverts" }]);
  });

  test("can be refused: the old words stand, and nothing is written", async () => {
    const story = await sent("The kettle was on again.");
    await make({ effect: "REFUSE" });
    expect(await change(story.way, "The kettle was on. Buy now.")).toEqual({
      ...{ ok: false, code: "invalid", message: SENTENCE },
    });
    expect(await prisma.revision.count({ where: { storyId: story.storyId } })).toBe(1);
  });

  test("that only adds warnings to what readers see is never refused", async () => {
    const story = await sent("The kettle said buy now.");
    await prisma.story.update({
      where: { id: story.storyId },
      data: {
        ...{ status: "PUBLISHED", waitingSince: null, publishedAt: new Date() },
        publishedRevisionId: story.id,
      },
    });
    await make({ effect: "REFUSE" });
    await make({ name: "First", effect: "PUT_FIRST" });
    const warned = { warnings: ["death"], intensities: { death: "MENTIONED" } };
    expect(await change(story.way, "The kettle said buy now.", warned)).toMatchObject({ ok: true });
    // Nothing of it waits, so there is nothing to put first.
    expect(await standing(story.storyId)).toEqual({ putFirst: false, needsTwo: false });
  });

  test("is no further story of its sender", async () => {
    await make({ kind: "REPEATED_SENDER", atLeast: 2, hours: 1, effect: "REFUSE" });
    const story = await sent("The kettle was off.");
    expect(await change(story.way, "The kettle was off, for once.")).toMatchObject({ ok: true });
  });
});

describe("a repeated sender", () => {
  const rule: Partial<RuleInput> = {
    kind: "REPEATED_SENDER",
    atLeast: 2,
    hours: 1,
    effect: "REFUSE",
  };

  test("of two stories at once, the second counts the first", async () => {
    await make(rule);
    const address = newAddress();
    const results = await Promise.all(
      ["One of two at once.", "Two of two at once."].map((text) => send(text, { address })),
    );
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
  });

  test("is the account wherever it is, and another account is another sender", async () => {
    await make(rule);
    const ada = await createUser({ name: "Ada", role: "STORYTELLER" });
    const eve = await createUser({ name: "Eve", role: "STORYTELLER" });
    const address = newAddress();
    await sent("I am writing from home.", { viewer: ada, address });
    expect(await send("I am writing from abroad.", { viewer: ada })).toMatchObject({
      message: SENTENCE,
    });
    expect(await send("I am writing from a friend’s.", { viewer: eve, address })).toMatchObject({
      ok: true,
    });
  });

  test("is the line that an address belongs to", async () => {
    await make(rule);
    await sent("From one room.", { address: "2001:db8:77:1:aaaa::1" });
    const next = await send("From the next room.", { address: "2001:db8:77:1:bbbb::2" });
    expect(next).toMatchObject({ message: SENTENCE });
  });

  test("a form that is sent twice is one story", async () => {
    await make(rule);
    const over = { address: newAddress(), key: newSubmissionKey() };
    await sent("Sent twice, told once.", over);
    expect(await send("Sent twice, told once.", over)).toMatchObject({ ok: true });
  });
});

describe("senders", () => {
  test("are forgotten after thirty days, and not a minute before", async () => {
    const now = new Date();
    const day = 24 * 60 * 60_000;
    const old = await sent("Sent a month ago.");
    const recent = await sent("Sent a little later.");
    for (const [{ storyId }, ago] of [
      [old, 30 * day],
      [recent, 30 * day - 60_000],
    ] as const) {
      const submittedAt = new Date(now.getTime() - ago);
      await prisma.story.update({ where: { id: storyId }, data: { submittedAt } });
    }
    expect(await forgetSenders(now)).toBe(1);
    expect(await forgetSenders(now)).toBe(0);
    const hashes = await prisma.story.findMany({
      where: { id: { in: [old.storyId, recent.storyId] } },
      orderBy: { submittedAt: "asc" },
      select: { senderHash: true },
    });
    expect(hashes[0]?.senderHash).toBeNull();
    expect(hashes[1]?.senderHash).toHaveLength(32);
  });

  test("of a story that someone is at work on is forgotten the next time, and nobody waits", async () => {
    const now = new Date();
    const { storyId } = await sent("Sent long ago.");
    const submittedAt = new Date(now.getTime() - 40 * 24 * 60 * 60_000);
    await prisma.story.update({ where: { id: storyId }, data: { submittedAt } });
    await prisma.$transaction(async (tx) => {
      await tx.$executeRaw`SELECT FROM "Story" WHERE "id" = ${storyId} FOR NO KEY UPDATE`;
      expect(await forgetSenders(now)).toBe(0);
    });
    expect(await forgetSenders(now)).toBe(1);
  });
});

describe("who may edit rules", () => {
  test("moderators and admins; to everyone else there are none", async () => {
    const id = await make();
    const { seen } = (await getRule(moderator, id)) ?? { seen: "" };
    const admin = await createUser({ name: "Root", role: "ADMIN" });
    expect(await listRules(admin)).toHaveLength(1);
    const others = [
      null,
      await createUser({ name: "Ed", role: "EDITOR" }),
      await createUser({ name: "Sam", role: "STORYTELLER" }),
    ];
    const notThere = { ok: false, code: "not-found" };
    for (const viewer of others) {
      expect(await listRules(viewer)).toBeNull();
      expect(await getRule(viewer, id)).toBeNull();
      expect(await getMatches(viewer, id)).toBeNull();
      expect(await makeRule(viewer, ruleOf())).toMatchObject(notThere);
      expect(await changeRule(viewer, { id, seen, input: ruleOf() })).toMatchObject(notThere);
      expect(await removeRule(viewer, { id, seen })).toMatchObject(notThere);
    }
    expect(await removeRule(admin, { id, seen })).toMatchObject({ ok: true });
  });

  test("of two who change a rule at once, one is told of the other", async () => {
    const id = await make();
    const { seen } = (await getRule(moderator, id)) ?? { seen: "" };
    const results = await Promise.all(
      ["Prices", "Sales"].map((name) =>
        changeRule(moderator, { id, seen, input: ruleOf({ name }) }),
      ),
    );
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(results.find(({ ok }) => !ok)).toMatchObject({ code: "out-of-date" });
    expect(await removeRule(moderator, { id, seen })).toMatchObject({ code: "out-of-date" });
  });

  test.each(["", "nothing", "../../x", "x".repeat(5_000)])(
    "the rule %j is not there",
    async (id) => {
      const seen = new Date().toISOString();
      expect(await getRule(moderator, id)).toBeNull();
      const changed = await changeRule(moderator, { id, seen, input: ruleOf() });
      expect(changed).toMatchObject({ code: "not-found" });
      const when = await changeRule(moderator, { id: "nothing", seen: id, input: ruleOf() });
      expect(when).toMatchObject({ code: "not-found" });
    },
  );

  test("there are so many rules and no more, also when two are made at once", async () => {
    await prisma.screeningRule.createMany({
      data: Array.from({ length: RULES_LIMIT - 1 }, () => ruleOf()),
    });
    const results = await Promise.all([1, 2].map(() => makeRule(moderator, ruleOf())));
    expect(results.map(({ ok }) => ok).toSorted()).toEqual([false, true]);
    expect(await prisma.screeningRule.count()).toBe(RULES_LIMIT);
  });
});

test("a rule counts from the next story on, and as it was changed last", async () => {
  const id = await make({ phrases: ["first words"], effect: "REFUSE" });
  expect(await send("These are first words.")).toMatchObject({ ok: false });
  const { seen } = (await getRule(moderator, id)) ?? { seen: "" };
  await changeRule(moderator, {
    ...{ id, seen },
    input: ruleOf({ phrases: ["second words"], effect: "REFUSE" }),
  });
  expect(await send("These are first words.")).toMatchObject({ ok: true });
  expect(await send("These are second words.")).toMatchObject({ ok: false });
});

test("what would be a pattern or a query elsewhere is words here", async () => {
  const hostile = ["(a+)+$", "[a-z]*", "%", "_", "'; DROP TABLE x; --", "\\b", "$1", "?", "|"];
  await make({ phrases: hostile, effect: "REFUSE" });
  expect(await send("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!")).toMatchObject({ ok: true });
  expect(await send("He wrote (a+)+$ on the wall.")).toMatchObject({ message: SENTENCE });
});

test("the list says what each rule looks for, and in how many stories it found it", async () => {
  await make({ phrases: ["kettle drum", "tea"] });
  await make({ name: "Often", kind: "REPEATED_SENDER", atLeast: 3, hours: 24, active: false });
  await sent("A kettle drum, a kettle drum.");
  const rules = await listRules(moderator);
  expect(rules?.toSorted((a, b) => a.looksFor.localeCompare(b.looksFor))).toMatchObject([
    { name: "Adverts", looksFor: "2 phrases", found: 1, active: true },
    { looksFor: "3 stories or more from one sender within 24 hours", found: 0, active: false },
  ]);
});
