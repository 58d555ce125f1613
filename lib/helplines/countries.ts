import "server-only";
import { getCountries } from "libphonenumber-js/min";
import { countryName } from "#lib/country.ts";
import { currentLocale } from "#lib/locale.ts";

/** Every country that has telephone numbers of its own: code and name, in the order of the names. */
export function everyCountry(): [code: string, name: string][] {
  return getCountries()
    .map((code): [string, string] => [code, countryName(code)])
    .sort(([, one], [, other]) => one.localeCompare(other, currentLocale()));
}
