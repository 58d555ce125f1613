import "server-only";
import ipaddr from "ipaddr.js";
import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import { database } from "#lib/db.ts";
import { env } from "#lib/env.ts";
import * as server from "#lib/generated/messages/server.ts";
import { keyed } from "#lib/secrets.ts";

const hour = 3600;

const limits = {
  change: () => ({ points: 60, duration: hour }),
  submission: () => ({ points: env().SUBMISSIONS_PER_HOUR, duration: hour }),
  "sign-in-address": () => ({ points: 30, duration: hour }),
  // One recipient, asked for from one address; and from anywhere, so that nobody's mail is flooded.
  "sign-in-recipient": () => ({ points: 6, duration: hour }),
  "sign-in-mailbox": () => ({ points: 30, duration: hour }),
  "lost-link-address": () => ({ points: 30, duration: hour }),
  "lost-link-recipient": () => ({ points: 6, duration: hour }),
  "lost-link-mailbox": () => ({ points: 30, duration: hour }),
  invitation: () => ({ points: 60, duration: hour }),
  picture: () => ({ points: 30, duration: hour }),
  export: () => ({ points: 20, duration: hour }),
  report: () => ({ points: 20, duration: hour }),
  // A ward reads behind one address.
  heart: () => ({ points: 300, duration: hour }),
  search: () => ({ points: 600, duration: hour }),
  // Whoever asks on and on is refused from memory, without asking the database each time.
  api: () => ({
    points: env().API_REQUESTS_PER_HOUR,
    duration: hour,
    inMemoryBlockOnConsumed: env().API_REQUESTS_PER_HOUR,
  }),
  // Wrong private links before they are slowed, lib/stories/own/guesses.ts.
  "private-link-miss": () => ({ points: 60, duration: hour }),
  // An address for a story is written to: from one place, and to one mailbox from anywhere.
  contact: () => ({ points: 20, duration: hour }),
  "contact-mailbox": () => ({ points: 6, duration: hour }),
} satisfies Record<string, () => Quota & { inMemoryBlockOnConsumed?: number }>;

/** So many acts in so many seconds. */
export type Quota = { points: number; duration: number };

export type Limit = keyof typeof limits;

export function quotaOf(limit: Limit): Quota {
  return limits[limit]();
}

const limiters = new Map<Limit, RateLimiterPostgres>();

function limiter(limit: Limit): RateLimiterPostgres {
  let found = limiters.get(limit);
  if (!found) {
    found = new RateLimiterPostgres({
      storeClient: database().pool,
      storeType: "pool",
      tableName: "RateLimit",
      tableCreated: true,
      keyPrefix: limit,
      ...limits[limit](),
    });
    limiters.set(limit, found);
  }
  return found;
}

/** How many are left until it begins anew in so many seconds; or when to try again. */
export type Counted =
  { ok: true; left: number; resetSeconds: number } | { ok: false; retryAfterSeconds: number };

/**
 * Counts one act against a limit. `key` is an address, an account or a recipient; only its keyed
 * hash is stored.
 */
export async function consume(limit: Limit, key: string): Promise<Counted> {
  try {
    const counted = await limiter(limit).consume(keyed("rate-limit", key).toString("base64url"));
    const resetSeconds = Math.ceil(counted.msBeforeNext / 1000);
    return { ok: true, left: counted.remainingPoints, resetSeconds };
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal;
    return { ok: false, retryAfterSeconds: Math.ceil(refusal.msBeforeNext / 1000) };
  }
}

/** What counts as one address: an IPv4 address, or the /64 that an IPv6 line is handed. */
export function addressKey(address: string): string {
  if (!ipaddr.isValid(address)) return address;
  const parsed = ipaddr.process(address);
  if (parsed.kind() === "ipv4") return parsed.toString();
  return `${parsed.toByteArray().slice(0, 8).join(".")}/64`;
}

/** "in 20 minutes", for the sentence that says when to try again. */
export function inAWhile(seconds: number): string {
  return server.inAWhile({ minutes: Math.max(1, Math.ceil(seconds / 60)) });
}
