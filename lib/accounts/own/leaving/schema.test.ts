import { expect, test } from "vitest";
import { LISTED, fieldOf, leavingSchema, readLeaving } from "#lib/accounts/own/leaving/schema.ts";
import { fieldErrors } from "#lib/zod-errors.ts";

const [one, two] = ["Ab3dEf6hIj9k", "Zb3dEf6hIj9k"];

function posted(fields: [string, string][]) {
  const form = new FormData();
  for (const [name, value] of fields) form.append(name, value);
  return leavingSchema.safeParse(readLeaving(form));
}

test("for each listed story something has to be chosen", () => {
  const { success, error } = posted([
    ["listed", one],
    ["listed", two],
    [fieldOf(one), "KEEP"],
  ]);
  expect(success).toBe(false);
  expect(error && fieldErrors(error)).toEqual({
    [fieldOf(two)]: ["Please choose what becomes of this story."],
  });
});

test("what is chosen for all counts for those that nothing was chosen for", () => {
  const { data } = posted([
    ["listed", one],
    ["listed", two],
    [fieldOf(two), "WITHDRAW"],
    ["rest", "KEEP"],
  ]);
  expect(data).toEqual({
    listed: [one, two],
    stories: { [one]: null, [two]: "WITHDRAW" },
    rest: "KEEP",
  });
});

test("an account without stories needs no choice", () => {
  expect(posted([]).data).toEqual({ listed: [], stories: {}, rest: null });
});

test("what was never on the form is refused", () => {
  expect(posted([["rest", "BURN"]]).success).toBe(false);
  expect(
    posted([
      ["listed", one],
      [fieldOf(one), "burn"],
    ]).success,
  ).toBe(false);
});

test("what is no story, or one too many, is not read", () => {
  const many = Array.from({ length: LISTED + 5 }, (_, n) => String(n).padStart(12, "0"));
  const { data } = posted([
    ...many.map((id): [string, string] => ["listed", id]),
    ["listed", "../../etc"],
    ["listed", one],
    ["rest", "KEEP"],
  ]);
  expect(data?.listed).toEqual(many.slice(0, LISTED));
  expect(posted([["listed", "__proto__"]]).data?.stories).toEqual({});
});
