import { expect, test } from "vitest";
import { doneSentence } from "#components/helplines/done-words.ts";
import type { HelplineAtDesk } from "#lib/helplines/queries.ts";

const listed = { id: "a", name: "Samaritans", country: "IE" } as HelplineAtDesk;

test("what was done is said of a helpline that there is, with its country", () => {
  expect(doneSentence("added", "a", [listed])).toBe(
    "“Samaritans” (Ireland) is added. Readers are shown it from now on.",
  );
  expect(doneSentence("checked", "a", [{ ...listed, country: undefined as never }])).toContain(
    "“Samaritans” (Everywhere else) is checked.",
  );
  expect(doneSentence("first", "nowhere", [listed])).toBeNull();
});

test("what is gone, or was changed by someone else, is said without its name", () => {
  for (const done of ["removed", "gone", "meanwhile"] as const) {
    expect(doneSentence(done, "<b>", [])).not.toContain("<b>");
  }
});
