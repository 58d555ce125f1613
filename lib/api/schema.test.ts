import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type HeadingsQuery,
  type StoriesQuery,
  headingsQuerySchema,
  noQuerySchema,
  readQuery,
  storiesQuerySchema,
} from "#lib/api/schema.ts";

const stories = (asked: string) => readQuery(storiesQuerySchema, new URLSearchParams(asked));
const headings = (asked: string) => readQuery(headingsQuerySchema, new URLSearchParams(asked));

const place = "mabcdefg-Ab3dEf6hIj9k";

test.each<[string, Partial<StoriesQuery>]>([
  ["", { limit: 20, sort: "newest" }],
  ["limit=1", { limit: 1 }],
  ["limit=100", { limit: 100 }],
  [`cursor=${place}`, { cursor: { cursor: place, way: "older" } }],
  [`cursor=-${place}`, { cursor: { cursor: place, way: "newer" } }],
  [`sort=hearts&cursor=1a.${place}`, { sort: "hearts" }],
  ["theme=small-wins", { theme: "small-wins" }],
  ["call=nights&limit=5", { call: "nights", limit: 5 }],
  ["hashtag=OneShift", { hashtag: "oneshift" }],
  ["hashtag=%23OneShift", { hashtag: "oneshift" }],
  ["role=nurse&sort=newest", { role: "nurse" }],
])("of stories, ?%s can be asked", (asked, query) => {
  expect(stories(asked)).toMatchObject({ ok: true, query });
});

test.each<[string, string[]]>([
  ["limit=0", ["limit"]],
  ["limit=101", ["limit"]],
  ["limit=", ["limit"]],
  ["limit=2.5", ["limit"]],
  ["limit=many", ["limit"]],
  ...["1e1", "1e400", "0x10", "%2010", "%2B5", "5.0"].map((n): [string, string[]] => [
    `limit=${n}`,
    ["limit"],
  ]),
  ["cursor=", ["cursor"]],
  ["cursor=x", ["cursor"]],
  [`cursor=--${place}`, ["cursor"]],
  // A place in another order.
  [`cursor=1a.${place}`, ["cursor"]],
  [`sort=hearts&cursor=${place}`, ["cursor"]],
  ["theme=Small+wins", ["theme"]],
  [`call=${"a".repeat(61)}`, ["call"]],
  ["hashtag=two+words", ["hashtag"]],
  ["hashtag=", ["hashtag"]],
  ["hashtag=%00", ["hashtag"]],
  ["role=king", ["role"]],
  ["sort=oldest", ["sort"]],
  ["theme=small-wins&role=nurse", ["role"]],
  ["theme=small-wins&sort=hearts", ["sort"]],
  ["tehme=small-wins", ["tehme"]],
  ["__proto__=x", ["__proto__"]],
  ["limit=5&limit=6", ["limit"]],
  ["limit=0&role=king&page=2", ["limit", "page", "role"]],
])("of stories, ?%s can't be asked", (asked, parameters) => {
  const read = stories(asked);
  expect(read.ok).toBe(false);
  if (read.ok) return;
  expect(read.errors.map(({ parameter }) => parameter).sort()).toEqual(parameters);
  for (const { detail } of read.errors) expect(detail).toMatch(/^(Please|There|This|The) .*\.$/);
});

test.each<[string, Partial<HeadingsQuery> | null]>([
  ["", { limit: 20 }],
  ["cursor=mabcdefg-small-wins", { cursor: { cursor: "mabcdefg-small-wins", way: "older" } }],
  ["cursor=-mabcdefg-a&limit=3", { cursor: { cursor: "mabcdefg-a", way: "newer" }, limit: 3 }],
  [`cursor=${"z".repeat(8)}-${"a".repeat(60)}`, {}],
  ["cursor=small-wins", null],
  ["cursor=mabcdefg-Small", null],
  ["cursor=zzzzzzzzzz-a", null],
  ["theme=small-wins", null],
])("of calls and themes, ?%s", (asked, query) => {
  expect(headings(asked)).toMatchObject(query ? { ok: true, query } : { ok: false });
});

describe("whatever is asked", () => {
  const names = ["cursor", "limit", "theme", "hashtag", "role", "sort", "constructor", "x"];
  const asked = fc
    .array(fc.tuple(fc.constantFrom(...names), fc.string({ unit: "binary" })), { maxLength: 4 })
    .map((pairs) => new URLSearchParams(pairs));

  test("it is read, or each mistake is named", () => {
    fc.assert(
      fc.property(asked, (given) => {
        for (const schema of [storiesQuerySchema, headingsQuerySchema, noQuerySchema]) {
          const read = readQuery(schema, given);
          if (read.ok) continue;
          expect(read.errors.length).toBeGreaterThan(0);
          for (const { parameter } of read.errors) expect(given.has(parameter)).toBe(true);
        }
      }),
    );
  });
});
