import { describe, expect, test } from "vitest";
import { helplines } from "#lib/content-warnings/helplines.ts";
import { findPhones } from "#lib/privacy/phones.ts";
import { growth } from "#lib/testing/growth.ts";

function phonesIn(text: string, country: string | null): string[] {
  return findPhones(text, country).map(({ start, end }) => text.slice(start, end));
}

describe("somebody's number", () => {
  test.each<[string, string | null]>([
    ["020 7946 0123", "GB"],
    ["020 7946 0123", "US"],
    ["020 7946 0123", null],
    ["07700 900123", "GB"],
    ["07700900123", "GB"],
    ["(01632) 960 123", "GB"],
    ["+44 20 7946 0123", null],
    ["+44 (0)20 7946 0123", "GB"],
    ["(212) 555-0142", "US"],
    ["212-555-0142", "GB"],
    ["212.555.0142", null],
    ["212 555 0142", "US"],
    ["2125550142", "US"],
    ["1-212-555-0142", "US"],
    ["+1 212 555 0142", "DE"],
    ["555-0142", "US"],
    ["030 23125 123", "DE"],
    ["030/23125-123", "DE"],
    ["0171 3920023", "DE"],
    ["01 99 00 12 34", "FR"],
    ["612 345 678", "ES"],
    ["98765 43210", "IN"],
    ["९८७६५ ४३२१०", "IN"],
    ["0491 570 156", "AU"],
    ["(02) 5550 1234", "AU"],
    ["021 555 0123", "NZ"],
    ["082 555 0134", "ZA"],
    ["020 915 4321", "IE"],
    ["0044 20 7946 0123", "DE"],
    ["020‑7946–0123", "GB"],
  ])("%s, in %s", (number, country) => {
    expect(phonesIn(`Ring ${number}.`, country)).toEqual([number]);
    expect(phonesIn(`She kept ${number}, and cried.`, country)).toEqual([number]);
  });

  test("is found wherever it is said to be one", () => {
    expect(phonesIn("Call me on 555 0142.", null)).toEqual(["555 0142"]);
    expect(phonesIn("My number is 6123 4567.", "GB")).toEqual(["6123 4567"]);
  });
});

const countries = ["US", "GB", "DE", "FR", "ES", "IN", "AU", "NZ", "ZA", "IE", "CA", null];

describe("nobody's number", () => {
  test.each([
    "in 2018",
    "280 characters",
    "120/80",
    "at 10.30",
    "£20,000",
    "$1,250,000",
    "988",
    "116 123",
    "1737",
    "13 11 14",
    "112",
    "911",
    "999",
    "3114",
    "14416",
    "from 1994-2014",
    "2019 2020 2021",
    "2018-05-04",
    "04.05.2018",
    "04.05.2018 10.30",
    "12/24/2021",
    "1 2 3 4 5 6 7 8 9 10",
    "600 700 800",
    "room 4125, bed 2, day 63",
    "pulse 140, 120, 90, 60",
    "0.75 or 0.125 mg",
    "51.5074, 0.1278",
    "serial 000-12-3456",
    "1 in 2,000,000",
  ])("%s", (text) => {
    for (const country of countries)
      expect(phonesIn(`It was ${text}.`, country), `${country}`).toEqual([]);
  });

  test("any line that we tell people of", () => {
    for (const { phone, text } of helplines) {
      for (const number of [phone, text]) {
        if (!number) continue;
        for (const country of countries) {
          expect(phonesIn(`I called ${number} and someone answered.`, country), number).toEqual([]);
          expect(phonesIn(`Call ${number.replaceAll(" ", "")}`, country), number).toEqual([]);
        }
      }
    }
  });
});

test.each(["XX", "gb", "__proto__", "constructor", ""])(
  "a country that is none, %j, is no trouble",
  (country) => {
    expect(phonesIn("+44 20 7946 0123", country)).toEqual(["+44 20 7946 0123"]);
  },
);

test.each([
  "1",
  "1 ",
  "1-",
  "(1",
  "+1",
  "0",
  "0 ",
  "12.",
  "9 9 9 9",
  "call ",
  "212-555-0142 ",
  "+(",
])("%j over and over is read in time that grows with its length", (unit) => {
  for (const country of ["US", "DE"]) {
    expect(growth(unit, (text) => findPhones(text, country))).toBeLessThan(3);
  }
});
