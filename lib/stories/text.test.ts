import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { lengthCases } from "./length.cases.ts";
import { MAX_WEIGHT, weightedLength } from "./length.ts";
import { normaliseText, TEXT_INPUT_LIMIT, textProblem } from "./text.ts";

const point = fc.oneof(...[0x7f, 0xffff, 0x10ffff].map((max) => fc.nat({ max })));
const anything = fc.array(point, { maxLength: 12 }).map((all) => String.fromCodePoint(...all));

describe("normaliseText", () => {
  test.each([
    { name: "composes letters", raw: "cafe\u0301", text: "café" },
    { name: "CRLF and CR become LF", raw: "a\r\nb\rc\n\rd", text: "a\nb\nc\n\nd" },
    { name: "so do Unicode's separators", raw: "a\u2028b\u2029c", text: "a\nb\nc" },
    { name: "blank lines are kept", raw: "a\r\n\r\n\r\n\r\nb", text: "a\n\n\n\nb" },
    { name: "spaces at line ends go", raw: "a  \n \u3000\nb\u00a0", text: "a\n\nb" },
    { name: "spaces at line starts stay", raw: "a\n  b", text: "a\n  b" },
    { name: "white space around it goes", raw: " \n\u3000a\n \n", text: "a" },
    { name: "a tab becomes a space", raw: "a\tb", text: "a b" },
    { name: "bidi controls go", raw: "\u202ea\u202c\u2067b\u2069\u200e\u200f\u061c", text: "ab" },
    { name: "byte order marks go", raw: "\ufeffa\ufeffb", text: "ab" },
    { name: "marks compose across what goes", raw: "e\u200f\u0301", text: "é" },
    { name: "a non-joiner stays in a word", raw: "می\u200cخواهم", text: "می\u200cخواهم" },
    { name: "a joiner stays in a conjunct", raw: "क्\u200dष", text: "क्\u200dष" },
    { name: "a joiner stays in an emoji", raw: "👨\u200d👩\u200d👧", text: "👨\u200d👩\u200d👧" },
    { name: "joiners at the ends go", raw: "\u200da\u200c", text: "a" },
    {
      name: "joiners beside spaces go",
      raw: "a\u200d \u200cb\n\u200dc \u200d d",
      text: "a b\nc  d",
    },
    { name: "joiners behind bidi controls go", raw: "a\u200d\u200f b", text: "a b" },
    {
      name: "break marks go",
      raw: "02\u200b0 79\u00ad46\u2060 a\u200b.\u2063",
      text: "020 7946 a.",
    },
    { name: "beside emoji too", raw: "👨\u200b👩\u00ad!", text: "👨👩!" },
    { name: "in Greek and Chinese too", raw: "κα\u200bι 字\u2060字", text: "και 字字" },
    { name: "marks compose across those", raw: "e\u00ad\u0301", text: "é" },
    { name: "a break between Thai words stays", raw: "กา\u200bมา", text: "กา\u200bมา" },
    { name: "as one", raw: "ក\u200b\u2060\u200bខ\u200b។", text: "ក\u200bខ\u200b។" },
    { name: "but not behind them", raw: "กา\u200b กา\u200b1", text: "กา กา1" },
    { name: "a soft hyphen says nothing there", raw: "กา\u00adมา", text: "กามา" },
    { name: "joiners in Latin go", raw: "ro\u200dsa@é\u200cx.\u200dorg", text: "rosa@éx.org" },
    { name: "joiners between digits go", raw: "0\u200d2\u200c0-\u200d१\u200d२", text: "020-१२" },
    { name: "a joiner behind a digit stays", raw: "۱۰\u200cها", text: "۱۰\u200cها" },
    { name: "so does one behind a Latin word", raw: "PDF\u200cها", text: "PDF\u200cها" },
    { name: "nothing but white space", raw: " \t\r\n\u2003", text: "" },
  ])("$name", ({ raw, text }) => {
    expect(normaliseText(raw)).toBe(text);
  });

  test("does nothing the second time", () => {
    const pieces =
      "a|é|e|\u0301| |\t|\n|\r|\u2028|\u00a0|\u3000|\u200c|\u200d|\u200e|\u202e|\ufeff|\u00ad|\u200b|\u2060|1|.|ก|\u0e49|ក|\u2000|\u0958|\ud83d|\ude00|👨|\u1112|\u1161|\u212b|\0|\v";
    const text = fc.array(fc.constantFrom(...pieces.split("|")), { maxLength: 12 });
    fc.assert(
      fc.property(
        fc.oneof(
          text.map((parts) => parts.join("")),
          anything,
        ),
        (raw) => {
          const once = normaliseText(raw);
          expect(normaliseText(once)).toBe(once);
        },
      ),
      { numRuns: 3000 },
    );
  });

  test("leaves alone what is far too long", () => {
    const raw = " \r\n".repeat(TEXT_INPUT_LIMIT);
    expect(normaliseText(raw)).toBe(raw);
  });
});

