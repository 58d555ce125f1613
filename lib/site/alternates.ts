import type { Metadata } from "next";
import { locales, localized } from "#lib/locale.ts";

type Alternates = NonNullable<Metadata["alternates"]>;

/** Where a page is, in this language and in the others; `more` are other forms of it, as feeds. */
export function alternatesOf(path: string, more?: Pick<Alternates, "types">): Alternates {
  const languages = Object.fromEntries(locales.map((locale) => [locale, localized(path, locale)]));
  languages["x-default"] = path;
  return { canonical: localized(path), languages, ...more };
}
