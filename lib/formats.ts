/** How dates, numbers and lists are written in the language that is spoken now. */
import { type Locale, currentLocale } from "#lib/locale.ts";

/** As Intl knows them. English dates are written as in Britain: "21 November 2026". */
const tags: Record<Locale, string> = { en: "en-GB", es: "es" };

/** What `make` makes for a language, made when it is first spoken: `byLocale((tag) => …)()`. */
export function byLocale<Made>(make: (tag: string) => Made): () => Made {
  const made = new Map<Locale, Made>();
  return () => {
    const locale = currentLocale();
    const known = made.get(locale) ?? make(tags[locale]);
    made.set(locale, known);
    return known;
  };
}

export const numbers = byLocale((tag) => new Intl.NumberFormat(tag));

/** As it stands in a heading, or on a button: "take down" as "Take down". */
export function capitalised(words: string): string {
  return words.charAt(0).toLocaleUpperCase() + words.slice(1);
}
