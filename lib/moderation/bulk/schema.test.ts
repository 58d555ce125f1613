import { expect, test } from "vitest";
import {
  BULK_LIMIT,
  bulkKindsFor,
  bulkSchema,
  readBulkForm,
  readItem,
  writeItem,
} from "#lib/moderation/bulk/schema.ts";
import { fieldErrors } from "#lib/zod-errors.ts";

const schema = bulkSchema([
  {
    slug: "promotion",
    label: "Advertising or spam",
    kinds: ["REJECT"],
    message: "It promotes something.",
    needsMore: false,
  },
]);
const item = { storyId: "Ab3dEf6hIj9l", revisionId: "cm3x" };

function read(fields: Record<string, string>, items: string[] = [writeItem(item)]) {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  for (const value of items) form.append("items", value);
  return schema.safeParse(readBulkForm(form));
}

const errorsOf = (result: ReturnType<typeof read>) =>
  result.success ? {} : fieldErrors(result.error);

test("a decision on many has one reason, words, and the revisions that were read", () => {
  const result = read({ decision: "REJECT", reason: "promotion", message: " Sorry\0 " });
  expect(result.data).toEqual({
    ...{ kind: "REJECT", reason: "promotion", message: "Sorry", internalNote: null },
    items: [item],
  });
});

test("everything that is wrong is said at once", () => {
  expect(errorsOf(read({ decision: "REJECT" }, []))).toEqual({
    items: ["Please choose at least one story."],
    reason: ["Please choose a reason."],
  });
  expect(errorsOf(read({ decision: "TAKE_DOWN", reason: "promotion" }))).toEqual({
    reason: [expect.stringContaining("for another decision")],
  });
  expect(errorsOf(read({ decision: "APPROVE", reason: "promotion" }))).toEqual({
    kind: ["Please use one of the buttons."],
  });
});

test.each([
  ["too many", Array.from({ length: 3 * BULK_LIMIT }, () => writeItem(item)), "100 stories"],
  ["no story", ["x"], "no such story"],
  ["a NUL", ["Ab3dEf6hIj9l.\0"], "no such story"],
  ["far too much", ["a".repeat(100_000)], "no such story"],
])("%s can't be chosen", (_what, items, sentence) => {
  const result = read({ decision: "REJECT", reason: "promotion" }, items);
  expect(errorsOf(result)).toEqual({ items: [expect.stringContaining(sentence)] });
});

test("an item names a story and a revision, or nothing", () => {
  expect(readItem(writeItem(item))).toEqual(item);
  for (const value of ["", ".", "Ab3dEf6hIj9l", "Ab3dEf6hIj9l.", "Ab3dEf6hIj9l.a b", "short.a"]) {
    expect(readItem(value)).toBeNull();
  }
});

test("with others a story is rejected while it waits, and taken down while it is published", () => {
  const story = { waiting: true, isOwn: false, appealed: false };
  expect(bulkKindsFor({ ...story, status: "PENDING" })).toEqual(["REJECT"]);
  expect(bulkKindsFor({ ...story, status: "PUBLISHED" })).toEqual(["REJECT", "TAKE_DOWN"]);
  expect(bulkKindsFor({ ...story, status: "PUBLISHED", waiting: false })).toEqual(["TAKE_DOWN"]);
  expect(bulkKindsFor({ ...story, status: "WITHDRAWN", waiting: false })).toEqual([]);
  // One's own never is, and an appeal is read first.
  expect(bulkKindsFor({ ...story, status: "PENDING", isOwn: true })).toEqual([]);
  expect(bulkKindsFor({ ...story, status: "REJECTED", appealed: true })).toEqual([]);
});
