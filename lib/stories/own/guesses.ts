import "server-only";
import { setTimeout as wait } from "node:timers/promises";
import { addressKey, consume } from "#lib/rate-limit.ts";
import type { Result } from "#lib/result.ts";

const SLOWED_MS = 2_000;

/**
 * Counts a link that leads nowhere. A private link has 192 bits: nobody guesses one. Whoever goes on
 * trying is answered ever so slowly. Right links are neither counted nor slowed: nobody can shut a
 * storyteller out by being wrong at the same address, which a whole hospital may share.
 */
export async function countMiss(address: string): Promise<void> {
  const counted = await consume("private-link-miss", addressKey(address));
  if (!counted.ok) await wait(SLOWED_MS);
}

/** Does something under a link: a wrong one counts here too. */
export async function counted<T>(
  address: string,
  act: () => Promise<Result<T>>,
): Promise<Result<T>> {
  const result = await act();
  if (!result.ok && result.code === "not-found") await countMiss(address);
  return result;
}
