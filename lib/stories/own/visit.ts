import "server-only";
import { headers } from "next/headers";
import { type Viewer, getViewer } from "#lib/accounts/viewer.ts";

export type Visit = {
  viewer: Viewer | null;
  /** What stands after `/my/`. */
  way: string;
  /** The client's as server/http.ts saw it, for the limit on guessing. */
  address: string;
};

/** Who opens one of the pages under `/my/<way>`, and from where. */
export async function visitOf(way: string): Promise<Visit> {
  const address = (await headers()).get("x-forwarded-for") ?? "unknown";
  return { viewer: await getViewer(), way, address };
}
