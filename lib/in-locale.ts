import { exchange } from "#lib/exchange.ts";
import type { Locale } from "#lib/locale.ts";

/** Says something in a language that no request asks for, such as mail that the worker writes. */
export function inLocale<T>(locale: Locale, say: () => T): T {
  return exchange.run(
    { requestId: "", begun: 0, pathname: "/", ...exchange.getStore(), locale },
    say,
  );
}