const problemOf = (raw: string) => textProblem(normaliseText(raw));

describe("textProblem", () => {
  test.each([
    "A story.",
    "می\u200cخواهم",
    "👩🏽\u200d❤️\u200d💋\u200d👨🏿",
    "👨🏻\u200d👩🏼\u200d👧🏽\u200d👦🏾",
    "🏴󠁧󠁢󠁥󠁮󠁧󠁿",
    "क्\u200dष्म्य",
    "…",
    `e${"\u0323".repeat(15)}`,
    "a".repeat(MAX_WEIGHT),
    "line\n\n\n\nline",
  ])("finds none in %j", (raw) => {
    expect(problemOf(raw)).toBeNull();
  });

  test.each([
    { name: "nothing", raw: "", says: "Please write your story." },
    { name: "only white space", raw: " \r\n\t\u3000", says: "Please write your story." },
    { name: "only joiners", raw: "\u200d\u200c", says: "Please write your story." },
    { name: "Braille blanks", raw: "\u2800 \u2800", says: "invisible" },
    { name: "Hangul fillers", raw: "\u3164\u115f\u1160\uffa0", says: "invisible" },
    { name: "zero width spaces", raw: "\u200b\u2060", says: "invisible" },
    { name: "soft hyphens", raw: "\u00ad", says: "invisible" },
    { name: "tags", raw: "\u{e0061}\u{e0062}\u{e007f}", says: "invisible" },
    { name: "variation selectors", raw: "\ufe0f\ufe0e\u{e0100}", says: "invisible" },
    { name: "NUL", raw: "a\0b", says: "null character" },
    { name: "NUL alone", raw: "\0", says: "null character" },
    { name: "a lone high surrogate", raw: "a\ud83d", says: "broken" },
    { name: "a lone low surrogate", raw: "\ude00b", says: "broken" },
    { name: "a hidden break alone", raw: " \u200b\u00ad", says: "Please write your story." },
    { name: "a bell", raw: "a\u0007b", says: "control character" },
    { name: "an escape", raw: "\u001b[31ma", says: "control character" },
    { name: "a delete", raw: "a\u007fb", says: "control character" },
    { name: "a C1 control", raw: "a\u0085b", says: "control character" },
    { name: "a noncharacter", raw: "a\ufffeb", says: "control character" },
    {
      name: "17 code points in a grapheme",
      raw: `q${"\u0323".repeat(16)}`,
      says: "too many marks",
    },
    { name: "a chain of emoji", raw: Array(9).fill("😀").join("\u200d"), says: "too many marks" },
    { name: "one over", raw: "a".repeat(281), says: "Your story is 1 over." },
    { name: "twelve over", raw: "字".repeat(146), says: "Your story is 12 over." },
    { name: "far over", raw: "a".repeat(TEXT_INPUT_LIMIT), says: "Your story is 9,720 over." },
    { name: "beyond all bounds", raw: "a".repeat(TEXT_INPUT_LIMIT + 1), says: "far longer" },
    { name: "beyond all bounds, blank", raw: " ".repeat(TEXT_INPUT_LIMIT + 1), says: "far longer" },
  ])("says what to do about $name", ({ raw, says }) => {
    const problem = problemOf(raw);
    expect(problem).toContain(says);
    expect(problem).toMatch(/^[A-Z].*\.$/);
  });

  test.each(lengthCases)("has the count's word on the limit: $name", ({ text, weight }) => {
    expect(textProblem(text)?.includes(" over. ") ?? false).toBe(weight > MAX_WEIGHT);
  });

  test("lets nothing through that the database or a feed could not hold", () => {
    fc.assert(
      fc.property(anything, (raw) => {
        const text = normaliseText(raw);
        if (textProblem(text) !== null) return;
        expect(text.isWellFormed()).toBe(true);
        expect(text).toMatch(/^[^\p{Noncharacter_Code_Point}\0-\t\v-\x1f\x7f-\x9f]+$/u);
        expect(weightedLength(text)).toBeGreaterThan(0);
        expect(weightedLength(text)).toBeLessThanOrEqual(MAX_WEIGHT);
      }),
      { numRuns: 2000 },
    );
  });
});
