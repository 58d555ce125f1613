import { countryOf } from "#lib/country.ts";

export const COUNTRY_KEY = "vignette.country";

/**
 * The country that was chosen on this device ("ZZ": none of the list), or the one it seems to be in.
 * `listed` are the countries that have a helpline.
 */
export function helplineCountry(chosen: string | null, listed: readonly string[]): string | null {
  if (chosen && /^[A-Z]{2}$/.test(chosen)) return chosen;
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const languages = navigator.languages;
  return listed.find((country) => hasZone(country, timeZone)) ?? countryOf({ timeZone, languages });
}

/** Our own table of zones has no country that only an admin thought of. Not every browser can say. */
function hasZone(country: string, timeZone: string): boolean {
  const place = new Intl.Locale(`und-${country}`) as Intl.Locale & { getTimeZones?(): string[] };
  return place.getTimeZones?.()?.includes(timeZone) ?? false;
}
