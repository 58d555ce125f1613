import { afterEach, expect, test, vi } from "vitest";
import { helplineCountry } from "#lib/helplines/here.ts";

afterEach(() => vi.unstubAllGlobals());

function readFrom(timeZone: string, ...languages: string[]) {
  vi.stubGlobal("Intl", {
    ...Intl,
    Locale: Intl.Locale,
    DateTimeFormat: () => ({
      resolvedOptions: () => ({ timeZone }),
    }),
  });
  vi.stubGlobal("navigator", { languages });
}

test("the country is the chosen one, else that of the zone, else that of the language", () => {
  readFrom("Europe/Berlin", "en-GB");
  expect(helplineCountry("FR", [])).toBe("FR");
  expect(helplineCountry(null, [])).toBe("DE");
  readFrom("UTC", "en-GB");
  expect(helplineCountry(null, [])).toBe("GB");
});

test.each(["", "fr", "FRA", "__proto__", "F\0"])("%j was never chosen", (kept) => {
  readFrom("Europe/Paris");
  expect(helplineCountry(kept, [])).toBe("FR");
});

test("none of the list can be chosen as well", () => {
  readFrom("Europe/Paris");
  expect(helplineCountry("ZZ", ["FR"])).toBe("ZZ");
});

test("a country that only an admin thought of is known by its zone, whatever the language", () => {
  readFrom("Europe/Warsaw", "en-GB");
  expect(helplineCountry(null, ["FR", "PL"])).toBe("PL");
  expect(helplineCountry(null, ["FR"])).toBeNull();
  // Where the browser can't say which zones a country has.
  class Locale extends Intl.Locale {
    getTimeZones = undefined;
  }
  vi.stubGlobal("Intl", { ...Intl, Locale, DateTimeFormat: Intl.DateTimeFormat });
  expect(helplineCountry(null, ["PL"])).toBeNull();
});
