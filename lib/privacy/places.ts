import type { Finding } from "./findings.ts";
import { languageOf } from "./language.ts";
import { type Word, isCommonWord } from "./tokens.ts";
import { notNames, placeEnds, wide } from "./words.ts";

/** Places smaller than a state: what compromise knows as a city, and what is spoken of as a place. */
export function findPlaces(words: readonly Word[]): Finding[] {
  const language = languageOf(words.map(({ base }) => base));
  const isPlace = (at: number) =>
    isTown(words, at) ||
    (language === "de" ? isGermanTown(words[at]!) : followsWhere(words, at, language));

  const found: Finding[] = [];
  for (let at = 0; at < words.length; at++) {
    const named = endsLikePlace(words, at);
    if (named !== null) {
      found.push({ kind: "place", start: words[named]!.start, end: words[at]!.end });
    } else if (words[at]!.capital && isPlace(at)) {
      let last = at;
      while (isJoined(words, last + 1)) last++;
      const base = words.slice(at, last + 1).map((word) => word.base);
      if (!wide.has(base.join(" "))) {
        found.push({ kind: "place", start: words[at]!.start, end: words[last]!.end });
      }
      at = last;
    }
  }
  return found;
}

function isJoined(words: readonly Word[], at: number): boolean {
  const word = words[at];
  return (
    word !== undefined &&
    word.gap === " " &&
    word.capital &&
    !notNames.has(word.base) &&
    !word.shouted
  );
}

function isTown(words: readonly Word[], at: number): boolean {
  const { base, tags, shouted } = words[at]!;
  if (shouted || wide.has(base) || notNames.has(base) || tags.has("Country")) return false;
  return (tags.has("City") || tags.has("Region")) && !isCommonWord(base);
}

const germanEndings =
  /(?:burg|stadt|dorf|hausen|heim|furt|bach|ingen|brück|brücken|hagen|kirchen|walde)$/;

/** Every noun has a capital there, so that "in Narkose" looks like "in Neustadt". */
function isGermanTown({ base, startsSentence }: Word): boolean {
  return !startsSentence && germanEndings.test(base) && !notNames.has(base);
}

const where = {
  en: /^(?:in|near|from|outside|around|across|leaving|towards?|via|at)$/,
  es: /^(?:en|desde|hasta)$/,
  fr: /^(?:à|depuis|vers)$/,
  hi: /^$/,
};
const moving =
  /^(?:drove|drive|driving|went|go|going|gone|moved|move|flew|fly|flown|walked|travelled|traveled|came|back|home|way|bus|train|taxi|ambulance|transferred|rushed|airlifted|sent|road|hours|miles|return|returned)$/;

/** "In Tooting", "drove to Selby": a word that nobody knows, where a place would stand. */
function followsWhere(
  words: readonly Word[],
  at: number,
  language: "en" | "es" | "fr" | "hi",
): boolean {
  const { base, gap, tags, shouted, startsSentence } = words[at]!;
  const before = words[at - 1];
  if (!before || gap !== " " || shouted || startsSentence || base.length < 3) return false;
  if (notNames.has(base) || wide.has(base) || isKnown(tags)) return false;
  if (language === "hi") return words[at + 1]?.base === "mein" && words[at + 1]?.gap === " ";
  if (where[language].test(before.base)) return true;
  return before.base === "to" && moving.test(words[at - 2]?.base ?? "");
}

const known = [
  "Person",
  "FirstName",
  "Country",
  "Demonym",
  "Month",
  "WeekDay",
  "Holiday",
  "Organization",
];

function isKnown(tags: ReadonlySet<string>): boolean {
  return known.some((tag) => tags.has(tag));
}

/** "Dunmore Street": the first word of it, when it is one. */
function endsLikePlace(words: readonly Word[], at: number): number | null {
  const { capital, base } = words[at]!;
  if (!capital || !placeEnds.has(base)) return null;
  let first = at;
  while (first > 0 && first > at - 4 && words[first]!.gap === " " && words[first - 1]!.capital)
    first--;
  while (
    first < at &&
    (words[first]!.startsSentence
      ? isCommonWord(words[first]!.base) || /^(?:the|our|my)$/.test(words[first]!.base)
      : notNames.has(words[first]!.base))
  ) {
    first++;
  }
  return first < at ? first : null;
}
