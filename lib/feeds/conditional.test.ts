import { describe, expect, test } from "vitest";
import { etagOf } from "#lib/answers.ts";
import { hasVersion, lastModified } from "#lib/feeds/conditional.ts";

const noon = Date.UTC(2026, 10, 21, 12, 0, 0, 400);
const second = (seconds: number) => new Date(Date.UTC(2026, 10, 21, 12, 0, seconds));

describe("the date of a document", () => {
  test("is when it was first seen, in whole seconds, and stays", () => {
    expect(lastModified("/a", "one", noon)).toEqual(second(0));
    expect(lastModified("/a", "one", noon + 60_000)).toEqual(second(0));
  });

  test("is another for each version, also within a second and back again", () => {
    expect(lastModified("/b", "one", noon)).toEqual(second(0));
    expect(lastModified("/b", "two", noon + 100)).toEqual(second(1));
    expect(lastModified("/b", "one", noon + 200)).toEqual(second(2));
    expect(lastModified("/b", "two", noon + 9_000)).toEqual(second(9));
  });

  test("is each document's own", () => {
    expect(lastModified("/c", "one", noon)).toEqual(second(0));
    expect(lastModified("/d", "one", noon + 5_000)).toEqual(second(5));
  });
});

const etag = etagOf("words");

describe("whoever asks has it", () => {
  test.each<[string, Record<string, string>]>([
    ["by its ETag", { "if-none-match": etag }],
    ["by its ETag as a strong one", { "if-none-match": etag.slice(2) }],
    ["by one of several", { "if-none-match": `"other", ${etag}` }],
    ["by any", { "if-none-match": "*" }],
    ["by its date", { "if-modified-since": second(0).toUTCString() }],
    [
      "by its ETag, whatever the date",
      { "if-none-match": etag, "if-modified-since": second(-60).toUTCString() },
    ],
  ])("%s", (_how, headers) => {
    expect(hasVersion(new Headers(headers), etag, second(0))).toBe(true);
  });

  test.each<[string, Record<string, string>]>([
    ["without asking for it", {}],
    ["by another ETag", { "if-none-match": '"other"' }],
    ["by part of it", { "if-none-match": etag.slice(0, -2) + '"' }],
    ["by an older date", { "if-modified-since": second(-1).toUTCString() }],
    ["by a later date, of another process", { "if-modified-since": second(1).toUTCString() }],
    ["by what is no date", { "if-modified-since": "yesterday" }],
    [
      "by its date with another ETag",
      { "if-none-match": '"other"', "if-modified-since": second(0).toUTCString() },
    ],
  ])("not %s", (_how, headers) => {
    expect(hasVersion(new Headers(headers), etag, second(0))).toBe(false);
  });
});
