import type { Finding } from "./findings.ts";
import { type Language, languageOf } from "./language.ts";
import { type Word, isCommonWord } from "./tokens.ts";
import { notNames, people, titles, wide } from "./words.ts";

/** Names of people, by who stands before them, by what compromise knows, and by their capital. */
export function findNames(words: readonly Word[]): Finding[] {
  const language = languageOf(words.map(({ base }) => base));
  const names = new Set<number>();
  for (let at = 0; at < words.length; at++) {
    if (isName(words, at, language) || (names.has(at - 1) && isSurname(words, at))) names.add(at);
  }
  const bases = new Set([...names].map((at) => words[at]!.base));
  return words
    .map((word, at) => ({ word, at }))
    .filter(({ word, at }) => names.has(at) || (word.capital && bases.has(word.base)))
    .map(({ word }) => ({ kind: "name" as const, start: word.start, end: word.end }))
    .reduce<Finding[]>((joined, next) => {
      const last = joined.at(-1);
      // "Mary Anne" is one name.
      if (last && next.start - last.end === 1)
        joined[joined.length - 1] = { ...last, end: next.end };
      else joined.push(next);
      return joined;
    }, []);
}

function isName(words: readonly Word[], at: number, language: Language): boolean {
  const word = words[at]!;
  // A capital says nothing there: whoever is named in one has to be named elsewhere too.
  if (word.inHashtag || !couldBeName(word)) return false;
  return (
    followsTitle(words, at) ||
    followsPerson(words, at, language) ||
    followsNaming(words, at) ||
    isKnownName(word, language) ||
    isInPair(words, at) ||
    (word.startsSentence && speaks(words, at, language)) ||
    (language !== "de" && isUnknownName(word))
  );
}

function couldBeName({ capital, shouted, base }: Word): boolean {
  return (
    capital &&
    !shouted &&
    base.length > 1 &&
    !notNames.has(base) &&
    !wide.has(base) &&
    !/\p{N}/u.test(base)
  );
}

function followsTitle(words: readonly Word[], at: number): boolean {
  const before = words[at - 1];
  return (
    (before !== undefined &&
      titles.has(before.base) &&
      before.capital &&
      /^\.? $/.test(words[at]!.gap)) ||
    (before !== undefined &&
      /^(?:doctora?|docteure?|enfermera|señora?)$/.test(before.base) &&
      words[at]!.gap === " " &&
      !isCommonWord(words[at]!.base))
  );
}

/** "My son Daniel", "the porter, Kwame, told me". */
function followsPerson(words: readonly Word[], at: number, language: Language): boolean {
  const word = words[at]!;
  const before = words[at - 1];
  if (!before || !people.has(before.base) || isCommonWord(word.base)) return false;
  if (word.gap === " ") return language !== "de" || before.capital;
  return word.gap === ", " && /^[,.;:!?)]/.test(words[at + 1]?.gap ?? ".");
}

const naming =
  /^(?:named|called|llama|llamaba|llamamos|hieß|heißt|heiße|s'appelait|s'appelle|prénommée?|naam)$/;
const whom = /^(?:him|her|them|it|me|us|is|was)$/;

/** "They named her Rosa", "a nurse called Ngozi", "his name was Abdul". */
function followsNaming(words: readonly Word[], at: number): boolean {
  const word = words[at]!;
  const [second, first] = [words[at - 2]?.base ?? "", words[at - 1]?.base ?? ""];
  if (word.gap !== " ") return false;
  if (naming.test(first)) return !isCommonWord(word.base) || first === "named";
  if (whom.test(first) && naming.test(second)) return true;
  return /^(?:is|was|es|era|ist|war)$/.test(first) && /^(?:name|nombre)$/.test(second);
}

/** Compromise has some ten thousand first names, and knows that "Will he" is none. */
function isKnownName({ tags, startsSentence, base }: Word, language: Language): boolean {
  if (tags.has("Country") || tags.has("City") || tags.has("Region")) return false;
  if (tags.has("FirstName")) return language === "en" || !startsSentence || !isCommonWord(base);
  return language === "en" && !startsSentence && tags.has("LastName");
}

/** "Olu and Beth": one of them is known. */
function isInPair(words: readonly Word[], at: number): boolean {
  const [word, and, other] = [words[at]!, words[at + 1], words[at + 2]];
  if (and?.base !== "and" || and.gap !== " " || other?.gap !== " " || !other.capital) return false;
  return !isCommonWord(word.base) && other.tags.has("FirstName");
}

const speaking =
  /^(?:said|says|asked|asks|told|tells|laughed|laughs|cried|smiled|smiles|whispered|nodded|hugged|wept|kissed|phoned|texted|held|sang|sings|shrugged|winked|waved|knitted|prayed)$/;

/** "Anjali held the bowl": what is not a word of English, and does what people do. */
function speaks(words: readonly Word[], at: number, language: Language): boolean {
  const next = words[at + 1];
  if (language !== "en" || next?.gap !== " " || isCommonWord(words[at]!.base)) return false;
  return speaking.test(next.base) && !isKnown(words[at]!);
}

/** A capital within a sentence, on a word that no dictionary has: "I told Olu". */
function isUnknownName(word: Word): boolean {
  if (word.startsSentence || isCommonWord(word.base) || drug.test(word.base)) return false;
  return !isKnown(word);
}

/** As something else than a person. */
function isKnown({ tags }: Word): boolean {
  return known.some((tag) => tags.has(tag));
}

const known = [
  "Place",
  "Demonym",
  "Month",
  "WeekDay",
  "Holiday",
  "Organization",
  "Acronym",
  "Pronoun",
  "Determiner",
];
const drug =
  /(?:azole|pril|statin|cillin|mycin|olol|pam|lam|zole|mab|nib|tide|caine|profen|oxetine|triptan|vir|phine|done|barbital|cycline)$/;

function isSurname(words: readonly Word[], at: number): boolean {
  const word = words[at]!;
  return couldBeName(word) && word.gap === " " && !word.startsSentence;
}
