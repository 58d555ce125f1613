import { expect, test } from "vitest";
import { isAdmin, isModerator } from "#lib/accounts/policy.ts";
import type { Role } from "#lib/generated/prisma/enums.ts";

const viewer = (role: Role) => ({ id: "1", role, name: null, email: null });

test.each([
  ["STORYTELLER", false, false],
  ["EDITOR", false, false],
  ["MODERATOR", true, false],
  ["ADMIN", true, true],
] as const)("%s", (role, moderates, administers) => {
  expect(isModerator(viewer(role))).toBe(moderates);
  expect(isAdmin(viewer(role))).toBe(administers);
});

test("who is not signed in may nothing", () => {
  expect(isModerator(null)).toBe(false);
  expect(isAdmin(null)).toBe(false);
});
