import "server-only";
import { LRUCache } from "lru-cache";
import { addressKey, consume } from "#lib/rate-limit.ts";
import { type Result, failure } from "#lib/result.ts";

/**
 * A private link has 192 bits: nobody guesses one. But nobody should be let try either, so an
 * address that was wrong too often is answered for the rest of the hour as if it always were. Right
 * links are not counted and cost nothing. Kept in this process: the count is shared, in PostgreSQL.
 */
const guessing = new LRUCache<string, true>({ max: 10_000 });

export function isGuessing(address: string): boolean {
  return guessing.has(addressKey(address));
}

/** Counts a link that leads nowhere. */
export async function countMiss(address: string): Promise<void> {
  const key = addressKey(address);
  const counted = await consume("private-link-miss", key);
  if (!counted.ok) guessing.set(key, true, { ttl: counted.retryAfterSeconds * 1000 });
}

/** Does something under a link: a wrong one counts here too. */
export async function counted<T>(
  address: string,
  act: () => Promise<Result<T>>,
): Promise<Result<T>> {
  if (isGuessing(address)) return failure("not-found", "There is no story under this link.");
  const result = await act();
  if (!result.ok && result.code === "not-found") await countMiss(address);
  return result;
}
