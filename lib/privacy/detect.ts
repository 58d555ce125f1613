/**
 * Everything that can tell who a story is about: the cheap checks, telephone numbers, and with
 * `compromise` names, hospitals and places. Never in the browser.
 */
import "server-only";
import { type Finding, mergeFindings } from "./findings.ts";
import { findHospitals } from "./hospitals.ts";
import { findNames } from "./names.ts";
import { findPhones } from "./phones.ts";
import { findPlaces } from "./places.ts";
import { plain } from "./plain.ts";
import { namedNumbers, quickFindings } from "./quick.ts";
import { readWords } from "./tokens.ts";

/**
 * A story of 280 characters has 140 words at most. Compromise is fast with these, and very slow with
 * thousands such as "St St St".
 */
const MOST_WORDS = 160;
/** In UTF-16 units, so that what holds no words is bounded too. */
const MOST_READ = 4_000;

/**
 * `text` is normalised; `country`, ISO 3166-1 alpha-2, is where the reader seems to be; `everyones`
 * are telephone numbers that a story may name.
 */
export function findPersonalDetails(
  text: string,
  { country, everyones = [] }: { country: string | null; everyones?: readonly string[] },
): Finding[] {
  const phones = findPhones(text, country, everyones);
  const quick = quickFindings(text);
  // Of two alike, the first stays.
  const certain = mergeFindings([
    ...namedNumbers(text),
    ...(dialsBareDigits(country) ? phones.filter(isShort) : []),
    ...quick,
    ...phones,
  ]);
  const words = readWords(beginning(plain(withoutCertain(text, certain))));
  const hospitals = findHospitals(words);
  const places = findPlaces(words);
  return mergeFindings([...certain, ...hospitals, ...places, ...findNames(words)]);
}

/** One in ten of all telephone numbers passes for a British or Canadian number of another kind. */
function dialsBareDigits(country: string | null): boolean {
  return country !== null && country !== "GB" && country !== "CA";
}

/** Ten digits and what parts them; the longer numbers of states are no accident. */
function isShort({ start, end }: Finding): boolean {
  return end - start <= 12;
}

/** Blanks what is found already, so that no name is looked for in an address. */
function withoutCertain(text: string, findings: readonly Finding[]): string {
  const hidden = findings.filter(({ kind }) => kind !== "initials" && kind !== "age");
  return hidden.reduce(
    (rest, { start, end }) => rest.slice(0, start) + "·".repeat(end - start) + rest.slice(end),
    text,
  );
}

function beginning(text: string): string {
  const next = text
    .slice(0, MOST_READ)
    .matchAll(/[\p{L}\p{M}\p{N}]+/gu)
    .drop(MOST_WORDS)
    .next();
  return text.slice(0, next.value?.index ?? MOST_READ);
}
