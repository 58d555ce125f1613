/**
 * How long a story is: the weighted length of a tweet, by twitter-text's configuration v3. Counter,
 * form check and command all ask here, so they agree to the character.
 */
import { parse } from "@twemoji/parser";
import { findUrls } from "./urls.ts";
import { MAX_WEIGHT } from "./max-weight.ts";

export { MAX_WEIGHT };

const URL_WEIGHT = 23;
const EMOJI_WEIGHT = 2;

/**
 * Pictographs that are text until a variation selector or skin tone follows. @twemoji/parser 17.0.2
 * misses these ten then, and ✌️ or ☝🏽 would count as two characters.
 */
const missedEmoji =
  /[\u261d\u26f7\u26f9\u270c\u270d\u{1f3cb}\u{1f3cc}\u{1f574}\u{1f575}\u{1f590}](?:\ufe0f|[\u{1f3fb}-\u{1f3ff}])/uy;

export function weightedLength(text: string): number {
  return measure(text.normalize("NFC")).weight;
}

/**
 * Cuts a text where the limit falls, never within a grapheme or a URL: `fits` weighs at most 280
 * and, with `excess` after it, is the text (in NFC).
 */
export function splitAtLimit(text: string): { fits: string; excess: string } {
  const whole = text.normalize("NFC");
  const { weight, ends } = measure(whole);
  if (weight <= MAX_WEIGHT) return { fits: whole, excess: "" };

  const startsGrapheme = graphemeStarts(whole);
  // Without what followed it, the end of `fits` can become a URL ("story.com" of "story.comes").
  const cut = ends.findLast(
    (end) => startsGrapheme(end) && measure(whole.slice(0, end)).weight <= MAX_WEIGHT,
  );
  return { fits: whole.slice(0, cut ?? 0), excess: whole.slice(cut ?? 0) };
}

/** `ends` are the offsets that a cut within the limit could be made at. */
function measure(text: string): { weight: number; ends: number[] } {
  const urls = findUrls(text);
  const emoji = parse(text);
  const ends: number[] = [];
  let weight = 0;
  let url = 0;
  let symbol = 0;

  for (let at = 0; at < text.length;) {
    while ((urls[url]?.start ?? Infinity) < at) url++;
    while ((emoji[symbol]?.indices[0] ?? Infinity) < at) symbol++;

    if (urls[url]?.start === at) {
      weight += URL_WEIGHT;
      at = urls[url]!.end;
    } else if (emoji[symbol]?.indices[0] === at) {
      weight += EMOJI_WEIGHT;
      at = emoji[symbol]!.indices[1];
    } else {
      const point = text.codePointAt(at)!;
      const missed = point > 0x2000 ? missedLength(text, at) : 0;
      weight += missed ? EMOJI_WEIGHT : weightOf(point);
      at += missed || (point > 0xffff ? 2 : 1);
    }
    if (weight <= MAX_WEIGHT) ends.push(at);
  }
  return { weight, ends };
}

function missedLength(text: string, at: number): number {
  missedEmoji.lastIndex = at;
  return missedEmoji.test(text) ? missedEmoji.lastIndex - at : 0;
}

function weightOf(point: number): 1 | 2 {
  const light =
    point <= 4351 ||
    (point >= 8192 && point <= 8205) ||
    (point >= 8208 && point <= 8223) ||
    (point >= 8242 && point <= 8247);
  return light ? 1 : 2;
}

function graphemeStarts(text: string): (offset: number) => boolean {
  // Firefox has it since 125. Without it, a cut may only part a letter from its accent.
  if (!("Segmenter" in Intl)) return () => true;
  const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" }).segment(text);
  return (offset) => graphemes.containing(offset)?.index === offset;
}
