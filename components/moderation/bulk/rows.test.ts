import { expect, test } from "vitest";
import {
  type BulkRow,
  refuseForAll,
  selectionOf,
  withReasons,
} from "#components/moderation/bulk/rows.ts";

const rows: BulkRow[] = [
  { id: "waiting", item: "a.1", kinds: ["REJECT"] },
  { id: "published", item: "b.1", kinds: ["TAKE_DOWN"] },
  { id: "changed", item: "c.1", kinds: ["REJECT", "TAKE_DOWN"] },
  { id: "withdrawn", item: null, kinds: [] },
];

const posted = (decision: string, ...items: string[]) => {
  const form = new FormData();
  form.set("decision", decision);
  for (const item of items) form.append("items", item);
  return form;
};

test("of what is selected, each decision is counted", () => {
  expect(selectionOf(rows.slice(0, 3))).toEqual({ count: 3, allows: { REJECT: 2, TAKE_DOWN: 2 } });
  expect(selectionOf([])).toEqual({ count: 0, allows: { REJECT: 0, TAKE_DOWN: 0 } });
});

test("nothing is sent that can be done with none of it", () => {
  expect(refuseForAll(rows, posted("REJECT", "b.1"))).toEqual({
    items: ["What is selected can’t be rejected: none of it waits."],
  });
  expect(refuseForAll(rows, posted("TAKE_DOWN", "a.1"))).toEqual({
    items: ["What is selected can’t be taken down: none of it is published."],
  });
});

test.each([
  ["some of it can be", posted("REJECT", "a.1", "b.1")],
  ["nothing is selected, which is told otherwise", posted("REJECT")],
  ["the page knows nothing of it", posted("REJECT", "d.1")],
  ["no button was pressed", posted("", "b.1")],
])("and is where %s", (_when, form) => {
  expect(refuseForAll(rows, form)).toEqual({});
});

test("what a decision was not for says so, whatever else the answer says", () => {
  const refused = ["waiting", "published", "changed", "withdrawn", "elsewhere"].map((storyId) => ({
    storyId,
    why: "Noor has it open.",
  }));
  expect(withReasons(rows, "REJECT", refused).map(({ why }) => why)).toEqual([
    "Noor has it open.",
    "It is published and nothing of it waits. It can be taken down, not rejected.",
    "Noor has it open.",
    "Noor has it open.",
    "Noor has it open.",
  ]);
  expect(withReasons(rows, "TAKE_DOWN", refused)[0]?.why).toBe(
    "It is not published. It can be rejected, not taken down.",
  );
});
