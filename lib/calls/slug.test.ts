import { expect, test } from "vitest";
import { slugOf, slugsFor } from "#lib/calls/slug.ts";

test.each([
  ["What's left, at night?", "whats-left-at-night"],
  ["  Déjà vu — à l’hôpital ", "deja-vu-a-lhopital"],
  ["../../moderation", "moderation"],
  [`${"a".repeat(49)} b`, "a".repeat(49)],
])("%j stands in an address as %s", (title, slug) => {
  expect(slugOf(title)).toBe(slug);
});

test("a title without Latin letters gets an address of its own", () => {
  expect(slugOf("夜勤で学んだこと")).toMatch(/^[a-z0-9]{8}$/);
});

test("however often a title is taken, there is another slug, and it fits", () => {
  const slugs = slugsFor("x".repeat(120));
  const tried = Array.from({ length: 40 }, () => slugs.next().value);
  expect(new Set(tried).size).toBe(40);
  expect(tried[1]).toBe(`${"x".repeat(50)}-2`);
  expect(tried.every((slug) => /^[a-z0-9-]{1,60}$/.test(slug))).toBe(true);
});
