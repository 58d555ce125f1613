import { expect, test } from "vitest";
import { problemOf } from "#components/accounts/problems.ts";

test("a known code has a sentence that says what to do", () => {
  expect(problemOf("Verification")?.message).toContain("ask for a new one");
  expect(problemOf("OAuthAccountNotLinked")?.message).toContain("as you did before");
});

test.each(["toString", "__proto__", "<script>", "", "x".repeat(5000)])(
  "%j is answered in general words, and not repeated",
  (code) => {
    expect(problemOf(code)?.message).toBe("Signing in did not work out. Please try again.");
  },
);

test("no code is no problem", () => {
  expect(problemOf(undefined)).toBeNull();
  expect(problemOf(["Verification", "Callback"])).toBeNull();
});
