import { describe, expect, it } from "vitest";
import { Status } from "#lib/generated/prisma/enums.ts";
import { canAppeal, canChange, canWithdraw } from "#lib/stories/own/policy.ts";

const rejected = { kind: "REJECT", appealed: false, answersAppeal: false } as const;
const statuses = Object.values(Status);

describe("what a storyteller can do", () => {
  it("is to withdraw whatever is not withdrawn", () => {
    const can = statuses.filter((status) => canWithdraw({ status, waiting: false }));
    expect(can).toEqual(statuses.filter((status) => status !== "WITHDRAWN"));
  });

  it("is to change what was not taken down", () => {
    const can = statuses.filter((status) => canChange({ status, waiting: false }));
    expect(can.toSorted()).toEqual(["CHANGES_REQUESTED", "PENDING", "PUBLISHED", "REJECTED"]);
  });

  it("is to appeal against a rejection and a taking down, where that is how it stands", () => {
    const can = (kind: "REJECT" | "TAKE_DOWN" | "ASK_FOR_CHANGES") =>
      statuses.filter((status) =>
        canAppeal({ status, waiting: false, lastDecision: { ...rejected, kind } }),
      );
    expect(can("REJECT").toSorted()).toEqual(["PUBLISHED", "REJECTED"]);
    expect(can("TAKE_DOWN")).toEqual(["TAKEN_DOWN"]);
    expect(can("ASK_FOR_CHANGES")).toEqual([]);
  });

  it.each([
    ["while one waits", { waiting: true }],
    ["against the same decision twice", { lastDecision: { ...rejected, appealed: true } }],
    ["against what it led to", { lastDecision: { ...rejected, answersAppeal: true } }],
    ["against nothing", { lastDecision: null }],
  ])("is not to appeal %s", (_what, standing) => {
    const story = { status: "REJECTED", waiting: false, lastDecision: rejected } as const;
    expect(canAppeal(story)).toBe(true);
    expect(canAppeal({ ...story, ...standing })).toBe(false);
  });
});
