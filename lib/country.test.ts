import { describe, expect, test } from "vitest";
import { countryName, countryOf, languagesOf } from "#lib/country.ts";

describe("the country", () => {
  test.each([
    ["Europe/London", "GB"],
    ["Europe/Dublin", "IE"],
    ["America/New_York", "US"],
    ["America/Indiana/Knox", "US"],
    ["America/Indianapolis", "US"],
    ["Pacific/Honolulu", "US"],
    ["America/Toronto", "CA"],
    ["America/St_Johns", "CA"],
    ["America/Sao_Paulo", "BR"],
    ["Australia/Broken_Hill", "AU"],
    ["Pacific/Auckland", "NZ"],
    ["Asia/Kolkata", "IN"],
    ["Asia/Calcutta", "IN"],
    ["Africa/Johannesburg", "ZA"],
    ["Europe/Paris", "FR"],
    ["Europe/Berlin", "DE"],
  ])("of the zone %s is %s, whatever the language", (timeZone, country) => {
    expect(countryOf({ timeZone, languages: ["pl-PL", "en-US"] })).toBe(country);
    expect(countryOf({ timeZone })).toBe(country);
  });

  test("of every helpline can be told by a zone", () => {
    const zones = new Set(
      Intl.supportedValuesOf("timeZone").map((timeZone) => countryOf({ timeZone })),
    );
    // Those that an installation begins with.
    for (const country of ["US", "CA", "GB", "IE", "AU", "NZ", "IN", "ZA", "FR", "DE"]) {
      expect(zones).toContain(country);
    }
  });

  test.each([
    ["en-GB", "GB"],
    ["de", "DE"],
    ["fr-CA", "CA"],
    ["pt", "BR"],
    ["zh-Hant-HK", "HK"],
  ])("of the language %s is %s where the zone says nothing", (language, country) => {
    for (const timeZone of [null, undefined, "", "UTC", "Etc/UTC", "GMT", "?"]) {
      expect(countryOf({ timeZone, languages: [language] })).toBe(country);
    }
  });

  test("of a zone that is not in the table is that of a language from elsewhere, or unknown", () => {
    expect(countryOf({ timeZone: "Europe/Warsaw", languages: ["pl"] })).toBe("PL");
    expect(countryOf({ timeZone: "Africa/Accra", languages: ["en-GB", "en-GH"] })).toBe("GH");
    expect(countryOf({ timeZone: "Africa/Accra", languages: ["en-GB"] })).toBeNull();
    expect(countryOf({ timeZone: "Africa/Accra" })).toBeNull();
  });

  test("takes the next language when one has no country", () => {
    expect(countryOf({ languages: ["es-419", "es-MX"] })).toBe("MX");
    expect(countryOf({ languages: ["x", "", "en-AU"] })).toBe("AU");
  });

  test.each([
    "__proto__",
    "constructor",
    "a".repeat(10_000),
    "/".repeat(60),
    "America/",
    "\0",
    "Europe/<b>",
  ])("is unknown, and nothing breaks, for %j", (rubbish) => {
    expect(countryOf({ timeZone: rubbish, languages: [rubbish] })).toBeNull();
  });

  test("is looked for in the first languages only", () => {
    expect(countryOf({ languages: [...Array<string>(1_000).fill("?"), "de"] })).toBeNull();
  });
});

test("a country has a name", () => {
  expect(countryName("NZ")).toBe("New Zealand");
});

describe("the languages of a header", () => {
  test.each<[string | null, string[]]>([
    ["en-GB,en;q=0.9,de;q=0.8", ["en-GB", "en", "de"]],
    ["de;q=0.5, fr", ["fr", "de"]],
    ["*", []],
    ["en;q=0, de;q=0.1", ["de"]],
    ["en;q=2,fr;q=x,de;level=1;q=0.3", ["de"]],
    ["zh-Hant-TW", ["zh-Hant-TW"]],
    ["", []],
    [null, []],
    [",,;;==", []],
    ["x".repeat(2_000), []],
  ])("%j", (header, languages) => {
    expect(languagesOf(header)).toEqual(languages);
  });

  test("are ten at most", () => {
    expect(languagesOf(Array(100).fill("en").join(","))).toHaveLength(10);
  });
});
