import { countryName } from "#lib/country.ts";
import * as said from "#lib/generated/messages/helplines.ts";

/** For a select of the countries that have a helpline. */
export function CountryOptions({ countries }: { countries: readonly string[] }) {
  return (
    <>
      {countries.map((country) => (
        <option key={country} value={country}>
          {countryName(country)}
        </option>
      ))}
      <option value="">{said.somewhereElse()}</option>
    </>
  );
}
