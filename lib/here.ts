import { exchange } from "#lib/exchange.ts";

/** The address of the page that is rendered, without its language; its query only if none but it has it. */
export function herePath(): string {
  const { pathname = "/", search = "" } = exchange.getStore() ?? {};
  return pathname + search;
}
