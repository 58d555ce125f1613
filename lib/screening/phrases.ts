/**
 * Finds the phrases of many rules in one text. No phrase becomes a regular expression: each is a key
 * in a table, so that a text is looked up and not searched, however many phrases there are.
 */
import { type Key, type Reading, headOf, readPhrase, readingsOf } from "#lib/screening/reading.ts";

/** UTF-16 offsets into the text. */
export type Place = { start: number; end: number };

/** The phrases of one rule, read once. */
export type ReadPhrases = { plain: Key[]; disguised: Key[]; spaced: Key[] };

export function readPhrases(phrases: readonly string[]): ReadPhrases {
  const read: ReadPhrases = { plain: [], disguised: [], spaced: [] };
  for (const phrase of phrases) {
    const { plain, disguised, spaced } = readPhrase(phrase);
    if (plain.length > 0) read.plain.push(plain);
    if (disguised) read.disguised.push(disguised);
    if (spaced) read.spaced.push(spaced);
  }
  return read;
}

/** The same letters, written as often, or however often; and the rules that look for them. */
type Entry = { repeats: Key["repeats"] | "any"; rules: number[] };

/**
 * Phrases that differ only in how often letters are repeated are told apart up to so many. Nobody
 * needs more, and thousands of them would make every text slow to look through.
 */
const MOST_VARIANTS = 16;

type Table = {
  entries: Map<string, Entry[]>;
  /** How many characters the phrases have that begin with these. */
  lengths: Map<string, number[]>;
};

const shapes = ["plain", "disguised", "spaced"] as const;

export type PhraseIndex = Record<(typeof shapes)[number], Table>;

export function emptyIndex(): PhraseIndex {
  const table = (): Table => ({ entries: new Map(), lengths: new Map() });
  return { plain: table(), disguised: table(), spaced: table() };
}

/** Adds the phrases of the next rule; `rule` is its number. */
export function addPhrases(index: PhraseIndex, rule: number, phrases: ReadPhrases): void {
  for (const shape of shapes) {
    for (const key of phrases[shape]) addKey(index[shape], key, rule);
  }
}

/** One table for all rules; `rules[n]` are the phrases of rule `n`. */
export function indexPhrases(rules: readonly ReadPhrases[]): PhraseIndex {
  const index = emptyIndex();
  for (const [rule, phrases] of rules.entries()) addPhrases(index, rule, phrases);
  return index;
}

function addKey({ entries, lengths }: Table, { text, length, head, repeats }: Key, rule: number) {
  let found = entries.get(text);
  if (!found) {
    found = [];
    entries.set(text, found);
    const known = lengths.get(head);
    if (!known) lengths.set(head, [length]);
    else if (!known.includes(length)) known.push(length);
  }
  const written = String(repeats);
  const isFull = found.length >= MOST_VARIANTS;
  const same = found.find(
    (entry) => String(entry.repeats) === written || (isFull && entry.repeats === "any"),
  );
  if (!same) found.push({ repeats: isFull ? "any" : repeats, rules: [rule] });
  // Rules come one after the other.
  else if (same.rules.at(-1) !== rule) same.rules.push(rule);
}

/** Of one rule in one text: enough to show what it is about. */
export const MOST_PLACES = 8;

/** Where each rule's phrases are, by the rule's place in the index. In order, none in another. */
export function findPhrases(index: PhraseIndex, text: string): Map<number, Place[]> {
  const found = new Map<number, Place[]>();
  // Every phrase is looked for as it stands.
  if (index.plain.entries.size === 0) return found;
  const readings = readingsOf(text);
  for (const shape of shapes) {
    if (index[shape].entries.size === 0) continue;
    for (const reading of readings[shape]) lookUp(index[shape], reading, found);
  }
  for (const [rule, places] of found) found.set(rule, outermost(places));
  return found;
}

/** Kept while looking, so that no text has a rule gather thousands. */
const MOST_GATHERED = 4 * MOST_PLACES;

function lookUp({ entries, lengths }: Table, reading: Reading, found: Map<number, Place[]>): void {
  const { chars, starts, ends, opens, closes } = reading;
  const { text, at: offsets } = joined(chars);
  for (let from = 0; from < chars.length; from++) {
    if (!opens[from]) continue;
    const one = chars[from] ?? "";
    const known = lengths.get(headOf(chars, from)) ?? [];
    const alone = from + 1 < chars.length && lengths.has(one) ? [1] : [];
    for (const length of [...alone, ...known]) {
      const last = from + length - 1;
      if (last >= chars.length || !closes[last]) continue;
      const here = entries.get(text.slice(offsets[from], offsets[last + 1]));
      if (!here) continue;
      const place = { start: starts[from] ?? 0, end: ends[last] ?? 0 };
      for (const { repeats, rules } of here) {
        if (repeats !== "any" && !fits({ repeats, length }, reading, from)) continue;
        for (const rule of rules) gather(found, rule, place);
      }
    }
  }
}

function joined(chars: readonly string[]): { text: string; at: number[] } {
  const at = [0];
  let length = 0;
  for (const char of chars) at.push((length += char.length));
  return { text: chars.join(""), at };
}

function gather(found: Map<number, Place[]>, rule: number, place: Place): void {
  const places = found.get(rule);
  if (!places) found.set(rule, [place]);
  else if (places.length < MOST_GATHERED) places.push(place);
}

/** Hardly ever written twice in a row, so that twice is as good as three times. */
const neverDoubled = new Set("hijkquvwxy");

/**
 * Whether letters were written as often as in the phrase, or drawn out: "too" is not "to" and
 * "looose" may be "lose".
 */
function fits(
  { repeats, length }: Pick<Key, "repeats" | "length">,
  reading: Reading,
  from: number,
): boolean {
  for (let offset = 0; offset < length; offset++) {
    const wanted = repeats?.[offset] ?? 1;
    const written = reading.repeats[from + offset] ?? 0;
    if (written === wanted) continue;
    const drawnOut = written > 2 || neverDoubled.has(reading.chars[from + offset] ?? "");
    if (written < wanted || !drawnOut) return false;
  }
  return true;
}

/** In order, without those that lie within another. */
function outermost(places: readonly Place[]): Place[] {
  const kept: Place[] = [];
  let reach = -1;
  for (const place of places.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    if (place.end <= reach) continue;
    reach = place.end;
    kept.push(place);
  }
  return kept.slice(0, MOST_PLACES);
}
