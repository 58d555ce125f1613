import { describe, expect, test } from "vitest";
import { MOST_PLACES, findPhrases, indexPhrases, readPhrases } from "#lib/screening/phrases.ts";

/** The pieces of a text in which a phrase is found. */
function found(phrase: string, text: string): string[] {
  const places = findPhrases(indexPhrases([readPhrases([phrase])]), text).get(0) ?? [];
  return places.map(({ start, end }) => text.slice(start, end));
}

describe("a phrase is found", () => {
  test.each([
    ["spam", "This is SPAM, friends.", "SPAM"],
    ["buy now", "Please buy\n  now or never", "buy\n  now"],
    ["buy now", "Buy-now.", "Buy-now"],
    ["don't", "I don’t know", "don’t"],
    // Look-alikes: Cyrillic, Greek, full width, mathematical, circled, accents, stacked marks.
    ["viagra", "cheap vіаgrа here", "vіаgrа"],
    ["viagra", "cheap ｖｉａｇｒａ here", "ｖｉａｇｒａ"],
    ["viagra", "cheap 𝓿𝓲𝓪𝓰𝓻𝓪 here", "𝓿𝓲𝓪𝓰𝓻𝓪"],
    ["viagra", "cheap ⓥⓘⓐⓖⓡⓐ here", "ⓥⓘⓐⓖⓡⓐ"],
    ["viagra", "cheap víâgrà here", "víâgrà"],
    ["viagra", "cheap v̷i̷a̷g̷r̷a̷ here", "v̷i̷a̷g̷r̷a̷"],
    ["cocaine", "got СΟСАІΝЕ here", "СΟСАІΝЕ"],
    ["sex", "wholly Cyrillic ѕех in English", "ѕех"],
    ["sex", "ѕех", "ѕех"],
    // Digits and signs.
    ["viagra", "v1agra", "v1agra"],
    ["viagra", "vi@gr@", "vi@gr@"],
    ["kill", "k!11 it", "k!11"],
    ["hell", "he11 and", "he11"],
    ["ass", "an a$$", "a$$"],
    ["ass", "@$$", "@$$"],
    ["shit", "sh1t!!", "sh1t"],
    ["asshole", "@sshole", "@sshole"],
    // Repeats.
    ["spam", "spaaaaam", "spaaaaam"],
    ["spam", "SPAMMMM", "SPAMMMM"],
    ["fuck", "fuuck", "fuuck"],
    ["lose", "looooose it", "looooose"],
    ["loose", "looooose it", "looooose"],
    ["сука", "ну суууука", "суууука"],
    // Spacing.
    ["spam", "it is s p a m again", "s p a m"],
    ["spam", "s.p.a.m", "s.p.a.m"],
    ["spam", "s - p - a - m", "s - p - a - m"],
    ["spam", "s\np\na\nm", "s\np\na\nm"],
    ["spam", "I s p a m you", "s p a m"],
    ["spam", "S P 4 M", "S P 4 M"],
    ["spam", "sp.am", "sp.am"],
    ["spam", "s*p*a*m", "s*p*a*m"],
    ["spam", "sp_am", "sp_am"],
    ["buy now", "b u y  n o w", "b u y  n o w"],
    ["сука", "с у к а", "с у к а"],
    ["сука", "су-ка", "су-ка"],
    // Soft hyphens, zero-width spaces and joiners.
    ["spam", "sp\u00adam", "sp\u00adam"],
    ["spam", "sp\u200bam", "sp\u200bam"],
    ["spam", "s\u200dp\u200da\u200dm", "s\u200dp\u200da\u200dm"],
    // Other writing.
    ["привет", "ПРИВЕТ всем", "ПРИВЕТ"],
    ["λογος", "ΛΟΓΟΣ", "ΛΟΓΟΣ"],
    ["كتاب", "هذا كتاب جيد", "كتاب"],
    ["كتاب", "هذا كِتَاب جيد", "كِتَاب"],
    ["كتاب", "هذا كتـــاب جيد", "كتـــاب"],
    ["ספר", "זה סֵפֶר טוב", "סֵפֶר"],
    ["नमस्ते", "सब को नमस्ते।", "नमस्ते"],
    ["毒品", "我们卖毒品给你", "毒品"],
    ["人", "人人都知道", "人"],
    ["ยา", "ขายยาถูก", "ยา"],
    ["Scheiße", "so eine SCHEIßE", "SCHEIßE"],
    ["café", "the cafe\u0301 there", "cafe\u0301"],
    ["I", "and I said", "I"],
    // What is no letter.
    ["🔥", "so 🔥 hot", "🔥"],
    ["👍", "good 👍🏽 job", "👍🏽"],
    ["👨‍👩‍👧", "us 👨‍👩‍👧 here", "👨‍👩‍👧"],
    ["$$$", "make $$$ fast", "$$$"],
    ["#ad", "this is #ad.", "#ad"],
    ["24/7", "open 24/7!", "24/7"],
    ["a.*b", "a.*b", "a.*b"],
    ["(a+)+$", "see (a+)+$ there", "(a+)+$"],
    ["b[i]tch?", "b[i]tch?", "b[i]tch?"],
  ])("%s in %j", (phrase, text, piece) => {
    expect(found(phrase, text)[0]).toBe(piece);
  });
});

