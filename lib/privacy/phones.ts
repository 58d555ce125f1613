/**
 * Telephone numbers, by libphonenumber-js and a few shapes of our own. With its smaller metadata it
 * is 36 KB gzipped (measured: 35.6, minified by rolldown; `max` is 56.2), so the browser loads this
 * module by a dynamic import only. `max` would know more numbers to be unassigned, and someone's
 * number with one digit wrong is still better left out.
 */
import {
  type CountryCode,
  findPhoneNumbersInText,
  isSupportedCountry,
} from "libphonenumber-js/min";
import { type Finding, mergeFindings } from "./findings.ts";
import { findInPlain } from "./plain.ts";

/** Nothing longer is ever a story. */
const MOST_READ = 10_000;

/**
 * `country`, ISO 3166-1 alpha-2, is where the reader seems to be: numbers without a country code.
 * `everyones` are numbers that anyone may call, beside those that are known here.
 */
export function findPhones(
  text: string,
  country: string | null,
  everyones: readonly string[] = [],
): Finding[] {
  const known = country !== null && isSupportedCountry(country) ? country : null;
  const lines = new Set([...publicLines, ...everyones.map(digitsOf)]);
  return findInPlain(text.slice(0, MOST_READ), (words) =>
    findInWords(words.replace(/[•∙‧⋅・]/g, "·"), known, lines),
  );
}

const digitsOf = (written: string) => written.replace(/\D/g, "");

function findInWords(
  words: string,
  country: CountryCode | null,
  lines: ReadonlySet<string>,
): Finding[] {
  const spans = [...spansIn(words, country), ...spansOverLines(words, country)];
  const everyones = new Uint8Array(words.length);
  for (const { start, end } of spans) {
    if (lines.has(digitsOf(words.slice(start, end)))) everyones.fill(1, start, end);
  }
  return mergeFindings(
    spans
      // Nor are the last seven digits of a line for everyone somebody's.
      .filter(({ start, end }) => !(everyones[start] && everyones[end - 1]))
      // Nor such a line with what stands above or below it.
      .filter(
        ({ start, end }) =>
          !(words.slice(start, end).includes("\n") && everyones.subarray(start, end).includes(1)),
      )
      .filter(({ start, end }) => isSomebodys(words.slice(start, end)))
      .map(({ start, end }) => ({ kind: "phone", start, end })),
  );
}

function spansIn(words: string, country: CountryCode | null): Span[] {
  // Seven digits are the fewest that are somebody's, and most stories have none.
  if (!/(?:\p{N}[^\p{N}\n]{0,3}){6}\p{N}/u.test(words)) return [];
  return [...byLibrary(words.replaceAll("·", "."), country), ...byShape(words, country)];
}

/** Numbers that were broken into lines where they were copied from. */
function spansOverLines(words: string, country: CountryCode | null): Span[] {
  const joined = words.replace(/(?<=\d[-·/)]? ?)\n(?= ?[\d(])/g, " ");
  if (joined === words) return [];
  return spansIn(joined, country).filter(({ start, end }) =>
    words.slice(start, end).includes("\n"),
  );
}

/** Where nobody writes a number without its zero, and ten bare digits are something else. */
const dialsZero = new Set<string>([
  "GB",
  "IE",
  "DE",
  "AT",
  "CH",
  "FR",
  "NL",
  "BE",
  "SE",
  "FI",
  "AU",
  "NZ",
  "ZA",
]);

type Span = { start: number; end: number };

