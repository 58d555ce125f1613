import { expect, test } from "vitest";
import type { Finding } from "#lib/privacy/findings.ts";
import { findInPlain, plain } from "#lib/privacy/plain.ts";

test.each([
  ["９４３", "943"],
  ["٠١٢٩", "0129"],
  ["۰۹", "09"],
  ["०९८", "098"],
  ["০৯", "09"],
  ["020–7946‑0123", "020-7946-0123"],
  ["020\u00a07946\u20090123", "020 7946 0123"],
  ["it’s", "it's"],
  ["＋44", "+44"],
  ["๐๙ ௦௯ ០៩", "09 09 09"],
  ["⁰¹²³ ₄₅ ⓪①⑨", "0123 45 019"],
  ["½ ⑩ Ⅳ 𝟎", "½ ⑩ Ⅳ 𝟎"],
  ["（０）／ａ＠ｂ．ｃ", "(0)/ａ@ｂ.ｃ"],
  ["Grüße, नमस्ते", "Grüße, नमस्ते"],
])("%j reads %j", (text, expected) => {
  expect(plain(text)).toBe(expected);
  expect(plain(text)).toHaveLength(text.length);
});

const everyPoint = Array.from({ length: 0x110000 }, (_, point) => point);

test("every decimal digit of Unicode has its value", () => {
  const digits = everyPoint
    .filter((point) => /\p{Nd}/u.test(String.fromCodePoint(point)))
    .map((point) => String.fromCodePoint(point));
  expect(digits.length).toBeGreaterThanOrEqual(650);
  const values = digits.map((digit) => seenIn(digit));
  expect(values.join("")).toBe("0123456789".repeat(digits.length / 10));
});

/** What `find` is given. */
function seenIn(text: string): string {
  let seen = "";
  findInPlain(text, (words) => {
    seen = words;
    return [];
  });
  return seen;
}

test.each([
  ["1️⃣2️⃣ 3\u20e3", "12 3"],
  ["𝟎𝟐𝟎–𝟗", "020-9"],
  ["a\u200bb\u00adc\u2060d\ufeffe\u200df", "abcdef"],
  ["👩🏽‍⚕️ 1", "👩🏽⚕ 1"],
  ["\ud83d 1\u200b", "\ud83d 1"],
  ["\u200b", ""],
  ["", ""],
])("patterns see %j as %j", (text, expected) => {
  expect(seenIn(text)).toBe(expected);
});

test.each<[text: string, found: string]>([
  ["a 👩🏽‍⚕️ 𝟏𝟐 b", "𝟏𝟐"],
  ["1️⃣2️⃣", "1️⃣2️⃣"],
  ["🫶\u200b1\u00ad2 b", "1\u00ad2"],
  ["😀12", "12"],
])("offsets are given back as those of %j", (text, found) => {
  const find = (words: string): Finding[] => {
    const start = words.indexOf("12");
    return [{ kind: "phone", start, end: start + 2 }];
  };
  expect(findInPlain(text, find).map(({ start, end }) => text.slice(start, end))).toEqual([found]);
});
