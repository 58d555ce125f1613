import "server-only";
import { headers } from "next/headers";

/**
 * Whether someone goes to this page now: not a script on an open one that reads it again, nor a
 * browser that fetches it in case.
 */
export async function isVisit(): Promise<boolean> {
  const sent = await headers();
  if (/prefetch|prerender/.test(sent.get("sec-purpose") ?? sent.get("purpose") ?? "")) return false;
  return sent.get("sec-fetch-dest") !== "empty";
}
