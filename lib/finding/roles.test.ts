import { expect, test } from "vitest";
import { findRole, rolesIn } from "#lib/finding/roles.ts";

test.each<[string | null, string[]]>([
  ["night nurse", ["nurse"]],
  ["ER nurse, mother of two", ["nurse", "family"]],
  ["Médica de familia", ["doctor"]],
  ["surgical trainee", ["surgeon", "student"]],
  ["nursery teacher", []],
  ["", []],
  [null, []],
])("%j is one of %j", (role, slugs) => {
  expect(rolesIn(role)).toEqual(slugs);
});

test("only roles of the list have an address", () => {
  expect(findRole("nurse")?.title).toBe("Nurses’ stories");
  expect(findRole("constructor")).toBeNull();
});
