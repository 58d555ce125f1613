import { expect, test } from "vitest";
import { deskOf, isAdmin, isEditor, isModerator } from "#lib/accounts/policy.ts";
import type { Role } from "#lib/generated/prisma/enums.ts";

const viewer = (role: Role) => ({ id: "1", role, name: null, email: null });

test.each([
  ["STORYTELLER", false, false, false, null],
  ["EDITOR", false, true, false, "/moderation/calls"],
  ["MODERATOR", true, false, false, "/moderation"],
  ["ADMIN", true, true, true, "/moderation"],
] as const)("%s", (role, moderates, edits, administers, desk) => {
  expect(isModerator(viewer(role))).toBe(moderates);
  expect(isEditor(viewer(role))).toBe(edits);
  expect(isAdmin(viewer(role))).toBe(administers);
  expect(deskOf(viewer(role))).toBe(desk);
});

test("who is not signed in may nothing", () => {
  expect(isModerator(null)).toBe(false);
  expect(isEditor(null)).toBe(false);
  expect(isAdmin(null)).toBe(false);
  expect(deskOf(null)).toBeNull();
});
