import "server-only";
import { seal, unseal } from "#lib/secrets.ts";

const purpose = "mail-address";

/** An address for a job's payload, which lies in the database until the job is done. */
export function sealAddress(email: string): string {
  return seal(purpose, email);
}

export function unsealAddress(sealed: string): string | null {
  return unseal(purpose, sealed);
}
