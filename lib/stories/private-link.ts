import "server-only";
import { keyed, sha256 } from "#lib/secrets.ts";

/**
 * The token of a storyteller's private link, 192 bits. Computed from the submission key, so that a
 * form sent again after a lost answer leads to the same page although only a hash is stored.
 */
export function privateLinkToken(submissionKey: string): string {
  return keyed("private-link", submissionKey).subarray(0, 24).toString("base64url");
}

/** What the database holds of a token; null when the value can't be one. */
export function privateLinkHash(token: string): Uint8Array<ArrayBuffer> | null {
  return /^[\w-]{32}$/.test(token) ? sha256(token) : null;
}
