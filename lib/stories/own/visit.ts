import "server-only";
import { headers } from "next/headers";
import { type Viewer, getViewer } from "#lib/accounts/viewer.ts";
import { languagesOf } from "#lib/country.ts";

export type Visit = {
  viewer: Viewer | null;
  /** What stands after `/my/`. */
  way: string;
  /** The client's as server/http.ts saw it, for the limit on guessing. */
  address: string;
};

/** What the browser prefers, best first. */
type Preferring = { languages: string[] };

/** Who opens one of the pages under `/my/<way>`, and from where. */
export async function visitOf(way: string): Promise<Visit & Preferring> {
  const sent = await headers();
  const address = sent.get("x-forwarded-for") ?? "unknown";
  const languages = languagesOf(sent.get("accept-language"));
  return { viewer: await getViewer(), way, address, languages };
}
