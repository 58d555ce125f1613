import "server-only";
import { addressKey } from "#lib/rate-limit.ts";
import { keyed } from "#lib/secrets.ts";

/** How long a sender is remembered; lib/screening/commands.ts forgets them. */
export const SENDER_DAYS = 30;

type Sender = {
  /** Of whoever is signed in. */
  accountId: string | null;
  /** The client's. */
  address: string;
};

/**
 * Whoever sent a story, as something to compare and nothing to look up: 32 bytes keyed with
 * AUTH_SECRET, under a purpose that no limit shares. Signed in, it is the account wherever they are.
 */
export function senderHash({ accountId, address }: Sender): Uint8Array<ArrayBuffer> {
  const sender = accountId === null ? `address ${addressKey(address)}` : `account ${accountId}`;
  return Uint8Array.from(keyed("screening-sender", sender));
}
