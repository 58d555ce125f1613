import { exchange } from "#lib/exchange.ts";
import { defaultLocale, isLocale } from "#lib/locale.ts";

/**
 * Says something in a language that no request asks for, such as mail that the worker writes.
 * `stored` is as the database has it.
 */
export function inLocale<T>(stored: string, say: () => T): T {
  const locale = isLocale(stored) ? stored : defaultLocale;
  return exchange.run(
    { requestId: "", begun: 0, pathname: "/", ...exchange.getStore(), locale },
    say,
  );
}
