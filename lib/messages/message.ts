/**
 * What is said on screen, in the language that is spoken now. The modules in lib/generated/messages
 * are made of messages/*.json by scripts/messages.ts: a function for each message. A page
 * loads those of the domains that it speaks of which any script says: what the feed says has domains
 * of its own.
 */
import format, { type CompiledMessage, type FormatValues } from "icu-minify/format";
import { type Locale, currentLocale } from "#lib/locale.ts";

/** A message in each language, as icu-minify compiles it. */
export type Message = Record<Locale, CompiledMessage>;

/** What goes into a message. */
export type Values = Record<string, string | number | Date>;

function keeping<Format>(make: (locale: string, options?: object) => Format) {
  const made = new Map<string, Format>();
  return (locale?: string | readonly string[] | Intl.Locale, options?: object): Format => {
    const key = `${String(locale)} ${JSON.stringify(options)}`;
    const known = made.get(key) ?? make(String(locale), options);
    made.set(key, known);
    return known;
  };
}

const formatters = {
  getDateTimeFormat: keeping((locale, options) => new Intl.DateTimeFormat(locale, options)),
  getNumberFormat: keeping((locale, options) => new Intl.NumberFormat(locale, options)),
  getPluralRules: keeping((locale, options) => new Intl.PluralRules(locale, options)),
};

/** A message as parts: its text, and what its tags were made into. */
export function partsOf<Part>(message: Message, values?: FormatValues<Part>): (string | Part)[] {
  const locale = currentLocale();
  const options = { formatters, timeZone: "UTC" };
  return [format<Part>(message[locale], locale, values, options)].flat() as (string | Part)[];
}

/** A message that is text. */
export function text<Given extends Values | void = void>(
  message: Message,
): (values: Given) => string {
  return (values) => partsOf<never>(message, values ?? undefined).join("");
}
