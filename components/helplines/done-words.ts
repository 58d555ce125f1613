import { countryName } from "#lib/country.ts";
import * as messages from "#lib/generated/messages/helplines.ts";
import type { HelplineAtDesk } from "#lib/helplines/queries.ts";
import type { Done } from "#lib/helplines/schema.ts";

/** As in a heading. */
export function placeName(country: string | undefined): string {
  return country ? countryName(country) : messages.everywhereElse();
}

/** What was just done, as the address of the page says; null when that can't be. */
export function doneSentence(
  done: Done,
  id: string,
  helplines: readonly HelplineAtDesk[],
): string | null {
  if (done === "removed") return messages.doneRemoved();
  if (done === "meanwhile") return messages.doneMeanwhile();
  if (done === "gone") return messages.doneGone();
  const found = helplines.find((each) => each.id === id);
  if (!found) return null;
  const which = { name: found.name, place: placeName(found.country) };
  switch (done) {
    case "added":
      return messages.doneAdded(which);
    case "changed":
      return messages.doneChanged(which);
    case "checked":
      return messages.doneChecked(which);
    case "first":
      return messages.doneFirst(which);
  }
}
