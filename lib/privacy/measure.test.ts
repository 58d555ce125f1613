import { expect, test } from "vitest";
import { readMarked } from "#lib/privacy/examples.ts";
import { type Finding } from "#lib/privacy/findings.ts";
import { compare, failures, measure } from "#lib/privacy/measure.ts";

function measured(marked: string, found: Finding[]) {
  return { example: { ...readMarked(marked), country: null, heldOut: false }, found };
}
const rowOf = (name: string, each: ReturnType<typeof measured>) =>
  measure([each]).find((row) => row.name === name);

test("marks are read and taken out", () => {
  expect(readMarked("My [name:Rosa] called.")).toEqual({
    text: "My Rosa called.",
    expected: [{ kind: "name", start: 3, end: 7 }],
  });
  expect(() => readMarked("[shoe:size 42]")).toThrow("shoe");
});

test("found, wrong and missed are counted, with precision and recall", () => {
  const each = measured("[name:Rosa] saw [name:Olu] in Leeds.", [
    { kind: "name", start: 0, end: 4 },
    { kind: "place", start: 16, end: 21 },
  ]);
  expect(rowOf("name", each)).toMatchObject({
    found: 1,
    wrong: 0,
    missed: 1,
    precision: 1,
    recall: 0.5,
  });
  expect(rowOf("place", each)).toMatchObject({ found: 0, wrong: 1, precision: 0, recall: null });
  expect(rowOf("pointed out", each)).toMatchObject({ examples: 1, precision: 0.5, recall: 0.5 });
  expect(failures([each])).toMatchObject([{ missed: ["name “Olu”"], wrong: ["place “Leeds”"] }]);
});

test("half of a name will do, half of a number won't", () => {
  const name = measured("[name:Rosa May]", [{ kind: "name", start: 0, end: 4 }]);
  expect(compare(name).missed).toEqual([]);
  const phone = measured("[phone:555-0142]", [{ kind: "phone", start: 0, end: 7 }]);
  expect(compare(phone).missed).toHaveLength(1);
});

test("one finding is not two", () => {
  const twice = measured("[name:Rosa]", [
    { kind: "name", start: 0, end: 4 },
    { kind: "name", start: 0, end: 3 },
  ]);
  expect(compare(twice).wrong).toHaveLength(1);
});
