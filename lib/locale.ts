/**
 * The languages that the interface speaks, and how an address says which. English has the bare
 * address; every other language stands before it: `/share`, `/es/share`. docs/decisions/0022-languages.md
 */
import type { Exchange } from "#lib/exchange.ts";

export const locales = ["en", "es"] as const;

export type Locale = (typeof locales)[number];

export const defaultLocale: Locale = "en";

/** What each calls itself. */
export const localeNames: Record<Locale, string> = { en: "English", es: "Español" };

export function isLocale(value: unknown): value is Locale {
  return locales.some((locale) => locale === value);
}

type Kept = { vignetteExchange?: { getStore(): Exchange | undefined } };

/**
 * The language that is spoken now: on the server that of the request's address, in the browser that
 * of the document.
 */
export function currentLocale(): Locale {
  const said =
    typeof document === "undefined"
      ? (globalThis as Kept).vignetteExchange?.getStore()?.locale
      : document.documentElement.lang;
  return isLocale(said) ? said : defaultLocale;
}

/** An address of this site in the language that is spoken now. */
export function localized(path: string, locale: Locale = currentLocale()): string {
  if (locale === defaultLocale) return path;
  return `/${locale}${path.replace(/^\/(?=$|[?#])/, "")}`;
}

/** What an address says: its language, and what stands behind it. */
export function readLocale(path: string): { locale: Locale; path: string } {
  const [, first = ""] = /^\/([^/?#]*)/.exec(path) ?? [];
  if (!isLocale(first) || first === defaultLocale) return { locale: defaultLocale, path };
  const rest = path.slice(first.length + 1);
  return { locale: first, path: rest.startsWith("/") ? rest : `/${rest}` };
}

/** An address as readers have it, of one that names even the language that needs no naming. */
export function withoutDefault(path: string): string {
  const named = `/${defaultLocale}`;
  const rest = path.slice(named.length);
  // What begins with two slashes would lead to another site.
  if (!path.startsWith(named) || !/^($|[?#]|\/(?![/\\]))/.test(rest)) return path;
  return rest.startsWith("/") ? rest : `/${rest}`;
}
