import "server-only";
import { headers } from "next/headers";
import { countryOf, languagesOf } from "#lib/country.ts";
import type { Helpline } from "#lib/helplines/helpline.ts";
import { readHelplinesInDanger } from "#lib/helplines/told/queries.ts";

/**
 * What a page has ready, should its words speak of danger: where no script runs, or nothing more can
 * be fetched. By what the browser prefers, which is all that the server knows of where someone is.
 */
export async function helplinesAtHand(): Promise<Helpline[]> {
  const languages = languagesOf((await headers()).get("accept-language"));
  return readHelplinesInDanger(countryOf({ languages }));
}
