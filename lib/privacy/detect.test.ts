import { describe, expect, test } from "vitest";
import { findPersonalDetails } from "#lib/privacy/detect.ts";
import { examples, readMarked } from "#lib/privacy/examples.ts";
import { isRefused } from "#lib/privacy/findings.ts";
import { compare, measure } from "#lib/privacy/measure.ts";
import { growth } from "#lib/testing/growth.ts";

const measured = examples.map((example) => ({
  example,
  found: findPersonalDetails(example.text, { country: example.country }),
}));
const part = (heldOut: boolean) => measured.filter(({ example }) => example.heldOut === heldOut);

describe("on the examples", () => {
  test("there are enough of both, true and false", () => {
    expect(part(false).length).toBeGreaterThanOrEqual(120);
    expect(part(true).length).toBeGreaterThanOrEqual(50);
    for (const heldOut of [false, true]) {
      const none = part(heldOut).filter(({ example }) => example.expected.length === 0);
      expect(none.length / part(heldOut).length).toBeGreaterThan(0.25);
    }
  });

  test("everything refused is found, nothing else is refused, but for the exceptions", () => {
    const wrong = measured
      .filter(({ example }) => !example.exception)
      .filter((each) => {
        const { wrong, missed } = compare(each);
        return [...wrong, ...missed].some(isRefused);
      });
    expect(wrong.map(({ example }) => example.text)).toEqual([]);
  });

  test("there is one exception, and it still is one", () => {
    const exceptions = measured.filter(({ example }) => example.exception);
    expect(exceptions).toHaveLength(1);
    for (const each of exceptions) expect(compare(each).missed.some(isRefused)).toBe(true);
  });

  // A little under what is measured and recorded in docs/privacy.md: to notice when it gets worse.
  test.each([
    { heldOut: false, precision: 0.98, recall: 0.97 },
    { heldOut: true, precision: 0.86, recall: 0.89 },
  ])(
    "what is pointed out is as good as ever (held out: $heldOut)",
    ({ heldOut, precision, recall }) => {
      const row = measure(part(heldOut)).find(({ name }) => name === "pointed out");
      expect(row?.precision).toBeGreaterThanOrEqual(precision);
      expect(row?.recall).toBeGreaterThanOrEqual(recall);
    },
  );
});

test.each([
  "Dr. [name:Patel] came. Then Dr [name:Ana Patel] left.",
  "My daughter, [name:Rosa], sang.",
  "I told [name:Olu] everything. [name:Olu] laughed.",
  "[name:Mary Anne Fielding] brought soup.",
  "[hospital:St Wilfra's Hospital], not [hospital:St. Odran's Hospice].",
  "On [hospital:Ward 7 of the Royal Infirmary] we sang.",
  "We moved from [place:Chicago] to Illinois, then to France.",
  "We lived on [place:Mill Lane] in [place:Selby].",
  "Call [phone:020 7946 0123] or mail [email:rosa@example.org], said [name:Rosa].",
  "The Hospital was white. Our Clinic is small. A hospice hummed.",
  "Mum, Dad and God sat in Ward 7 with Covid, Prozac and a German doctor.",
  "I live in England, in the United States, in New South Wales.",
  "THE WHOLE STORY IS LOUD AND NOBODY IS NAMED.",
])("%s", (marked) => {
  const { text, expected } = readMarked(marked);
  expect(findPersonalDetails(text, { country: "GB" })).toEqual(expected);
});

test("offsets hold behind emoji and in other writing", () => {
  const { text, expected } = readMarked("👩🏽‍⚕️🫶 “[name:Rosa]” नमस्ते [phone:98765 43210]");
  expect(findPersonalDetails(text, { country: "IN" })).toEqual(expected);
});

test("empty, endless and odd texts are no trouble", () => {
  expect(
    findPersonalDetails("A Constructor, __proto__ ToString", { country: "__proto__" }),
  ).toBeTruthy();
  expect(findPersonalDetails("", { country: null })).toEqual([]);
  expect(findPersonalDetails("Rosa ".repeat(50_000), { country: "XX" }).length).toBeLessThanOrEqual(
    100,
  );
});

test.each([
  "St ",
  "Mary ",
  "Ward 7 at the ",
  "in ",
  "Constructor ",
  "New York ",
  "A",
  "👨‍👩‍👧‍👦",
  "'s ",
  "\u0301",
  "日本",
])("%j over and over is read in time that grows with its length", (unit) => {
  expect(growth(unit, (text) => findPersonalDetails(text, { country: "GB" }))).toBeLessThan(3);
});
