import { expect, test } from "vitest";
import {
  WORDS_LIMIT,
  everyStory,
  isNarrowed,
  isTelling,
  patternFor,
  readSearch,
  searchQuery,
  searchSchema,
  wordsOf,
} from "#lib/moderation/search/schema.ts";

test("what says nothing that we know means all", () => {
  const hostile = {
    words: ["a", "b"],
    status: "DELETED",
    moderator: "' OR 1=1",
    from: "2026-02-30",
    until: "99999-01-01",
  };
  expect(searchSchema.parse(hostile)).toEqual(everyStory);
  expect(searchSchema.parse({ words: " \0\u200b\n ", status: "" })).toEqual(everyStory);
  expect(isNarrowed(everyStory)).toBe(false);
});

test("words are in the characters of a story, whole ones, and not more than fit", () => {
  const wordsIn = (words: string) => searchSchema.parse({ words }).words;
  expect(wordsIn("  cafe\u0301  ")).toBe("caf\u00e9");
  expect(wordsIn("a\0b")).toBe("ab");
  expect(wordsIn("broken \ud83d end")).toBe("broken \ufffd end");
  expect(wordsIn("x".repeat(10_000))).toBe("x".repeat(WORDS_LIMIT));
  // Nothing is cut in two.
  expect(wordsIn("😀".repeat(10_000))).toBe("😀".repeat(WORDS_LIMIT));
});

test("each word is looked for once, the longest first, as it is written", () => {
  expect(wordsOf("the Night  porter\nnight")).toEqual(["porter", "night", "the"]);
  expect(wordsOf("a b c d e f g h i j k l")).toHaveLength(10);
  expect(patternFor("100%_\\o")).toBe("%100\\%\\_\\\\o%");
});

test.each([
  ["kettle", true],
  ["ab", false],
  ["a-b-c", false],
  ["%%%", false],
  ["夜勤の", true],
  ["夜勤", false],
])("an index can tell where %s is: %s", (word, tells) => {
  expect(isTelling(word)).toBe(tells);
});

test("a form leads back to its page, and nowhere else", () => {
  const query = searchQuery({ ...everyStory, words: "100% & more", status: "REJECTED" });
  expect(query).toBe("?words=100%25+%26+more&status=REJECTED");
  expect(readSearch(query, { batch: "b1" })).toBe(`${query}&batch=b1`);
  expect(readSearch("?older=m1x2y3z4-Ab3dEf6hIj9l", {})).toBe("?older=m1x2y3z4-Ab3dEf6hIj9l");
  for (const elsewhere of ["//evil.example", "?older=//evil.example", "?next=/x&status=X", ""]) {
    expect(readSearch(elsewhere, {})).toBe("");
  }
});
