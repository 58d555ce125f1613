import { countryOf } from "#lib/country.ts";

export const COUNTRY_KEY = "vignette.country";

/** The country that was chosen on this device ("ZZ": none of the list), or the one it seems to be in. */
export function helplineCountry(chosen: string | null): string | null {
  if (chosen && /^[A-Z]{2}$/.test(chosen)) return chosen;
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  return countryOf({ timeZone, languages: navigator.languages });
}
