import { expect, test } from "vitest";
import { Status } from "#lib/generated/prisma/enums.ts";
import { allows, transitions } from "#lib/moderation/transitions.ts";

test("nothing brings a withdrawn story back", () => {
  for (const act of Object.keys(transitions) as (keyof typeof transitions)[]) {
    expect(allows(act, "WITHDRAWN"), act).toBe(false);
  }
});

test("only waiting stories are decided on, only published ones taken down", () => {
  const from = (act: keyof typeof transitions) =>
    Object.values(Status).filter((status) => allows(act, status));
  expect(from("APPROVE")).toEqual(["PENDING"]);
  expect(from("ASK_FOR_CHANGES")).toEqual(["PENDING"]);
  expect(from("REJECT")).toEqual(["PENDING"]);
  expect(from("TAKE_DOWN")).toEqual(["PUBLISHED"]);
  expect(from("RESTORE")).toEqual(["TAKEN_DOWN"]);
});
