import { describe, expect, test } from "vitest";
import { type CallFormValues, callFormSchema, emptyCallForm } from "#lib/calls/schema.ts";
import { fieldErrors } from "#lib/zod-errors.ts";

const filledIn = { ...emptyCallForm, title: "What kept you going?", prompt: "Tell us." };

function take(values: Partial<CallFormValues>) {
  return callFormSchema.parse({ ...filledIn, ...values });
}

function errorsOf(values: Partial<CallFormValues>): Record<string, string[]> {
  const parsed = callFormSchema.safeParse({ ...filledIn, ...values });
  return parsed.success ? {} : fieldErrors(parsed.error);
}

test("only a title and a prompt are asked for, each said in one sentence", () => {
  expect(take({})).toEqual({
    title: "What kept you going?",
    prompt: "Tell us.",
    hashtag: null,
    themes: [],
    opensOn: null,
    closesAfter: null,
  });
  expect(errorsOf({ title: " \n ", prompt: "" })).toEqual({
    title: ["Please give the call a title."],
    prompt: ["Please write what you ask people to tell."],
  });
});

test("a title is one line, a prompt keeps its lines", () => {
  const { title, prompt } = take({ title: " One\r\nline\u202e ", prompt: " One \r\n\r\nTwo " });
  expect([title, prompt]).toEqual(["One line", "One\n\nTwo"]);
});

test.each([
  ["title", 120],
  ["prompt", 600],
] as const)("a %s of %d characters fits, one more does not", (field, limit) => {
  expect(errorsOf({ [field]: "👩".repeat(limit) })).toEqual({});
  expect(errorsOf({ [field]: "👩".repeat(limit + 1) })[field]?.[0]).toContain("is 1 over");
});

test.each(["a\0b", "\u200b", "\ud800", "a\u0007", "\u{2800}"])("%j is no title", (title) => {
  expect(errorsOf({ title }).title?.[0]).toContain("can't be shown");
});

describe("a hashtag", () => {
  test.each([
    ["", null],
    ["#", null],
    ["OneShift", "#OneShift"],
    [" #one_shift2 ", "#one_shift2"],
    ["#Café", "#Café"],
    ["夜勤", "#夜勤"],
    ["x".repeat(60), `#${"x".repeat(60)}`],
  ])("%j is kept as %j", (hashtag, kept) => {
    expect(take({ hashtag }).hashtag).toBe(kept);
  });
  test.each(["two words", "#a-b", "##a", "a#b", "<b>", "a\0", "x".repeat(61)])(
    "%j is refused, in one sentence",
    (hashtag) => {
      expect(errorsOf({ hashtag }).hashtag).toHaveLength(1);
    },
  );
});

describe("themes", () => {
  const lines = (count: number) =>
    Array.from({ length: count }, (_, index) => `Theme ${index}`).join("\r\n");

  test("are one per line; empty and repeated lines are left out", () => {
    const { themes } = take({
      themes: "\r\n Roles  reversed \r\n\r\nSmall wins\nRoles reversed\n",
    });
    expect(themes).toEqual(["Roles reversed", "Small wins"]);
  });
  test("are forty at most, of sixty characters", () => {
    expect(take({ themes: lines(40) }).themes).toHaveLength(40);
    expect(errorsOf({ themes: lines(41) }).themes?.[0]).toContain("There are 41 themes");
    expect(errorsOf({ themes: `a\n${"é".repeat(60)}` })).toEqual({});
    expect(errorsOf({ themes: `a\n${"é".repeat(61)}` }).themes?.[0]).toContain("Theme 2 is 1 over");
  });
});

describe("days", () => {
  test.each(["2026-02-29", "30.11.2026", "12026-01-01", "0000-01-01", "1999-12-31", "soon"])(
    "%s is none",
    (opensOn) => {
      expect(errorsOf({ opensOn }).opensOn).toHaveLength(1);
    },
  );
  test("a call can be open for one day, and closes no earlier than it opens", () => {
    expect(errorsOf({ opensOn: "2028-02-29", closesAfter: "2028-02-29" })).toEqual({});
    const early = { opensOn: "2028-02-29", closesAfter: "2028-02-28" };
    expect(errorsOf(early).closesAfter?.[0]).toContain("before it opens");
    expect(Object.keys(errorsOf({ ...early, title: "" }))).toEqual(["title", "closesAfter"]);
  });
});
