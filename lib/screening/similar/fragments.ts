const WORDS_EACH = 3;
const MOST_FRAGMENTS = 6;
/** In characters, where words are written without spaces between them. */
const LONGEST_WORD = 24;
const PIECE = 8;

/** Anything shorter is in no index of trigrams. */
const hasTrigrams = /[\p{L}\p{N}]{4}/u;

/**
 * Pieces of a text by which others with much the same words are found: three words in a row, the
 * longest first, as they are the rarest. No two overlap, so that a change spoils one of them.
 */
export function fragmentsOf(text: string): string[] {
  const words = text.split(/\s+/u).filter(Boolean);
  const isUnspaced = words.some((word) => word.length > LONGEST_WORD);
  const pieces = isUnspaced ? piecesOf(text) : windowsOf(text);
  const chosen: { at: number; words: string }[] = [];
  for (const piece of pieces.toSorted((a, b) => b.words.length - a.words.length || a.at - b.at)) {
    if (chosen.length === MOST_FRAGMENTS) break;
    const apart = chosen.every(({ at }) => Math.abs(at - piece.at) >= WORDS_EACH);
    if (apart && hasTrigrams.test(piece.words)) chosen.push(piece);
  }
  return chosen.map((piece) => piece.words);
}

/** Every three words in a row with what stands between them; all of them when there are fewer. */
function windowsOf(text: string) {
  const words = [...text.matchAll(/\S+/gu)];
  const last = Math.max(0, words.length - WORDS_EACH);
  return Array.from({ length: last + 1 }, (_, at) => {
    const from = words[at]?.index ?? 0;
    const end = words[Math.min(at + WORDS_EACH, words.length) - 1];
    return { at, words: text.slice(from, end ? end.index + end[0].length : 0) };
  });
}

function piecesOf(text: string) {
  const characters = [...text];
  const count = Math.max(1, Math.floor(characters.length / PIECE));
  return Array.from({ length: count }, (_, at) => ({
    at: at * WORDS_EACH,
    words: characters.slice(at * PIECE, (at + 1) * PIECE).join(""),
  }));
}
