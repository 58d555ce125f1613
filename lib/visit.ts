import "server-only";
import { headers } from "next/headers";
import { exchange } from "#lib/exchange.ts";

/**
 * Whether someone goes to this page now: not a script on an open one that reads it again, nor a
 * browser that fetches it in case.
 */
export async function isVisit(): Promise<boolean> {
  if (exchange.getStore()?.byScript) return false;
  const sent = await headers();
  if (/prefetch|prerender/.test(sent.get("sec-purpose") ?? sent.get("purpose") ?? "")) return false;
  return sent.get("sec-fetch-dest") !== "empty";
}
