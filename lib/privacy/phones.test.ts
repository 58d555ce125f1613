import { describe, expect, test } from "vitest";
import { findPhones } from "#lib/privacy/phones.ts";
import { growth } from "#lib/testing/growth.ts";

function phonesIn(text: string, country: string | null): string[] {
  return findPhones(text, country).map(({ start, end }) => text.slice(start, end));
}

/** Those beside them, as they are written. */
const furtherLines = [
  "1-800-273-8255",
  "800-273-8255",
  "(800) 273-8255",
  "+1 800 273 8255",
  "1-800-662-4357",
  "(800) 662-4357",
  "0800 543 354",
  "0800 1111",
  "0800 11 11",
  "0800 111 0 222",
];

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
    // Broken into lines
    ["020 7946\n0123", "GB"],
    ["07700\n900123", null],
    ["212-555\n0142", "US"],
    ["212-\n555-0142", "GB"],
    ["(212)\n555-0142", "US"],
    ["+44 20\n7946 0123", null],
    ["98765\n43210", "IN"],
    // Parted by bullets, spaced dashes or after every digit
    ["212•555•0142", "US"],
    ["212 · 555 · 0142", "GB"],
    ["(212) · 555 · 0142", "US"],
    ["212 - 555 - 0142", null],
    ["020 · 7946 · 0123", "GB"],
    ["+44 · 20 · 7946 · 0123", null],
    ["612 · 345 · 678", "ES"],
    ["2.1.2.5.5.5.0.1.4.2", "GB"],
    ["1-2-1-2-5-5-5-0-1-4-2", "US"],
    ["0.7.7.0.0.9.0.0.1.2.3", "GB"],
    // In other digits, and with what shows nothing
    ["𝟎𝟐𝟎 𝟕𝟗𝟒𝟔 𝟎𝟏𝟐𝟑", "GB"],
    ["๐๒๐ ๗๙๔๖ ๐๑๒๓", "GB"],
    ["2️⃣1️⃣2️⃣5️⃣5️⃣5️⃣0️⃣1️⃣4️⃣2️⃣", "US"],
    ["⓪②⓪ ⑦⑨④⑥ ⓪①②③", "GB"],
    ["020 79\u200b46 01\u00ad23", "GB"],
    ["2\u200d1\u200c2-555-\u20600142", "US"],
  ])("%s, in %s", (number, country) => {
    expect(phonesIn(`Ring ${number}.`, country)).toEqual([number]);
    expect(phonesIn(`She kept ${number}, and cried.`, country)).toEqual([number]);
  });

  test("is found wherever it is said to be one", () => {
    expect(phonesIn("Call me on 555 0142.", null)).toEqual(["555 0142"]);
    expect(phonesIn("My number is 6123 4567.", "GB")).toEqual(["6123 4567"]);
  });
});

test("numbers on lines of their own stay two", () => {
  expect(phonesIn("020 7946 0123\n07700 900123", "GB")).toEqual(["020 7946 0123", "07700 900123"]);
  expect(phonesIn("13 11 14\n07700 900123", "AU")).toEqual(["07700 900123"]);
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
    "9.8.7.6.5.4.3.2.1.0",
    "0.1.2.3.4.5.6.7.8.9",
    "1.2.3.4.5.6.7.8.9.10",
    "10\n9\n8\n7\n6\n5\n4\n3\n2\n1",
    "2019\n2020\n2021",
    "120/80\n118/76\n130/90",
    "0800 543 354\n2019",
    "2019\n0800 543 354",
    "0800 543\n354",
    "1-800-\n273-8255",
    "400 • 600 • 800",
    "10²³ or 10⁶",
  ])("%s", (text) => {
    for (const country of countries)
      expect(phonesIn(`It was ${text}.`, country), `${country}`).toEqual([]);
  });

  // Those that an installation begins with, and that are long enough to be somebody's.
  const ours = ["988", "116 123", "13 11 14", "0477 13 11 14", "0800 567 567", "0800 111 0 111"];
  test.each([...ours, ...furtherLines])("%s, which is everyone's", (number) => {
    for (const country of countries) {
      expect(phonesIn(`Lifeline ${number} saved me.`, country), `${country}`).toEqual([]);
      expect(phonesIn(`Call ${number.replaceAll(" ", "")}`, country), `${country}`).toEqual([]);
    }
  });

  test("and so are those that an admin has added", () => {
    const text = "I called 0808 808 0000, and he called 0808 808 0001.";
    const found = findPhones(text, "GB", ["0808-808 0000"]);
    expect(found.map(({ start, end }) => text.slice(start, end))).toEqual(["0808 808 0001"]);
  });

  test("and a freephone number is somebody's all the same", () => {
    expect(phonesIn("I called 1-800-555-0144 and 0800 543 355.", "NZ")).toEqual([
      "1-800-555-0144",
      "0800 543 355",
    ]);
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
  "1\n",
  "(1)\n",
  "1 · ",
  "2.",
  "0-1.",
  "212 - 555 - ",
  "𝟐",
  "2️⃣",
  "1\u200b",
])("%j over and over is read in time that grows with its length", (unit) => {
  for (const country of ["US", "DE"]) {
    expect(growth(unit, (text) => findPhones(text, country))).toBeLessThan(3);
  }
});