/** What a number could be within. The library takes 2 ms for the longest, made to be slow. */
const dialled = /[+(]?\d[\d()./ +-]{5,98}/g;
/** Seven characters are the least, so that 280 hold no more of them. The shapes read everything. */
const MOST_RUNS = 40;

function byLibrary(text: string, country: CountryCode | null): Span[] {
  const options = country ? { defaultCountry: country, v2: true as const } : { v2: true as const };
  return [...text.matchAll(dialled).take(MOST_RUNS)]
    .flatMap(({ index, 0: run }) => {
      // With its neighbours, which the library looks at: "£20,000" is no number to ring.
      const from = Math.max(0, index - 1);
      const around = text.slice(from, index + run.length + 1);
      return findPhoneNumbersInText(around, options).map(({ startsAt, endsAt }) => ({
        start: from + startsAt,
        end: from + endsAt,
      }));
    })
    .filter(
      ({ start }) => country === null || !dialsZero.has(country) || /[0+(]/.test(text[start]!),
    );
}

const notBefore = String.raw`(?<![\p{L}\p{N}_#$£€]|\p{N}[.,:/-])`;
const notAfter = String.raw`(?![\p{L}\p{N}_%]|[.,:/-]\p{N})`;
const northAmerica = new Set<string>(["US", "CA", "PR", "JM", "TT", "BS", "BB"]);

/** What the library leaves out for its area code, or for want of a country, and anyone would dial. */
const shapes = {
  /** (212) 555-0142, 212-555-0142, 1.212.555.0142, 212 • 555 • 0142 */
  american: String.raw`(?:\+?1(?: ?[-·] ?|[. ])?)?(?:\(\d{3}\)(?: ?[-·] ?| ?)|\d{3}(?: ?[-·] ?|\.))\d{3}(?: ?[-·] ?|[. ])\d{4}`,
  americanSpaced: String.raw`(?:1 )?[2-9]\d{2} \d{3} \d{4}|[2-9]\d{9}`,
  /** 2.1.2.5.5.5.0.1.4.2, as some hide it; 0.2.0. and so on */
  digitByDigit: String.raw`(?:(?:1[-.·])?[2-9](?:[-.·]\d){2}[-.·][2-9](?:[-.·]\d){6}|0[-.·][1-9](?:[-.·]\d){8,9})`,
  local: String.raw`[2-9]\d{2}[-.]\d{4}`,
  /** 07700 900123, (01632) 960 123, 030/23125-123: the zero that most countries dial first. */
  trunk: String.raw`(?=(?:\(?0[1-9])(?:[-/.· ()]{0,3}\d){7})\(?0\d{1,5}\)?(?:[-/.· ]{0,3}\d{1,8}){1,5}`,
  international: String.raw`(?:\+|00)[1-9]\d{0,3}(?:(?: ?[-·] ?|[/. ])?\(?\d{1,6}\)?){2,6}`,
  /** Whatever follows "call me on". */
  announced: String.raw`(?<=(?<!\p{L})(?:call|phone|ring|text|dial|tel|telephone|(?:my|his|her|our|your|their|old|new|phone|mobile) number|mobile|cell|whatsapp|teléfono|móvil|llámame|telefon|handy|nummer|téléphone|numéro)(?: ?(?::|at|on|me|him|her|us|is|was|al|es|unter|au|est|,|\.)){0,3} )\d(?:[- ]?\d){6,12}`,
};
const always = pattern("american", "digitByDigit", "trunk", "international", "announced");
const american = pattern("americanSpaced", "local");

function pattern(...names: (keyof typeof shapes)[]): RegExp {
  const any = names.map((name) => shapes[name]).join("|");
  return new RegExp(`${notBefore}(?:${any})${notAfter}`, "giu");
}

function byShape(text: string, country: CountryCode | null): Span[] {
  const patterns = country && !northAmerica.has(country) ? [always] : [always, american];
  return patterns.flatMap((each) =>
    Array.from(text.matchAll(each), ({ index, 0: written }) => ({
      start: index,
      end: index + written.length,
    })),
  );
}

/**
 * Lines that anyone may call, so that a story can name the one that helped: those that every
 * installation begins with (admins add others, see `everyones`), and a few that are as public. That a number is free to call proves
 * nothing, so each is here by itself.
 */
const publicLines = new Set([
  "131114",
  "0477131114",
  "08001110111",
  "0800567567",
  // TelefonSeelsorge's second: telefonseelsorge.de
  "08001110222",
  // The Lifeline of the United States before it was 988, still answered: 988lifeline.org, and
  // https://www.cdcr.ca.gov/ccjbh/2022/07/19/dial-988-to-access-24-hour-emotional-support-and-resources/
  "18002738255",
  "8002738255",
  // National Helpline: samhsa.gov/find-help/national-helpline
  "18006624357",
  "8006624357",
  // Lifeline, New Zealand: http://www.lifeline.co.nz/history-lifeline/
  "0800543354",
  // Childline, United Kingdom: childline.org.uk
  "08001111",
]);

function isSomebodys(written: string): boolean {
  const digits = written.replace(/\D/g, "");
  if (digits.length < 7 || digits.length > 15) return false;
  const groups = written.match(/\d+/g) ?? [];
  // Counted aloud, "1 2 3 4 5 6 7", or years one after the other.
  if (groups.length > 5 && digits.length < groups.length * 1.6 && !isDigitByDigit(written)) {
    return false;
  }
  if (groups.every((group) => /^(?:19|20)\d\d$/.test(group))) return false;
  return !isDate(written) && !isListed(groups, written);
}

const wholeDigitByDigit = new RegExp(`^(?:${shapes.digitByDigit})$`);

function isDigitByDigit(written: string): boolean {
  const digits = written.replace(/\D/g, "");
  return wholeDigitByDigit.test(written) && !/0123456789|9876543210/.test(digits + digits);
}

const dates = [
  /^\d{4}([-/.])\d{1,2}\1\d{1,2}(?:[ ,T]|$)/,
  /^\d{1,2}([-/.])\d{1,2}\1(?:\d{4}|\d{2})(?:[ ,]|$)/,
];

function isDate(written: string): boolean {
  return dates.some((date) => date.test(written));
}

/** Round amounts beside each other: "600 700 800". */
function isListed(groups: readonly string[], written: string): boolean {
  return (
    !/[-+()/]/.test(written) &&
    groups.length > 1 &&
    groups.every((group) => /^[1-9]\d?0+$/.test(group))
  );
}
