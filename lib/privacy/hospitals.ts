import type { Finding } from "./findings.ts";
import type { Word } from "./tokens.ts";
import { hospitalEnds, hospitalPairs, hospitalStarts } from "./words.ts";

const joins = /^(?:of|and|for|de|la|las|los|del|du|des|san|santa|saint|der|zum|am)$/;
const openers =
  /^(?:the|a|an|my|our|their|his|her|your|this|that|at|in|to|from|every|each|one|no|any|of|and|for|de|la|der|die|das|den|dem|im|ins|vom|zum|am|meine?|el|un|una|mi)$/;
const wards = /^(?:ward|unit|bay|room|theatre|floor|station|planta)$/;

/** "St Mary's Hospital", "Hospital San Telmo", "Ward 7 at the Royal Infirmary". */
export function findHospitals(words: readonly Word[]): Finding[] {
  return words.flatMap((word, at) => {
    const span = endingAt(words, at) ?? startingAt(words, at) ?? ofSaint(words, at);
    if (!span) return [];
    const first = words[wardBefore(words, span.first)]!;
    const last = words[span.last]!;
    return [{ kind: "hospital" as const, start: first.start, end: last.start + last.text.length }];
  });
}

type Span = { first: number; last: number };

function endingAt(words: readonly Word[], at: number): Span | null {
  const word = words[at]!;
  if (!word.capital) return null;
  const pair = `${words[at - 1]?.base} ${word.base}`;
  const ends = hospitalEnds.has(word.base);
  if (!ends && !hospitalPairs.has(pair)) return null;
  const nameEnds = ends ? at : at - 1;
  let first = nameEnds;
  while (first > 0 && continues(words, first)) first--;
  while (first < nameEnds && openers.test(words[first]!.base)) first++;
  return first < nameEnds && words[first]!.capital ? { first, last: at } : null;
}

/** Whether the word before belongs to the same name. */
function continues(words: readonly Word[], at: number): boolean {
  const before = words[at - 1]!;
  if (!/^(?:'s)?\.? $/.test(words[at]!.gap)) return false;
  if (words[at]!.gap.includes(".") && before.base !== "st") return false;
  return before.capital || joins.test(before.base);
}

function startingAt(words: readonly Word[], at: number): Span | null {
  const word = words[at]!;
  if (!hospitalStarts.has(word.base)) return null;
  let last = at;
  for (let next = at + 1; next < words.length && next < at + 6; next++) {
    if (words[next]!.gap !== " ") break;
    if (words[next]!.capital) last = next;
    else if (!joins.test(words[next]!.base)) break;
  }
  return last > at ? { first: at, last } : null;
}

/** "St Brigid's": in these stories more often a hospital than a church. */
function ofSaint(words: readonly Word[], at: number): Span | null {
  const word = words[at]!;
  const saint = words[at - 1];
  const possessive = /'s$/i.test(word.text) && word.capital && /^\.? $/.test(word.gap);
  return possessive && saint?.base === "st" && saint.capital ? { first: at - 1, last: at } : null;
}

/** "Ward 7 at …" tells even more, so it goes along. */
function wardBefore(words: readonly Word[], first: number): number {
  for (let back = 1; back <= 4; back++) {
    const base = words[first - back]?.base;
    if (base === undefined) break;
    if (wards.test(base)) return first - back;
    if (!/^(?:at|in|of|the|\p{N}+\p{L}?|\p{L})$/u.test(base)) break;
  }
  return first;
}
