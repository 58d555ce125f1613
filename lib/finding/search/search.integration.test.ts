import { beforeAll, describe, expect, test, vi } from "vitest";
import { database } from "#lib/db.ts";
import { indexStories, learnWords } from "#lib/finding/commands.ts";
import { type Results, findStories } from "#lib/finding/search/queries.ts";
import { findSchema } from "#lib/finding/search/schema.ts";
import { addressKey, consume } from "#lib/rate-limit.ts";
import { createCall } from "#lib/testing/calls.ts";
import { tellStory } from "#lib/testing/told-stories.ts";

vi.mock("next/cache", () => ({ unstable_cache: (read: () => unknown) => read }));

const { prisma } = database();
let callId: string;
let callSlug: string;

type Told = Partial<Parameters<typeof tellStory>[0]>;

const publish = (text: string, over: Told = {}) =>
  tellStory({ callId, text, status: "PUBLISHED", ...over });

async function search(q: string, over: Record<string, string> = {}, language = "en") {
  return findStories(findSchema.parse({ q, ...over }), { language, address: "2001:db8:1::1" });
}

async function found(...asked: Parameters<typeof search>): Promise<Results> {
  const results = await search(...asked);
  if (typeof results === "string") throw new Error(results);
  return results;
}

const textsOf = async (...asked: Parameters<typeof search>) =>
  (await found(...asked)).stories.map(({ text }) => text);

beforeAll(async () => {
  callSlug = await createCall();
  callId = (await prisma.call.findUniqueOrThrow({ where: { slug: callSlug } })).id;
  await publish("Two porters were singing on the stairs.");
  await publish("Mi abuela pedía café con canela cada mañana en el pasillo.");
  await publish("祖母は病院の廊下でずっと静かに歌っていました。");
  await publish("Someone hummed.", { bylineName: "Ottilie", bylineRole: "midwife" });
  await publish("The lantern in the corridor went out.", { warning: "death" });
  await publish("She hid her lantern.", { status: "PENDING" });
  await publish("Nobody took the lantern home.", { status: "TAKEN_DOWN" });
  await indexStories();
});

describe("words are found", () => {
  test.each<[string, string, string]>([
    ["as the reader's language bends them", "sing", "en"],
    ["as they are written", "singing", "es"],
    ["in another language than the reader's", "pasillo", "en"],
    ["bent as that language bends them, by who reads it", "pasillos", "es"],
    ["without their accents", "cafe manana", "en"],
    ["with accents that they lack", "cánela", "en"],
    ["in writing without spaces", "病院", "en"],
    ["in a byline", "ottilie", "en"],
    ["in a phrase", '"on the stairs"', "en"],
    ["in a phrase, as a phone writes it", "“on the stairs” -“stairs singing”", "en"],
    ["either of two", "stairs or canela", "en"],
    ["without another", "lantern -stairs", "en"],
  ])("%s", async (_how, q, language) => {
    expect((await found(q, {}, language)).count).toBeGreaterThan(0);
  });

  test("only in what is published", async () => {
    expect(await textsOf("lantern")).toEqual(["The lantern in the corridor went out."]);
  });

  test("and not where one is missing, or in another order", async () => {
    for (const q of ["stairs canela", '"stairs singing"', "«stairs singing»", "singing -porters"]) {
      expect(await found(q), q).toMatchObject({ count: 0, stories: [], older: null });
    }
  });
});

test("what was looked for is marked, and nothing else of the words changes", async () => {
  const [story] = (await found("sing porter")).stories;
  expect(story?.parts.map(({ text }) => text).join("")).toBe(story?.text);
  expect(story?.parts.filter((part) => part.found).map(({ text }) => text)).toEqual([
    "porters",
    "singing",
  ]);
  for (const q of ["café", "cafe", "pasillo or stairs"]) {
    const spanish = (await found(q)).stories.find(({ language }) => language === "es");
    expect(spanish?.parts.filter((part) => part.found)).toHaveLength(1);
  }
  const hostile = await publish("A <b>bell</b> &amp; a \u{1F56F}\uFE0F bell.");
  await indexStories();
  const [other] = (await found("bell")).stories;
  expect(other?.id).toBe(hostile.id);
  expect(other?.parts.map(({ text }) => text).join("")).toBe(
    "A <b>bell</b> &amp; a \u{1F56F}\uFE0F bell.",
  );
});

