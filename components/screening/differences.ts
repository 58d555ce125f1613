/** How a story's words differ from those of another that is much like it. */
import { wordsDifference } from "#lib/stories/difference.ts";

/** A piece of a text, in UTF-16 code units. */
export type Place = { start: number; end: number };

/** Where less than this part of a text is shared, nearly all of it would be pointed out. */
const SHARED = 0.5;

/** From the first sign that is neither a space nor punctuation to the last. */
const wordsIn = /[^\s\p{P}](?:.*[^\s\p{P}])?/su;

/**
 * Where `other` has words that `text` has not. Empty where they are the same, and where they are so
 * far apart that reading them is the better comparison.
 */
export function differencesIn(other: string, text: string): Place[] {
  const places: Place[] = [];
  let at = 0;
  for (const part of wordsDifference(text, other)) {
    if (part.kind === "removed") continue;
    const changed = part.kind === "added" ? wordsIn.exec(part.text) : null;
    if (changed) {
      const start = at + changed.index;
      places.push({ start, end: start + changed[0].length });
    }
    at += part.text.length;
  }
  const different = places.reduce((sum, { start, end }) => sum + end - start, 0);
  return different > other.length * (1 - SHARED) ? [] : places;
}
