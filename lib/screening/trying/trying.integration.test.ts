import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Viewer } from "#lib/accounts/viewer.ts";
import { database } from "#lib/db.ts";
import { makeRule } from "#lib/screening/commands.ts";
import type { RuleInput } from "#lib/screening/schema.ts";
import { MOST_LISTED, touchedStories, tryWords } from "#lib/screening/trying/queries.ts";
import { createUser } from "#lib/testing/accounts.ts";
import { createCall } from "#lib/testing/calls.ts";
import { tellStory } from "#lib/testing/told-stories.ts";

const { prisma } = database();

let moderator: Viewer;
let callId: string;
beforeAll(async () => {
  moderator = await createUser({ name: "Ines", role: "MODERATOR" });
});

beforeEach(async () => {
  await prisma.screeningRule.deleteMany();
  // A call for each test: what it tells is told in a month of its own.
  const slug = await createCall();
  ({ id: callId } = await prisma.call.findUniqueOrThrow({ where: { slug } }));
  await prisma.$executeRaw`UPDATE "Story" SET "submittedAt" = "submittedAt" - interval '60 days'`;
});

const phrases = (...words: string[]): RuleInput => ({
  ...{ name: "Adverts", kind: "PHRASES", phrases: words, atLeast: null, hours: null },
  ...{ effect: "MARK", sentence: null, active: true },
});

const day = 24 * 60 * 60_000;

async function touched(input: RuleInput) {
  const found = await touchedStories(moderator, { id: null, input });
  if (!found) throw new Error("A moderator may.");
  return found;
}

describe("trying words", () => {
  test("says which rules find which words, and where", async () => {
    await makeRule(moderator, phrases("buy now"));
    await makeRule(moderator, { ...phrases("cheap"), name: "Prices", effect: "PUT_FIRST" });
    await makeRule(moderator, { ...phrases("cheap"), name: "Off", active: false });
    const words = "So ch3ap!\r\nBUY NOW";
    expect(await tryWords(moderator, { words, draft: null })).toEqual({
      text: "So ch3ap!\nBUY NOW",
      matches: [
        { name: "Adverts", effect: "MARK", words: ["BUY NOW"] },
        { name: "Prices", effect: "PUT_FIRST", words: ["ch3ap"] },
      ],
      marks: [
        { start: 3, end: 8, label: "Prices" },
        { start: 10, end: 17, label: "Adverts" },
      ],
    });
  });

  test("with a draft: it is tried in the place of the rule it changes", async () => {
    const made = await makeRule(moderator, phrases("buy now"));
    const id = made.ok ? made.value.id : "";
    const draft = { id, input: { ...phrases("kettle"), name: "Kettles" } };
    const tried = await tryWords(moderator, { words: "buy now a kettle", draft });
    expect(tried?.matches).toEqual([{ name: "Kettles", effect: "MARK", words: ["kettle"] }]);
  });

  test.each(["", "\0", "a\ud800", "%", "x".repeat(1_000_000)])(
    "%# odd words break nothing",
    async (words) => {
      await makeRule(moderator, phrases("buy now"));
      expect((await tryWords(moderator, { words, draft: null }))?.matches).toEqual([]);
    },
  );
});

describe("the stories that a rule would have touched", () => {
  test("are those of the last thirty days, whatever became of them, but withdrawn ones", async () => {
    const open = await tellStory({ callId, text: "Buy now, said Mum.", status: "PUBLISHED" });
    const rejected = await tellStory({ callId, text: "buy now", status: "REJECTED" });
    await tellStory({ callId, text: "The kettle." });
    await tellStory({ callId, text: "Buy now.", submittedAt: new Date(Date.now() - 31 * day) });
    const found = await touched(phrases("buy now"));
    expect(found).toMatchObject({ looked: 3, cut: false, touched: 2 });
    expect(found.stories.map(({ id }) => id).toSorted()).toEqual([open.id, rejected.id].toSorted());
  });

  test("are spelled out only where readers see them without a gate", async () => {
    const text = "Buy now, she said.";
    const open = await tellStory({ callId, text, status: "PUBLISHED" });
    await tellStory({ callId, text, status: "PUBLISHED", warning: "death" });
    await tellStory({ callId, text });
    const { stories } = await touched(phrases("buy now"));
    expect(stories).toHaveLength(3);
    for (const story of stories) {
      expect(story.text).toBe(story.id === open.id ? text : null);
      expect(story.words).toEqual(["Buy now"]);
    }
  });

  test("are counted all, and listed to so many", async () => {
    for (let told = 0; told < MOST_LISTED + 2; told++) await tellStory({ callId, text: "buy now" });
    const found = await touched(phrases("buy now"));
    expect(found.touched).toBe(MOST_LISTED + 2);
    expect(found.stories).toHaveLength(MOST_LISTED);
  });

  test("by their sender, and by the age of an account when they were sent", async () => {
    const sender = new Uint8Array(32).fill(7);
    const stories = [];
    for (const hours of [50, 2, 1]) {
      const submittedAt = new Date(Date.now() - hours * 60 * 60_000);
      stories.push(await tellStory({ callId, submittedAt }));
    }
    const ids = stories.map(({ id }) => id);
    await prisma.story.updateMany({ where: { id: { in: ids } }, data: { senderHash: sender } });
    const often = { ...phrases(), kind: "REPEATED_SENDER" as const, atLeast: 2, hours: 24 };
    // Only the last was the second within a day.
    expect((await touched(often)).stories.map(({ id }) => id)).toEqual([ids[2]]);

    const ada = await createUser({ name: "Ada", role: "STORYTELLER" });
    const atOnce = await tellStory({ callId, storytellerId: ada.id });
    const fresh = { ...phrases(), kind: "NEW_ACCOUNT" as const, hours: 1 };
    expect((await touched(fresh)).stories.map(({ id }) => id)).toEqual([atOnce.id]);
  });
});

test("only moderators try", async () => {
  const draft = { id: null, input: phrases("kettle") };
  const editor = await createUser({ name: "Ed", role: "EDITOR" });
  for (const viewer of [null, editor]) {
    expect(await tryWords(viewer, { words: "kettle", draft })).toBeNull();
    expect(await touchedStories(viewer, draft)).toBeNull();
  }
});
