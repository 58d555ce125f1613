/**
 * What a story's characters may be. `normaliseText` repairs in silence what nobody wrote on purpose;
 * `textProblem` says in a sentence what only the storyteller can put right.
 */
import * as submit from "#lib/generated/messages/submit.ts";
import { MAX_WEIGHT, weightedLength } from "./length.ts";

/** In UTF-16 units, of the text as it arrives: nothing is done with a longer one but refuse it. */
export const TEXT_INPUT_LIMIT = 10_000;

/** A family of four with skin tones takes 11, a stack of accents that covers its neighbours more. */
const LONGEST_GRAPHEME = 16;

// Directions are the page's business (dir="auto"); these can reorder what a moderator reads.
const bidiControls = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
const byteOrderMarks = /\ufeff/g;
const lineBreaks = /\r\n?|[\u2028\u2029]/g;
const joiners = /[\u200c\u200d]+/g;
// Soft hyphens and marks for breaking lines come along when a page or a PDF is copied, and part a
// telephone number for whoever searches it, not for whoever reads it.
const breakMarks = /[\u00ad\u200b\u2060-\u2064]+/g;

/**
 * Blank lines within a story are kept, however many: they carry the rhythm. Doing it twice changes
 * nothing.
 */
export function normaliseText(raw: string): string {
  if (raw.length > TEXT_INPUT_LIMIT) return raw;
  return raw
    .replace(bidiControls, "")
    .replace(byteOrderMarks, "")
    .replace(lineBreaks, "\n")
    .replaceAll("\t", " ")
    .replace(breakMarks, keepBetweenWords)
    .normalize("NFC")
    .replace(joiners, keepWithinWord)
    .split("\n")
    .map((line) => line.trimEnd())
    .join("\n")
    .trim();
}

/** Where words are written without spaces, U+200B says where one ends. */
const unspaced =
  /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}\p{Script=Javanese}\p{Script=Balinese}]/u;

function keepBetweenWords(run: string, at: number, text: string): string {
  const [before, after] = around(run, at, text);
  // Alone they stay, so that textProblem can say why nothing is to be seen.
  if (before + after === "") return run;
  return run.includes("\u200b") && unspaced.test(before) && unspaced.test(after) ? "\u200b" : "";
}

/** Neither joins anything: Latin has no use for joiners, and they hide digits from searches. */
const unjoined = /[\p{Nd}\p{P}$+<=>^`|~]|(?=\p{L})\p{Script=Latin}/u;

function keepWithinWord(run: string, at: number, text: string): string {
  const [before, after] = around(run, at, text);
  const joins = /\S/.test(before) && /\S/.test(after);
  return joins && !(unjoined.test(before) && unjoined.test(after)) ? run : "";
}

/** The UTF-16 units beside it; "" at the ends. */
function around(run: string, at: number, text: string): [before: string, after: string] {
  return [text.charAt(at - 1), text.charAt(at + run.length)];
}

const loneSurrogate = /\p{Surrogate}/u;
const otherControl = /[^\P{Control}\n]|\p{Noncharacter_Code_Point}/u;
// Beside what Unicode lets a font ignore: fillers, blanks and format characters that show nothing.
const invisible = /[\s\p{Default_Ignorable_Code_Point}\u2800\ufff9-\ufffb\u{16fe4}\u{1d159}]/gu;

/** A sentence for the person, saying what to do, or null: the text may be a story. */
export function textProblem(normalised: string): string | null {
  if (normalised.length > TEXT_INPUT_LIMIT) {
    return submit.textFarTooLong({ limit: MAX_WEIGHT });
  }
  if (normalised === "") return submit.textEmpty();
  if (normalised.includes("\0")) return submit.textNullCharacter();
  if (loneSurrogate.test(normalised)) {
    return submit.textBrokenCharacter();
  }
  if (otherControl.test(normalised)) {
    return submit.textControlCharacter();
  }
  if (normalised.replace(invisible, "") === "") {
    return submit.textInvisible();
  }
  if (hasOverlongGrapheme(normalised)) {
    return submit.textOverlong();
  }
  const over = weightedLength(normalised) - MAX_WEIGHT;
  return over > 0 ? submit.textTooLong({ over, limit: MAX_WEIGHT }) : null;
}

function hasOverlongGrapheme(text: string): boolean {
  // Firefox has it since 125. The server always does, and asks again.
  if (!("Segmenter" in Intl)) return false;
  const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });
  for (const { segment } of graphemes.segment(text)) {
    if (segment.length > LONGEST_GRAPHEME && [...segment].length > LONGEST_GRAPHEME) return true;
  }
  return false;
}
