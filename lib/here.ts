import { exchange } from "#lib/exchange.ts";

/** The address of the page that is rendered, without its language and its query. */
export function herePath(): string {
  return exchange.getStore()?.pathname ?? "/";
}
