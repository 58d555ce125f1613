import { exchange } from "#lib/exchange.ts";

/** Runs it as for a request of an address in Spanish. */
export function inSpanish<T>(run: () => T): T {
  return exchange.run({ requestId: "t", begun: 0, locale: "es", pathname: "/" }, run);
}
