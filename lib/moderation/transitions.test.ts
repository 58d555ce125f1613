import { expect, test } from "vitest";
import { Status } from "#lib/generated/prisma/enums.ts";
import { allows, transitions } from "#lib/moderation/transitions.ts";

type Act = keyof typeof transitions;

const from = (act: Act, waiting: boolean) =>
  Object.values(Status).filter((status) => allows(act, { status, waiting }));

test("nothing brings a withdrawn story back", () => {
  for (const act of Object.keys(transitions) as Act[]) {
    for (const waiting of [true, false]) {
      expect(allows(act, { status: "WITHDRAWN", waiting }), act).toBe(false);
    }
  }
});

test("what waits is decided on: a story, a change of a published one, an appeal", () => {
  expect(from("APPROVE", true)).toEqual(["PENDING", "PUBLISHED", "REJECTED"]);
  expect(from("ASK_FOR_CHANGES", true)).toEqual(["PENDING", "PUBLISHED", "REJECTED"]);
  expect(from("REJECT", true)).toEqual(["PENDING", "PUBLISHED", "REJECTED"]);
  expect(from("TAKE_DOWN", true)).toEqual(["PUBLISHED", "TAKEN_DOWN"]);
});

test("without anything that waits, published stories are taken down and put back, no more", () => {
  expect(from("APPROVE", false)).toEqual([]);
  expect(from("ASK_FOR_CHANGES", false)).toEqual([]);
  expect(from("REJECT", false)).toEqual([]);
  expect(from("TAKE_DOWN", false)).toEqual(["PUBLISHED"]);
  expect(from("RESTORE", false)).toEqual(["TAKEN_DOWN"]);
});

test("what readers see is warned of anew, unless a change of it waits", () => {
  expect(from("SET_WARNINGS", false)).toEqual(["PUBLISHED"]);
  expect(from("SET_WARNINGS", true)).toEqual([]);
});

test("reports are answered while there are some: by dismissing them, or asking for changes", () => {
  const reported = (act: Act, waiting: boolean): Status[] =>
    Object.values(Status).filter((status) => allows(act, { status, waiting, reported: true }));
  for (const waiting of [true, false]) {
    expect(reported("DISMISS_REPORTS", waiting)).toEqual(["PUBLISHED"]);
    expect(reported("ASK_FOR_CHANGES", waiting)).toEqual(
      waiting ? ["PENDING", "PUBLISHED", "REJECTED"] : ["PUBLISHED"],
    );
    expect(from("DISMISS_REPORTS", waiting)).toEqual([]);
  }
  expect(from("ASK_FOR_CHANGES", false)).toEqual([]);
});

test("a change leaves a published story standing", () => {
  expect(transitions.CHANGE.PUBLISHED).toBe("PUBLISHED");
  expect(transitions.REJECT.PUBLISHED).toBe("PUBLISHED");
  expect(transitions.ASK_FOR_CHANGES.PUBLISHED).toBe("PUBLISHED");
});

test("proposed words are declined where changes were asked for: it waits again, or stands", () => {
  expect(from("DECLINE", false)).toEqual(["PUBLISHED", "CHANGES_REQUESTED"]);
  expect(transitions.DECLINE).toEqual({ PUBLISHED: "PUBLISHED", CHANGES_REQUESTED: "PENDING" });
});

test("one may always withdraw", () => {
  expect(from("WITHDRAW", false)).toHaveLength(Object.values(Status).length - 1);
});
