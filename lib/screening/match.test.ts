import { describe, expect, test } from "vitest";
import { type Rule, type ScreenedStory, effectsOf, matchRules } from "#lib/screening/match.ts";
import { indexPhrases, readPhrases } from "#lib/screening/phrases.ts";

const HOUR = 60 * 60_000;
const now = Date.parse("2026-11-21T12:00:00Z");

type Given = Partial<Rule> & { phrases?: string[] };

function setOf(...given: Given[]) {
  const rules = given.map(({ phrases: _phrases, ...over }, at): Rule => {
    const nothing = { atLeast: null, hours: null, sentence: null };
    return {
      id: `rule-${at}`,
      name: `Rule ${at}`,
      kind: "PHRASES",
      effect: "MARK",
      ...nothing,
      ...over,
    };
  });
  return { rules, index: indexPhrases(given.map(({ phrases = [] }) => readPhrases(phrases))) };
}

const story = (over: Partial<ScreenedStory> = {}): ScreenedStory => ({
  ...{ text: "The kettle was on.", beside: [], at: now, sentAt: [now], accountSince: null },
  ...over,
});

const matched = (rules: Given[], over: Partial<ScreenedStory>) =>
  matchRules(setOf(...rules), story(over)).map(({ rule, places }) => ({ id: rule.id, places }));

describe("links", () => {
  const rule: Given = { kind: "LINKS", atLeast: 2 };

  test("as many as there are to be, each with its place", () => {
    const text = "See example.org and https://example.com/a?b=c too";
    expect(matched([rule], { text })).toEqual([
      {
        id: "rule-0",
        places: [
          { start: 4, end: 15 },
          { start: 20, end: 45 },
        ],
      },
    ]);
  });

  test("those in the byline and under the picture count too", () => {
    const over = { text: "See example.org", beside: ["example.com"] };
    expect(matched([rule], over)).toEqual([{ id: "rule-0", places: [{ start: 4, end: 15 }] }]);
  });

  test("one is not two", () => {
    expect(matched([rule], { text: "See example.org" })).toEqual([]);
  });
});

describe("a repeated sender", () => {
  const rule: Given = { kind: "REPEATED_SENDER", atLeast: 3, hours: 2 };

  test.each([
    ["three within two hours", [0, 1, 1.9], 1],
    ["the third is older", [0, 1, 2], 0],
    ["two", [0, 1], 0],
    ["one that came later does not count", [0, 1, -1], 0],
    ["nobody knows", [], 0],
  ])("%s", (_what, ago, times) => {
    const sentAt = ago.map((hours) => now - hours * HOUR);
    expect(matched([rule], { sentAt })).toHaveLength(times);
  });
});

describe("a new account", () => {
  const rule: Given = { kind: "NEW_ACCOUNT", hours: 24 };

  test.each([
    ["an hour old", now - HOUR, 1],
    ["a day old", now - 24 * HOUR, 0],
    ["no account", null, 0],
  ])("%s", (_what, accountSince, times) => {
    expect(matched([rule], { accountSince })).toHaveLength(times);
  });
});

test("a phrase in the byline is about the whole story, one in the words has its place", () => {
  const rule: Given = { phrases: ["spam"] };
  expect(matched([rule], { beside: ["Spam Inc."] })).toEqual([{ id: "rule-0", places: [] }]);
  expect(matched([rule], { text: "spam", beside: ["spam"] })).toEqual([
    { id: "rule-0", places: [{ start: 0, end: 4 }] },
  ]);
});

test("every effect of every rule that matches counts, and the first that refuses says why", () => {
  const phrases = ["kettle"];
  const matches = matchRules(
    setOf(
      { phrases, effect: "PUT_FIRST" },
      { phrases, effect: "TWO_PEOPLE" },
      { phrases: ["teapot"], effect: "REFUSE", sentence: "No teapots." },
      { phrases, effect: "REFUSE", sentence: "No kettles, please." },
      { phrases, effect: "REFUSE", sentence: "Not again." },
    ),
    story(),
  );
  expect(effectsOf(matches)).toEqual({
    refusal: "No kettles, please.",
    putFirst: true,
    needsTwo: true,
  });
  expect(effectsOf([])).toEqual({ refusal: null, putFirst: false, needsTwo: false });
});
