import { countryName } from "#lib/country.ts";
import type { HelplineAtDesk } from "#lib/helplines/queries.ts";
import type { Done } from "#lib/helplines/schema.ts";

/** As in a heading. */
export function placeName(country: string | undefined): string {
  return country ? countryName(country) : "Everywhere else";
}

/** What was just done, as the address of the page says; null when that can't be. */
export function doneSentence(
  done: Done,
  id: string,
  helplines: readonly HelplineAtDesk[],
): string | null {
  if (done === "removed") return "The helpline is removed. Nobody is shown it any more.";
  if (done === "meanwhile") {
    return "Someone changed this helpline while you looked at it. Please look again: nothing was done.";
  }
  if (done === "gone") return "Someone removed this helpline while you looked at it.";
  const found = helplines.find((each) => each.id === id);
  if (!found) return null;
  const { name, country } = found;
  const said = `“${name}” (${placeName(country)})`;
  switch (done) {
    case "added":
      return `${said} is added. Readers are shown it from now on.`;
    case "changed":
      return `${said} is changed, wherever readers are shown it.`;
    case "checked":
      return `${said} is checked. We ask again in a year.`;
    case "first":
      return `${said} now comes first.`;
  }
}
