import fc from "fast-check";
// @ts-expect-error The reference carries no types.
import reference from "twitter-text";
import { describe, expect, test } from "vitest";
import { lengthCases } from "./length.cases.ts";
import { MAX_WEIGHT, splitAtLimit, weightedLength } from "./length.ts";
import { topLevelDomains } from "./tlds.ts";
import { findUrls } from "./urls.ts";

const referenceWeight = (text: string): number => reference.parseTweet(text).weightedLength;

/** Text made of what is likely to disagree: pieces of URLs, scripts, marks, emoji, broken halves. */
const pieces = (
  "a|B|é|e\u0301|q\u0307|ſ|日|本語|한|क्\u200dष|می\u200cخواهم|…|—|“|。|．|\ud83d|\ude00|😀|👍🏽|👨‍👩‍👧‍👦|☝️|✌🏽|❤\ufe0e|🇮🇳|" +
  "1️⃣|\ufe0f|\u200d|\u200f|\ufeff| |\n|\u00a0|\u3000|.|.|.|..|-|_|@|#|$|/|/|:|:80|?|=|&|!|(|)|((|*|%20|,|;|'|\"|[|]|~|+|–|Ж|" +
  "com|co|jp|it|ком|рф|嘉里|嘉里大酒店|भारत|भारतम्|xn--a|xn--|t.co|http://|https://|HTTP://|http://t.co/|example.com|" +
  "example.org/a|日本.jp|A.COM|vermögensberater|日本語の話です日本語の話です|" +
  `${"a".repeat(62)}`
).split("|");
const tricky = fc
  .array(fc.constantFrom(...pieces), { maxLength: 16 })
  .map((parts) => parts.join(""));
const long = fc
  .array(fc.constantFrom(...pieces), { maxLength: 400 })
  .map((parts) => parts.join(""));
const point = fc.oneof(...[0x7f, 0xffff, 0x10ffff].map((max) => fc.nat({ max })));
const anything = fc.array(point, { maxLength: 60 }).map((all) => String.fromCodePoint(...all));
const runs = { numRuns: 2000 };

describe("the table", () => {
  test("names are unique and there are enough", () => {
    expect(new Set(lengthCases.map(({ name }) => name)).size).toBe(lengthCases.length);
    expect(lengthCases.length).toBeGreaterThanOrEqual(60);
  });

  test.each(lengthCases)("$name: $weight", ({ text, weight }) => {
    expect(weightedLength(text)).toBe(weight);
  });

  test.each(lengthCases.filter((each) => !each.unknownToReference))(
    "the reference agrees: $name",
    ({ text, weight }) => {
      expect(referenceWeight(text)).toBe(weight);
    },
  );
});

describe("weightedLength", () => {
  test("agrees with twitter-text on text of tricky pieces", () => {
    fc.assert(
      fc.property(tricky, (text) => {
        expect(weightedLength(text)).toBe(referenceWeight(text));
      }),
      { numRuns: 5000 },
    );
  });

  test("agrees with twitter-text on any text", () => {
    fc.assert(
      fc.property(anything, (text) => {
        expect(weightedLength(text)).toBe(referenceWeight(text));
      }),
      runs,
    );
  });

  test("does not depend on how letters are composed", () => {
    fc.assert(
      fc.property(fc.oneof(tricky, anything), (text) => {
        expect(weightedLength(text.normalize("NFD"))).toBe(weightedLength(text.normalize("NFC")));
      }),
      runs,
    );
  });

  test("adds up across a space", () => {
    // Each part begins with a space, as the first character of a text may count as what precedes
    // a domain ("éa.com" is é and a domain, " éa.com" is a domain).
    const part = fc.oneof(tricky, anything).map((text) => ` ${text}`);
    fc.assert(
      fc.property(part, part, (one, other) => {
        expect(weightedLength(one + other)).toBe(weightedLength(one) + weightedLength(other));
      }),
      runs,
    );
  });

  test("is a whole number, none only for nothing", () => {
    fc.assert(
      fc.property(fc.oneof(tricky, anything), (text) => {
        const weight = weightedLength(text);
        expect(Number.isInteger(weight)).toBe(true);
        expect(weight > 0).toBe(text !== "");
      }),
      runs,
    );
  });

  test("every emoji of Unicode's list weighs 2", () => {
    const emoji = listEmoji();
    expect(emoji.length).toBeGreaterThan(2400);
    expect(emoji.filter((each) => weightedLength(each) !== 2)).toEqual([]);
  });
});

