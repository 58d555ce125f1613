import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type OfferedReason,
  type ReasonFormValues,
  LABEL_LIMIT,
  REASON_MESSAGE_LIMIT,
  emptyReasonForm,
  isDone,
  moveSchema,
  offered,
  readReasonForm,
  reasonFormSchema,
  reasonProblem,
} from "#lib/moderation/reasons/schema.ts";

const unclear: OfferedReason = {
  slug: "unclear",
  label: "Hard to follow",
  kinds: ["ASK_FOR_CHANGES"],
  message: "We could not follow it.",
  needsMore: false,
};
const other: OfferedReason = {
  ...unclear,
  slug: "other",
  kinds: ["ASK_FOR_CHANGES", "REJECT", "TAKE_DOWN"],
  needsMore: true,
};

test("what is offered leaves out the retired, and keeps the order", () => {
  const reasons = new Map([
    ["other", { ...other, retired: false }],
    ["gone", { ...unclear, slug: "gone", retired: true }],
    ["unclear", { ...unclear, retired: false }],
  ]);
  expect(offered(reasons)).toEqual([other, unclear]);
});

describe("the reason of a decision", () => {
  const problem = (kind: "REJECT" | "ASK_FOR_CHANGES" | "APPROVE", reason: string | null) =>
    reasonProblem([unclear, other], { kind, reason, message: null });

  test("is asked for where something is taken from the storyteller, and only there", () => {
    expect(problem("REJECT", null)?.sentence).toBe("Please choose a reason.");
    expect(problem("APPROVE", null)).toBeNull();
    // Chosen before the mind was changed; it is not kept either.
    expect(problem("APPROVE", "gone")).toBeNull();
  });

  test("has to be offered, and to fit", () => {
    expect(problem("ASK_FOR_CHANGES", "unclear")).toBeNull();
    expect(problem("REJECT", "gone")).toEqual({
      field: "reason",
      sentence: "This reason is not offered any more. Please choose another.",
    });
    expect(problem("REJECT", "unclear")?.sentence).toContain("for another decision");
    expect(problem("REJECT", "__proto__")?.field).toBe("reason");
  });

  test("may need words of one's own", () => {
    expect(problem("REJECT", "other")?.field).toBe("message");
    const given = { kind: "REJECT", reason: "other", message: "It is not yours." } as const;
    expect(reasonProblem([other], given)).toBeNull();
  });
});

const filled: ReasonFormValues = {
  label: "Too long ago",
  message: "It tells of another time than this call asks for.",
  kinds: ["REJECT"],
  needsMore: false,
};

const problems = (values: Partial<ReasonFormValues>) =>
  reasonFormSchema
    .safeParse({ ...filled, ...values })
    .error?.issues.map(({ path, message }) => [path[0], message]);

describe("the form of a reason", () => {
  test("is tidied: one line each, decisions once and in their order", () => {
    const values = {
      ...filled,
      label: "  Too\tlong \u202e ago ",
      message: "It tells\r\nof another   time.",
      kinds: ["TAKE_DOWN", "ASK_FOR_CHANGES", "TAKE_DOWN"],
    };
    expect(reasonFormSchema.parse(values)).toEqual({
      label: "Too long ago",
      message: "It tells of another time.",
      kinds: ["ASK_FOR_CHANGES", "TAKE_DOWN"],
      needsMore: false,
    });
  });

  test.each([
    [{ label: " \u200e " }, "label", "Please give the reason a name."],
    [{ message: "\n" }, "message", "Please write what the storyteller reads."],
    [{ kinds: [] }, "kinds", "Please choose at least one decision that it is for."],
    [{ kinds: ["APPROVE"] }, "kinds", "Please choose from these."],
    [{ label: "a\0b" }, "label", "The name has characters that can't be shown."],
    [{ message: "\u{e0001}\ufe0f" }, "message", "The sentence has characters that can't be shown."],
  ])("%j says what is wrong", (values, field, sentence) => {
    expect(problems(values)).toEqual([[field, expect.stringContaining(sentence)]]);
  });

  test("is as long as the table takes, counted as it counts", () => {
    expect(problems({ label: "é".repeat(LABEL_LIMIT) })).toBeUndefined();
    expect(problems({ label: "🌙".repeat(LABEL_LIMIT) })).toBeUndefined();
    expect(problems({ label: "🌙".repeat(LABEL_LIMIT + 1) })).toEqual([
      ["label", `The name is 1 over. It can be up to ${LABEL_LIMIT} characters.`],
    ]);
    expect(problems({ message: "a".repeat(REASON_MESSAGE_LIMIT) })).toBeUndefined();
    expect(problems({ message: "a".repeat(REASON_MESSAGE_LIMIT + 1) })).toHaveLength(1);
  });

  test("is read as posted, whatever was posted", () => {
    const form = new FormData();
    expect(readReasonForm(form)).toEqual(emptyReasonForm);
    form.set("label", new File(["x"], "x"));
    form.set("needsMore", "perhaps");
    for (let each = 0; each < 1_000; each += 1) form.append("kinds", "REJECT");
    const read = readReasonForm(form);
    expect(read).toMatchObject({ label: "", needsMore: false });
    expect(read.kinds).toHaveLength(10);
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.string(), fc.string())), (entries) => {
        const any = new FormData();
        for (const [name, value] of entries) any.append(name, value);
        for (const name of ["label", "message", "kinds"]) any.append(name, entries[0]?.[1] ?? "");
        const parsed = reasonFormSchema.safeParse(readReasonForm(any));
        expect(parsed.success).toBeTypeOf("boolean");
      }),
    );
  });
});

test.each([
  ['a\'; DROP TABLE "Reason"; --', "up"],
  ["a".repeat(61), "up"],
  ["a\0", "down"],
  ["", "down"],
  ["unclear", "sideways"],
  ["unclear", "__proto__"],
])("nothing is moved by %j %j", (slug, direction) => {
  expect(moveSchema.safeParse({ slug, direction }).success).toBe(false);
});

test("what was done is one of a few words", () => {
  expect(isDone("retired")).toBe(true);
  for (const value of ["constructor", "", undefined, ["up"], {}]) expect(isDone(value)).toBe(false);
});
