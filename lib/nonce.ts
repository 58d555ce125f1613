import "server-only";
import { headers } from "next/headers";

/** That of a page which is rendered for one request, as server/http.ts tells Next. */
export async function requestNonce(): Promise<string | undefined> {
  const policy = (await headers()).get("content-security-policy") ?? "";
  return /'nonce-([^']+)'/.exec(policy)?.[1];
}
