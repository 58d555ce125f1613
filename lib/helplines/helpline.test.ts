import { describe, expect, test } from "vitest";
import { exchange } from "#lib/exchange.ts";
import {
  type Helpline,
  byCountry,
  countriesOf,
  helplinesFor,
  numbersOf,
} from "#lib/helplines/helpline.ts";

const url = "https://example.org";
const listed: Helpline[] = [
  { country: "GB", name: "Any", url, phone: "116 123" },
  { country: "GB", name: "Births", url, text: "85258", warnings: ["stillbirth", "miscarriage"] },
  { country: "IE", name: "Eating", url, warnings: ["eating-disorder"] },
  { name: "World", url },
];

const named = (country: string | null, ...about: string[]) =>
  helplinesFor(listed, { country, about }).map(({ name }) => name);

describe("someone is given", () => {
  test("those of their country, the ones for just this first", () => {
    expect(named("GB", "suicide")).toEqual(["Any"]);
    expect(named("GB", "miscarriage", "death")).toEqual(["Births", "Any"]);
    expect(named("GB")).toEqual(["Any"]);
  });

  test("those for everywhere, where their country has none for this", () => {
    expect(named("IE", "eating-disorder")).toEqual(["Eating"]);
    expect(named("IE", "suicide")).toEqual(["World"]);
    for (const country of ["PL", "", "gb", "ZZ", "__proto__", null]) {
      expect(named(country, "suicide")).toEqual(["World"]);
    }
  });

  test("none, where there is none, and nothing breaks", () => {
    expect(helplinesFor([], { country: "GB", about: ["suicide"] })).toEqual([]);
    expect(helplinesFor(listed.slice(0, 3), { country: "PL", about: ["suicide"] })).toEqual([]);
  });
});

test("the list goes by the names of the countries, and ends with everywhere", () => {
  expect(countriesOf(listed)).toEqual(["IE", "GB"]);
  const groups = byCountry(listed).map(({ country, helplines }) => [country, helplines.length]);
  expect(groups).toEqual([
    ["IE", 1],
    ["GB", 2],
    [undefined, 1],
  ]);
  expect(byCountry([])).toEqual([]);
});

test("the order is that of the names in the reader's language", () => {
  const both = ["DE", "BE"].map((country) => ({ country, name: country, url }));
  expect(countriesOf(both)).toEqual(["BE", "DE"]);
  exchange.run({ requestId: "t", begun: 0, locale: "es", pathname: "/" }, () => {
    expect(countriesOf(both)).toEqual(["DE", "BE"]);
  });
});

test("every number is known", () => {
  expect(numbersOf([...listed, { phone: null, text: "0477 13 11 14" }])).toEqual([
    "116 123",
    "85258",
    "0477 13 11 14",
  ]);
});