describe("a phrase is not found", () => {
  test.each([
    // Within other words.
    ["cunt", "I moved to Scunthorpe."],
    ["sex", "She is from Essex and Sussex."],
    ["cock", "a cocktail and a peacock"],
    ["ass", "a class passed the embassy"],
    ["cialis", "a specialist"],
    ["anal", "the analysis"],
    ["tit", "a title, a petition"],
    ["ass", "p@ss the p@ssword"],
    ["spam", "spams spamming antispam"],
    // Across words.
    ["penis", "the pen is mightier"],
    ["therapist", "the rapist"],
    ["ass", "as soon"],
    ["cop", "she has C.O.P.D."],
    ["shit", "wash it, dash it"],
    // Numbers and prices.
    ["ass", "it was 455 dollars"],
    ["so", "for $50"],
    ["loo", "it cost 100"],
    ["1000", "1000000"],
    ["10", "100 and 210"],
    ["lol", "101"],
    // Repeats that make another word.
    ["ass", "as ever"],
    ["lose", "the loose end"],
    ["to", "me too"],
    ["hell", "heeel"],
    ["bob", "a boob"],
    // Phrases with digits are not read through.
    ["c4", "ça, ca va"],
    ["4u", "au revoir"],
    // Letters of their own, and phrases that have them.
    ["ano", "este año"],
    ["scheibe", "Scheiße"],
    ["schön", "schon gut"],
    // Other alphabets are not read as Latin among their own.
    ["pot", "он открыл рот и замолчал"],
    ["cop", "выбрось сор из избы"],
    ["hoc", "у него красный нос"],
    ["w", "我在山上"],
    ["ai", "هذا اا كتاب"],
    // Within a word of another alphabet, and within a syllable.
    ["кот", "который"],
    ["ก", "กี"],
    ["क", "कि"],
    ["e", "é"],
    // What would be a pattern elsewhere.
    ["a.*b", "a and b"],
    ["b[i]tch", "bitch"],
    ["?", "what"],
    ["|", "a or b"],
  ])("%s in %j", (phrase, text) => {
    expect(found(phrase, text)).toEqual([]);
  });
});

test.each(["", " ", "\u200b", "\u0301", "...", "😀"])("the phrase %j breaks nothing", (phrase) => {
  expect(() => found(phrase, "words ... and 😀\u200b")).not.toThrow();
});

test.each(["\ud800", "a\udc00b", "\u0301abc", "👨‍👩‍👧‍👦".repeat(50), "e\u0301".repeat(500)])(
  "odd text is read to its end",
  (text) => {
    expect(found("spam", `${text} spam`)).toEqual(["spam"]);
  },
);

test("places are right behind emoji, Arabic and combining marks, in the text as it is", () => {
  const text = "👩🏽‍⚕️ كِتَاب e\u0301té 𝓼𝓹𝓪𝓶 — and s.p.a.m 🏳️‍🌈 SPAAAM";
  expect(found("spam", text)).toEqual(["𝓼𝓹𝓪𝓶", "s.p.a.m", "SPAAAM"]);
});

test("a place is told once, however many readings find it, and none lies in another", () => {
  const rules = [readPhrases(["spam", "spam mail"])];
  const places = findPhrases(indexPhrases(rules), "spam mail, spam").get(0);
  expect(places).toEqual([
    { start: 0, end: 9 },
    { start: 11, end: 15 },
  ]);
});

test("of one rule no more places are told than are of use", () => {
  expect(found("spam", "spam ".repeat(500))).toHaveLength(MOST_PLACES);
});

test("rules with the same phrase each find it, and others don't", () => {
  const rules = [["spam"], ["ham"], ["SPAM", "spam"]].map(readPhrases);
  expect([...findPhrases(indexPhrases(rules), "more spam").keys()]).toEqual([0, 2]);
});

test("thousands of phrases that differ only in their repeats are one to look up", () => {
  const phrases = Array.from({ length: 8_000 }, (_, at) =>
    [...at.toString(2).padStart(13, "0")].map((bit) => (bit === "1" ? "aa" : "b")).join(" "),
  );
  const index = indexPhrases([readPhrases(phrases.slice(0, 4_000)), readPhrases(phrases)]);
  const variants = [...index.plain.entries.values()].map((entries) => entries.length);
  expect(Math.max(...variants)).toBeLessThanOrEqual(17);
  // Found all the same, and not another word.
  expect([...findPhrases(index, phrases[7_000] ?? "").keys()]).toContain(1);
  expect(findPhrases(index, "Nothing of it is here.").size).toBe(0);
});
