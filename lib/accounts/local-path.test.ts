import fc from "fast-check";
import { expect, test } from "vitest";
import { localPath, signInTo, wayOnOf, withQuery } from "#lib/accounts/local-path.ts";
import { inLocale } from "#lib/in-locale.ts";

test.each([
  ["/", "/"],
  ["/moderation", "/moderation"],
  ["/moderation/stories/abc?x=1#top", "/moderation/stories/abc?x=1#top"],
  ["/older/%E2%98%83", "/older/%E2%98%83"],
  ["/ünder", "/%C3%BCnder"],
  ["/a/../b", "/b"],
  ["/?next=//evil.example", "/?next=//evil.example"],
])("%j stays", (given, path) => {
  expect(localPath(given)).toBe(path);
});

test.each([
  "",
  "moderation",
  "//evil.example",
  "///evil.example",
  "/\\evil.example",
  "\\\\evil.example",
  "/\t/evil.example",
  "/\n/evil.example",
  "/.//evil.example",
  "/..//evil.example",
  "/%2e//evil.example",
  "/a/..//evil.example",
  "/en//evil.example",
  "/en/.//evil.example",
  " /moderation",
  "https://evil.example/",
  "http://localhost:3000/moderation",
  "javascript:alert(1)",
  "/moderation\r\nSet-Cookie: a=b",
  "/a\0b",
  "/a\\..\\b",
  `/${"a".repeat(1000)}`,
  undefined,
  null,
  ["/moderation"],
  { toString: () => "/moderation" },
])("%j is refused", (given) => {
  expect(localPath(given)).toBeNull();
});

test("whatever is let through stays on the site, in the URL parser that browsers have", () => {
  const piece = fc.constantFrom(
    "/",
    "\\",
    ".",
    "..",
    "%2f",
    "%2e",
    "@",
    ":",
    "?",
    "#",
    "\t",
    "evil.example",
    "a",
  );
  const path = fc.oneof(
    fc.array(piece).map((pieces) => `/${pieces.join("")}`),
    fc.string(),
  );
  fc.assert(
    fc.property(path, (given) => {
      const found = localPath(given);
      if (found === null) return;
      expect(new URL(found, "https://stories.example/sign-in").origin).toBe(
        "https://stories.example",
      );
      expect(found).toMatch(/^\/[!-~]*$/);
      expect(localPath(found)).toBe(found);
    }),
    { numRuns: 2000 },
  );
});

test("a query has only what is there, encoded", () => {
  expect(withQuery("/sign-in", { error: null, next: undefined })).toBe("/sign-in");
  expect(withQuery("/sign-in", { error: "A&b", next: "/x?y" })).toBe(
    "/sign-in?error=A%26b&next=%2Fx%3Fy",
  );
});

test("one comes back to where one was going, in the same language", () => {
  const path = "/moderation/calls/a&next=b?c";
  expect(signInTo(path)).toBe("/sign-in?next=/moderation/calls/a%26next%3Db%3Fc");
  const inSpanish = inLocale("es", () => signInTo(path));
  expect(inSpanish).toBe("/es/sign-in?next=/es/moderation/calls/a%26next%3Db%3Fc");
  const { searchParams } = new URL(inSpanish, "https://stories.example");
  expect([...searchParams]).toEqual([["next", `/es${path}`]]);
});

test.each([
  ["/my", "/my", "/es/my"],
  ["/es/my?x=1#top", "/my?x=1#top", "/es/my?x=1#top"],
  ["/es", "/", "/es"],
  ["/es//evil.example", null, null],
  ["//evil.example", null, null],
  [undefined, null, null],
])("%j goes on in the language of the page", (given, english, spanish) => {
  expect(wayOnOf(given)).toBe(english);
  expect(inLocale("es", () => wayOnOf(given))).toBe(spanish);
});
