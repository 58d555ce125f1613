import { AsyncLocalStorage } from "node:async_hooks";
import type { Locale } from "#lib/locale.ts";

/**
 * One request and its answer, shared between server/http.ts and the code that Next runs for it. Next
 * gives a server action no way to set the status of its answer; a limit must answer 429 all the same.
 */
export type Exchange = {
  requestId: string;
  /** By performance.now(). */
  begun: number;
  /** The language of the address, and the address without it and without its query. */
  locale: Locale;
  pathname: string;
  /** The query, from its "?" on, of the API and of a page rendered for each request; else empty. */
  search?: string;
  status?: number;
  /** Asked for by a script of ours on an open page, not by someone who goes to it. */
  byScript?: boolean;
  /** An action of ours has begun: what fails from here on is our failure. */
  acting?: boolean;
};

// On globalThis, because Next bundles its own copy of this module.
const kept = globalThis as typeof globalThis & { vignetteExchange?: AsyncLocalStorage<Exchange> };

export const exchange = (kept.vignetteExchange ??= new AsyncLocalStorage<Exchange>());

/** The status that this request is answered with, where Next would have said 200. */
export function answerWithStatus(status: 429): void {
  const current = exchange.getStore();
  if (current) current.status = status;
}

/** What came is a form that can be read. */
export function beginActing(): void {
  const current = exchange.getStore();
  if (current) current.acting = true;
}