test("narrowed by call, theme and warnings", async () => {
  expect(await textsOf("lantern", { unwarned: "1" })).toEqual([]);
  expect(await textsOf("porters", { unwarned: "1", call: callSlug })).toHaveLength(1);
  expect(await textsOf("porters", { call: "another" })).toEqual([]);
  expect(await textsOf("porters", { theme: "small-wins" })).toEqual([]);
});

test("goes on from page to page, newest first", async () => {
  for (let at = 0; at < 23; at++) {
    await publish(`The teaspoon, ${at}.`, { submittedAt: new Date(Date.UTC(2026, 0, 1, 0, at)) });
  }
  await indexStories();
  const first = await found("teaspoon");
  expect(first).toMatchObject({ count: 23, older: expect.any(String) });
  const second = await found("teaspoon", { older: first.older ?? "" });
  expect(second).toMatchObject({ count: 23, older: null });
  const texts = [...first.stories, ...second.stories].map(({ text }) => text);
  expect(texts).toEqual(Array.from({ length: 23 }, (_, at) => `The teaspoon, ${22 - at}.`));
});

test("a word that is misspelt is meant as stories spell it, and only words of several stories are", async () => {
  for (let at = 0; at < 3; at++) await publish(`The ambulance came, ${at}.`);
  await publish("The wheelbarrow came.");
  await indexStories();
  await learnWords();
  expect(await found("ambluance")).toMatchObject({ count: 0, meant: { q: "ambulance" } });
  expect(await found("Ambluance came")).toMatchObject({ count: 0, meant: { q: "ambulance came" } });
  // Among the stories that were looked through, or else in all.
  const narrowed = { unwarned: "1", call: callSlug };
  const meant = { q: "ambulance", theme: null, older: null };
  expect(await found("ambluance", narrowed)).toMatchObject({ meant: { ...meant, ...narrowed } });
  expect(await found("ambluance", { unwarned: "1", theme: "small-wins" })).toMatchObject({
    meant: { ...meant, unwarned: null, call: null },
  });
  expect(await found("wheelbarow")).toMatchObject({ count: 0, meant: null });
  expect(await found("ambulance")).toMatchObject({ count: 3, meant: null });
});

test.each<[string, string]>([
  ["nothing", ""],
  ["spaces", " \n\t "],
  ["only what asks", '" - --'],
  ["punctuation", "!!! & | ( ) : * <-> \\ ' \" %_"],
])("%s asks for nothing", async (_what, q) => {
  expect(await search(q)).toBe("nothing-asked");
});

test.each<[string, string]>([
  ["a quote that doesn't end", '"on the'],
  ["operators", "porters & !singing | :* <2>"],
  ["SQL", '\'; DROP TABLE "Story"; --'],
  ["a very long one", "corridor ".repeat(5_000)],
  ["a very long word", "a".repeat(10_000)],
  ["many quotes", '"a" '.repeat(500)],
  ["many minuses", "-".repeat(1_000) + "stairs"],
  ["emoji", "👩‍⚕️🕯️"],
  ["half a character", "\ud83d lantern"],
  ["what we mark with", "\u{f0000}lantern\u{f0001} \0"],
  ["letters from the right", "\u202e\u0627\u0644"],
])("%s is answered", async (_what, q) => {
  const results = await search(q);
  expect(typeof results === "string" ? "nothing-asked" : typeof results.count).toMatch(
    /nothing-asked|number/,
  );
});

test("more than 600 an hour from one place are not looked for", async () => {
  const address = "2001:db8:2::1";
  await Promise.all(Array.from({ length: 600 }, () => consume("search", addressKey(address))));
  const find = findSchema.parse({ q: "corridor" });
  expect(await findStories(find, { language: "en", address })).toBe("too-often");
  const elsewhere = { language: "en", address: "2001:db8:3::1" };
  expect(await findStories(find, elsewhere)).toMatchObject({ count: expect.any(Number) });
});

test("more searches at once than there are connections are all answered", async () => {
  const all = await Promise.all(Array.from({ length: 40 }, () => search("lantern")));
  const counts = all.map((results) => (typeof results === "string" ? results : results.count));
  // On a slow machine some take too long; none waits for a connection that another one waits with.
  expect(counts.filter((count) => count !== "too-much").length).toBeGreaterThanOrEqual(10);
  expect(new Set(counts.filter((count) => count !== "too-much"))).toEqual(new Set([1]));
});