describe("findUrls", () => {
  test("finds what twitter-text finds, where it finds it", () => {
    fc.assert(
      fc.property(tricky, (raw) => {
        const text = raw.normalize("NFC");
        const found: { url: string; indices: [number, number] }[] =
          reference.extractUrlsWithIndices(text);
        expect(findUrls(text)).toEqual(
          found.map(({ url, indices: [start] }) => ({ start, end: start + url.length })),
        );
      }),
      { numRuns: 5000 },
    );
  });

  test("knows the top-level domains that twitter-text knows", () => {
    const { validGTLD, validCCTLD } = reference.regexen as Record<string, RegExp>;
    const names = [validGTLD, validCCTLD].flatMap((list) =>
      /^\(\?:\(\?:(.+)\)\(\?=/.exec(list!.source)![1]!.split("|"),
    );
    expect(new Set(topLevelDomains)).toEqual(new Set(names));
  });
});

describe("splitAtLimit", () => {
  test.each(lengthCases)("$name", ({ text, weight }) => {
    const { fits, excess } = splitAtLimit(text);
    expect(fits + excess).toBe(text.normalize("NFC"));
    expect(excess === "").toBe(weight <= MAX_WEIGHT);
  });

  test.each([
    { name: "letters", text: "a".repeat(281), excess: "a" },
    { name: "Chinese", text: "字".repeat(140) + "a", excess: "a" },
    { name: "a heavy letter with one left", text: "a".repeat(279) + "字", excess: "字" },
    { name: "a family", text: "a".repeat(279) + "👨‍👩‍👧‍👦", excess: "👨‍👩‍👧‍👦" },
    { name: "a letter and its mark", text: "a".repeat(279) + "q\u0307!", excess: "q\u0307!" },
    { name: "a conjunct", text: "a".repeat(278) + "क्\u200dष", excess: "क्\u200dष" },
    { name: "a URL", text: `${"a".repeat(270)} https://a.com/b c`, excess: "https://a.com/b c" },
    { name: "after a URL", text: `${"a".repeat(256)} https://a.com/b c`, excess: " c" },
    {
      name: "what would become a URL when cut",
      text: `${"a".repeat(274)} a.comes`,
      excess: "omes",
    },
    { name: "one grapheme that never ends", text: "e" + "\u0323".repeat(300), excess: null },
  ])("cuts before $name", ({ text, excess }) => {
    expect(splitAtLimit(text).excess).toBe(excess ?? text.normalize("NFC"));
  });

  test("keeps the text, the limit, graphemes and URLs", () => {
    const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });
    fc.assert(
      fc.property(long, (text) => {
        const { fits, excess } = splitAtLimit(text);
        const whole = text.normalize("NFC");
        expect(fits + excess).toBe(whole);
        expect(weightedLength(fits)).toBeLessThanOrEqual(MAX_WEIGHT);
        expect(excess === "").toBe(weightedLength(text) <= MAX_WEIGHT);
        const at = fits.length;
        if (excess) expect(graphemes.segment(whole).containing(at)?.index).toBe(at);
        expect(findUrls(whole).filter(({ start, end }) => start < at && end > at)).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});

describe("speed", () => {
  const kept = (text: string) => text.repeat(10_000).slice(0, 10_000);
  test.each([
    { name: "English", text: kept("The nurse held my hand. ") },
    { name: "Japanese", text: kept("日本語の話です。") },
    { name: "Chinese with ASCII dots", text: kept("他说.我们走吧") },
    { name: "emoji", text: kept("👩🏽‍❤️‍💋‍👨🏿😀✌️") },
    { name: "URLs", text: kept("https://example.com/a(b)?c=d ") },
    { name: "domains that are none", text: kept("b.com_c") },
    { name: "dots", text: kept("a.") },
    { name: "a long label", text: `${kept("あ")}_b.com` },
    { name: "open parentheses", text: `a.com/${kept("(a")}` },
    { name: "parentheses", text: `a.com/${kept("(a)")}!` },
    { name: "marks", text: `e${kept("\u0323")}` },
  ])("10,000 characters do not keep the typist waiting: $name", ({ text }) => {
    // Each takes 1 to 40 ms; twitter-text, seconds to minutes. The bound is for a busy machine.
    const start = performance.now();
    weightedLength(text);
    splitAtLimit(text);
    expect(performance.now() - start).toBeLessThan(1000);
  });
});

/** Those of Unicode's emoji that this Node knows: all but the rarer joined ones. */
function listEmoji(): string[] {
  const tones = ["🏻", "🏼", "🏽", "🏾", "🏿"];
  const points = Array.from({ length: 0x1fb00 }, (_, point) => point)
    .filter((point) => point < 0xd800 || point > 0xdfff)
    .map((point) => String.fromCodePoint(point))
    .filter((character) => /\p{Emoji}/u.test(character));
  const single = points.flatMap((one) => ["", "\ufe0f", ...tones].map((end) => one + end));
  const letters = points.filter((one) => /\p{Regional_Indicator}/u.test(one));
  const flags = letters.flatMap((one) => letters.map((other) => one + other));
  const keycaps = [..."#*0123456789"].map((key) => `${key}\ufe0f\u20e3`);
  const people = ["👨", "👩", "🧑"].flatMap((one) => ["", ...tones].map((tone) => one + tone));
  const pairs = people.flatMap((one) =>
    ["❤️\u200d", "❤️\u200d💋\u200d", "🤝\u200d"].flatMap((between) =>
      people.map((other) => `${one}\u200d${between}${other}`),
    ),
  );
  const roles = [...people, ...single.filter((one) => /[🏻-🏿]|\ufe0f/u.test(one))].flatMap((one) =>
    ["♀️", "♂️", "⚕️", "⚖️", "✈️", "➡️", "🎓", "🚒", "🦰", "🦯", "🌈", "🔥"].map(
      (role) => `${one}\u200d${role}`,
    ),
  );
  return [...single, ...flags, ...keycaps, ...pairs, ...roles].filter((one) =>
    /^\p{RGI_Emoji}$/v.test(one),
  );
}
