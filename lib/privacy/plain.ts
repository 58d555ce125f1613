import type { Finding } from "./findings.ts";

/**
 * The same text with its digits, dashes, spaces and apostrophes in their plainest form, so that one
 * pattern reads “９４３–４７６”, "943-476" and "٩٤٣-٤٧٦". Every offset stays what it was.
 */
export function plain(text: string): string {
  return text
    .replace(/[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]/g, "-")
    .replace(/[\xa0\u2000-\u200a\u202f\u205f\u3000]/g, " ")
    .replace(/[\u2018\u2019\u02bc\u00b4\uff07]/g, "'")
    .replace(/[\uff08\uff09\uff0b\uff0e\uff0f\uff20]/g, narrow)
    .replace(/(?![\0-\x7f])[\p{Nd}\p{No}]/gu, (digit) =>
      digit.length === 1 ? asciiDigit(digit) : digit,
    );
}

/**
 * What `find` finds in the plain text without what shows nothing or takes two units for a digit:
 * zero-width spaces, soft hyphens, the frames of keycaps, “𝟗𝟒𝟑”. Its offsets are given back as
 * those of `text`.
 */
export function findInPlain(text: string, find: (words: string) => Finding[]): Finding[] {
  const even = plain(text);
  if (!uneven.test(even)) return find(even);
  let words = "";
  const offsets: number[] = [];
  let at = 0;
  for (const char of even) {
    const kept = uneven.test(char) ? squeezed(char) : char;
    for (let unit = 0; unit < kept.length; unit++) offsets.push(at + unit);
    words += kept;
    at += char.length;
  }
  offsets.push(at);
  return find(words).map(({ kind, start, end }) => ({
    kind,
    start: offsets[start]!,
    end: offsets[end]!,
  }));
}

const uneven = /[\p{Default_Ignorable_Code_Point}\u20e3]|(?![\0-\uffff])\p{Nd}/u;

function squeezed(char: string): string {
  return /\p{Nd}/u.test(char) ? asciiDigit(char) : "";
}

/** Full-width characters stand in the order of ASCII. */
function narrow(wide: string): string {
  return String.fromCharCode(wide.charCodeAt(0) - 0xfee0);
}

/** Of a digit in any writing, superscript or in a circle; other numbers ("½", "⑩") as they are. */
function asciiDigit(digit: string): string {
  const simple = digit.normalize("NFKC");
  if (/^\d$/.test(simple)) return simple;
  if (!/\p{Nd}/u.test(digit)) return digit;
  // Decimal digits stand in blocks of ten, a few of which follow each other.
  const point = digit.codePointAt(0)!;
  let first = point;
  while (/\p{Nd}/u.test(String.fromCodePoint(first - 1))) first--;
  return String((point - first) % 10);
}
