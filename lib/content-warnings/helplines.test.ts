import { expect, test } from "vitest";
import {
  helplineFor,
  helplines,
  helplinesVerifiedAt,
  nameOfCountry,
} from "#lib/content-warnings/helplines.ts";
import { inLocale } from "#lib/in-locale.ts";

const DAY = 24 * 60 * 60_000;

test("the list was compared with its sources within the last year", () => {
  expect(helplinesVerifiedAt).toMatch(/^\d{4}-\d\d-\d\d$/);
  const days = (Date.now() - Date.parse(helplinesVerifiedAt)) / DAY;
  expect(days, "compare every line with its source, then change the date").toBeLessThan(365);
  expect(days, "a day that has not come yet, in any time zone").toBeGreaterThan(-1);
});

test.each(helplines)("$name, $countryName: has a source and a page", (line) => {
  expect(line.name.trim()).not.toBe("");
  expect(line.countryName.trim()).not.toBe("");
  expect(line.source.trim()).not.toBe("");
  expect(new URL(line.url).protocol).toBe("https:");
  for (const number of [line.phone, line.text]) {
    if (number !== undefined) expect(number).toMatch(/^\d[\d ]*\d$/);
  }
});

test("there is one line for each country, and one for everywhere", () => {
  const countries = helplines.map(({ country }) => country);
  expect(new Set(countries).size).toBe(countries.length);
  expect(countries.filter((country) => country === null)).toHaveLength(1);
  for (const country of countries) if (country !== null) expect(country).toMatch(/^[A-Z]{2}$/);
});

test("someone is given the line of their country, or the one for everywhere", () => {
  expect(helplineFor("GB").name).toBe("Samaritans");
  for (const { country } of helplines) expect(helplineFor(country).country).toBe(country);
  for (const country of ["PL", "", "gb", "__proto__", null]) {
    expect(helplineFor(country).country).toBeNull();
  }
});

test("a country is called what the language of the page calls it", () => {
  for (const line of helplines) expect(nameOfCountry(line)).toBe(line.countryName);
  expect(inLocale("es", () => nameOfCountry(helplineFor("US")))).toBe("Estados Unidos");
  expect(inLocale("es", () => nameOfCountry(helplineFor(null)))).toBe("En cualquier otro lugar");
});
