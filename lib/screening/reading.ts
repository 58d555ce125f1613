/**
 * How a text is read when phrases are looked for in it: as it stands, and through the disguises that
 * people put words in. Every compared character keeps its place in the text.
 */
import { resolveConfusablesTransformer, resolveLeetSpeakTransformer } from "obscenity";

/** A character of a text, with whatever marks, joiners and skin tones follow it. */
type Unit = {
  /** UTF-16 offsets into the text. */
  start: number;
  end: number;
  /** As it stands: NFC, lower case, without what is not seen. Rarely more than one character. */
  plain: string[];
  /** The Latin letter or digit that it looks like; the same as `plain` where it looks like none. */
  like: string;
  kind: "letter" | "digit" | "sign" | "part" | "space";
  /** A letter of another alphabet, which only looks Latin where the words around it are. */
  foreign: boolean;
};

/**
 * Characters to compare, side by side. A letter that is repeated stands once, with how often it was
 * written.
 */
export type Reading = {
  chars: string[];
  repeats: number[];
  /** UTF-16 offsets into the text that was read. */
  starts: number[];
  ends: number[];
  /** Whether a word may begin with this character, and end with it. */
  opens: boolean[];
  closes: boolean[];
};

/** What `1` and `|` stand for: one letter throughout a reading. */
export type Stroke = "i" | "l";

const bits = { letter: 1, mark: 2, digit: 4, space: 8, follower: 16, unspaced: 32, foreign: 64 };
const KNOWN = 128;
const classes = new Uint8Array(0x110000);

/** Written without spaces between words, so that a phrase may begin and end anywhere. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}]/u;

/** What a code point is; worked out once for each. */
function classOf(code: number): number {
  const known = classes[code] ?? 0;
  if (known !== 0) return known;
  const char = String.fromCodePoint(code);
  let found = KNOWN;
  if (/\p{L}/u.test(char)) found |= bits.letter;
  if (/\p{M}/u.test(char)) found |= bits.mark;
  if (/\p{N}/u.test(char)) found |= bits.digit;
  if (/\s/u.test(char)) found |= bits.space;
  // U+FEFF is white space to JavaScript and nothing to whoever reads.
  if (/[\p{M}\p{Cf}\p{Emoji_Modifier}]/u.test(char)) found |= bits.follower;
  if (unspaced.test(char)) found |= bits.unspaced;
  if (/[\p{L}\p{N}]/u.test(char) && !/[\p{Script=Latin}\p{Script=Common}]/u.test(char)) {
    found |= bits.foreign;
  }
  classes[code] = found;
  return found;
}

const is = (char: string, mask: number) => (classOf(char.codePointAt(0) ?? 0) & mask) !== 0;

/** Never seen, only a colour, or optional: Arabic and Hebrew can be written without vowel signs. */
const unseen =
  /[\p{Cf}\p{Variation_Selector}\p{Emoji_Modifier}\u0640\u064b-\u0652\u0670\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7]/gu;

const confusable = resolveConfusablesTransformer().transform;
const leet = resolveLeetSpeakTransformer().transform;

/** Latin letters of their own, which no reader takes for the one that they resemble. */
const ownLetters = new Set("ßþðñ");
/** Signs that stand for letters within a word. The library knows `/` and `(` too: those part words. */
const leetSigns = new Set("@$!|");
const strokes = new Set("1|");
/** Between the letters of one word: "fu.ck". */
const softParts = new Set(".-_*~+^·•");

/** The ASCII letter or digit that a character shows, as large as it is: "Ν" is an n, "ν" a v. */
function lookOf(char: string): string {
  const plain = char.toLowerCase();
  if (ownLetters.has(plain)) return plain;
  const bare = plain.normalize("NFD").charAt(0);
  if (/[a-z]/.test(bare)) return bare;
  const code = confusable(char.codePointAt(0) ?? 0);
  const shown = code === undefined ? plain : String.fromCodePoint(code).toLowerCase();
  // The library takes every upright line for an l, of which most are a capital I as well.
  if (shown === "l") return "|";
  return /^[a-z0-9]$/.test(shown) ? shown : plain;
}

const looks = new Map<string, string>();

function rememberedLook(char: string): string {
  let look = looks.get(char);
  if (look === undefined) {
    look = lookOf(char);
    // All that anyone writes, and bounded whatever anyone sends.
    if (looks.size < 10_000) looks.set(char, look);
  }
  return look;
}

function kindOf(first: string, like: string): Unit["kind"] {
  if (is(first, bits.space)) return "space";
  if (is(first, bits.digit)) return "digit";
  if (leetSigns.has(first)) return "sign";
  return is(first, bits.letter | bits.mark) || like !== first ? "letter" : "part";
}

/** Reads a text into its characters. */
export function unitsOf(text: string): Unit[] {
  const units: Unit[] = [];
  let start = 0;
  while (start < text.length) {
    const code = text.codePointAt(start) ?? 0;
    let end = start + (code > 0xffff ? 2 : 1);
    if (code < 0x80 && (end === text.length || text.charCodeAt(end) < 0x80)) {
      const plain = String.fromCharCode(code).toLowerCase();
      units.push({
        start,
        end,
        plain: [plain],
        like: plain,
        kind: kindOf(plain, plain),
        foreign: false,
      });
      start = end;
      continue;
    }
    while (end < text.length) {
      const next = text.codePointAt(end) ?? 0;
      if ((classOf(next) & bits.follower) === 0) break;
      end += next > 0xffff ? 2 : 1;
    }
    // A final sigma is the same letter as any other.
    const seen = text.slice(start, end).normalize("NFC").replace(unseen, "");
    const plain = [...seen.toLowerCase().replaceAll("ς", "σ")];
    const [first] = plain;
    const [shown] = seen;
    if (first !== undefined && shown !== undefined) {
      const isUnspaced = is(first, bits.unspaced);
      // Chinese and Thai characters are words of their own, whatever they resemble.
      const like = isUnspaced ? first : rememberedLook(shown);
      const kind = isUnspaced ? "part" : kindOf(first, like);
      units.push({ start, end, plain, like, kind, foreign: is(first, bits.foreign) });
    }
    start = end;
  }
  return units;
}

function isRepeatable(char: string): boolean {
  return is(char, bits.letter) && !is(char, bits.unspaced);
}

class Builder {
  readonly reading: Reading = {
    chars: [],
    repeats: [],
    starts: [],
    ends: [],
    opens: [],
    closes: [],
  };

  /** Whether the character before can be repeated by the next one. */
  private open = false;

  add(char: string, { start, end }: { start: number; end: number }): void {
    const { chars, repeats, starts, ends, opens, closes } = this.reading;
    const last = chars.length - 1;
    const repeatable = isRepeatable(char);
    if (this.open && repeatable && chars[last] === char) {
      repeats[last] = (repeats[last] ?? 1) + 1;
      ends[last] = end;
      return;
    }
    this.open = repeatable;
    chars.push(char);
    repeats.push(1);
    starts.push(start);
    ends.push(end);
    opens.push(false);
    closes.push(false);
  }

  /** A space, unless there is one. */
  part(at: number): void {
    const { chars } = this.reading;
    if (chars.length === 0 || chars.at(-1) === " ") return;
    this.open = false;
    this.add(" ", { start: at, end: at });
  }
}

/** The text as it stands, but for case, white space, repeats and what is not seen. */
export function readPlain(units: readonly Unit[]): Reading {
  const builder = new Builder();
  for (const unit of units) {
    if (unit.kind === "space") builder.part(unit.start);
    else for (const char of unit.plain) builder.add(char, unit);
  }
  return markWordEdges(builder.reading);
}

function markWordEdges(reading: Reading): Reading {
  const { chars, opens, closes } = reading;
  for (let at = 0; at <= chars.length; at++) {
    const before = chars[at - 1];
    const after = chars[at];
    const parted = before === undefined || after === undefined || !areOneWord(before, after);
    if (after !== undefined) opens[at] = parted;
    if (before !== undefined) closes[at - 1] = parted;
  }
  return reading;
}

const ofWords = bits.letter | bits.mark | bits.digit;

function areOneWord(before: string, after: string): boolean {
  if (is(after, bits.mark)) return true;
  const bothSpaced = !is(before, bits.unspaced) && !is(after, bits.unspaced);
  return bothSpaced && is(before, ofWords) && is(after, ofWords);
}

type Word = { units: Unit[]; lettersBySpace?: boolean };

/** Words, parted by whatever is no letter, digit or sign. */
function partedWords(units: readonly Unit[]): Word[] {
  return splitWords(units, ({ kind }) =>
    kind === "part" || kind === "space" ? "ends" : "belongs",
  );
}

/** Words as if the dots, hyphens and the like within them were not there. */
function joinedWords(units: readonly Unit[]): Word[] {
  return splitWords(units, ({ kind, like }) => {
    if (kind === "space") return "ends";
    if (kind !== "part") return "belongs";
    return softParts.has(like) ? "skipped" : "ends";
  });
}

function partsOneWord(unit: Unit, before: Unit | undefined, after: Unit | undefined): boolean {
  if (unit.kind !== "part" || !softParts.has(unit.like)) return false;
  return belongs(before) && after !== undefined && after.kind !== "space";
}

function splitWords(
  units: readonly Unit[],
  placeOf: (unit: Unit) => "ends" | "belongs" | "skipped",
): Word[] {
  const words: Word[] = [];
  let word: Unit[] = [];
  const close = () => {
    if (word.length > 0) words.push({ units: word });
    word = [];
  };
  for (const unit of units) {
    const place = placeOf(unit);
    if (place === "ends") close();
    else if (place === "belongs") word.push(unit);
  }
  close();
  return words;
}

const FEWEST_SPACED = 3;
/** In characters between two letters that may be one word: "f - u". */
const WIDEST_GAP = 3;

/** Words of which each letter stands alone: "s p a m", "s.p.a.m". */
function spacedWords(units: readonly Unit[]): Word[] {
  const words: Word[] = [];
  let run: Unit[] = [];
  let gap = 0;
  const close = () => {
    if (run.length >= FEWEST_SPACED) words.push({ units: run, lettersBySpace: true });
    run = [];
  };
  for (const [at, unit] of units.entries()) {
    if (belongs(unit)) {
      const alone = !belongs(units[at - 1]) && !belongs(units[at + 1]);
      if (!alone || gap > WIDEST_GAP) close();
      if (alone) run.push(unit);
      gap = 0;
    } else {
      gap += 1;
    }
  }
  close();
  return words;
}

function belongs(unit: Unit | undefined): boolean {
  return unit !== undefined && unit.kind !== "part" && unit.kind !== "space";
}

type Letters = { all: number; foreign: number };

function countLetters(units: readonly Unit[]): Letters {
  let all = 0;
  let foreign = 0;
  for (const unit of units) {
    if (unit.kind !== "letter") continue;
    all += 1;
    if (unit.foreign) foreign += 1;
  }
  return { all, foreign };
}

/**
 * Whether a word in letters of another alphabet is to be read as Latin: when Latin letters stand
 * among them, or when most of what is around it is Latin. A Russian word in a Russian story is not.
 */
function looksLatin(word: Letters, text: Letters): boolean {
  if (word.foreign < word.all) return true;
  return (text.foreign - word.foreign) * 2 <= text.all - word.all;
}

/** Whether the digits and signs of a word stand for letters: "a55" and "@$$", not "455" or "$50". */
function isLeet(units: readonly Unit[]): boolean {
  if (units.some(({ kind }) => kind === "letter")) return true;
  if (units.some(({ kind }) => kind === "digit")) return false;
  return new Set(units.map(({ like }) => like)).size > 1;
}

function letterOf(like: string, stroke: Stroke): string {
  if (strokes.has(like)) return stroke;
  const code = leet(like.codePointAt(0) ?? 0);
  return code === undefined ? like : String.fromCodePoint(code);
}

type Through = { latin: boolean; leetWord: boolean; stroke: Stroke | null };

function shownAs(unit: Unit, { latin, leetWord, stroke }: Through): string[] {
  if (stroke === null || (unit.foreign && !latin)) return unit.plain;
  // What looks like a digit is read on: a "З" is a 3, and so an e.
  const isLetter = /^[a-z]$/.test(unit.like);
  return [leetWord && !isLetter ? letterOf(unit.like, stroke) : unit.like];
}

/** As Latin letters where they look so; without a stroke, as they stand. */
function readWords(words: readonly Word[], text: Letters, stroke: Stroke | null): Reading {
  const builder = new Builder();
  const { reading } = builder;
  for (const { units, lettersBySpace = false } of words) {
    builder.part(units[0]?.start ?? 0);
    const first = reading.chars.length;
    const latin = looksLatin(countLetters(units), text);
    const through = { latin, leetWord: isLeet(units), stroke };
    const places = units.map((unit) => {
      for (const char of shownAs(unit, through)) builder.add(char, unit);
      return reading.chars.length - 1;
    });
    markEdges(reading, { units, places, first, lettersBySpace });
  }
  return reading;
}

type Edges = { units: Unit[]; places: number[]; first: number; lettersBySpace: boolean };

/** Single letters that are words, and may stand before or after one whose letters are spaced. */
const wordsOfOneLetter = new Set("aeiouy");

/** A word begins and ends at its edges, and within the signs that stand around it: "sh1t!!". */
function markEdges(reading: Reading, { units, places, first, lettersBySpace }: Edges): void {
  const { opens, closes, chars } = reading;
  const last = chars.length - 1;
  opens[first] = true;
  closes[last] = true;
  for (let at = 0; units[at]?.kind === "sign"; at++) opens[(places[at] ?? last) + 1] = true;
  for (let at = units.length - 1; units[at]?.kind === "sign"; at--) {
    const before = places[at - 1];
    if (before !== undefined) closes[before] = true;
  }
  if (lettersBySpace) {
    if (wordsOfOneLetter.has(units[0]?.like ?? "")) opens[(places[0] ?? last) + 1] = true;
    const before = places.at(-2);
    if (wordsOfOneLetter.has(units.at(-1)?.like ?? "") && before !== undefined) {
      closes[before] = true;
    }
  }
  // The place after the last character is no place.
  opens.length = chars.length;
}

export type Readings = {
  /** As it stands, and without the dots within words. */
  plain: Reading[];
  /** Through look-alikes, digits and signs for letters. */
  disguised: Reading[];
  /** Words whose letters stand apart, put together. */
  spaced: Reading[];
};

/** Every way in which a text is read. Those that could find nothing more are left out. */
export function readingsOf(text: string): Readings {
  const units = unitsOf(text);
  const letters = countLetters(units);
  const hasParts = units.some((unit, at) => partsOneWord(unit, units[at - 1], units[at + 1]));
  const hasStrokes = units.some(({ like }) => strokes.has(like));
  const strokesRead: Stroke[] = hasStrokes ? ["i", "l"] : ["i"];
  const parted = partedWords(units);
  const joined = hasParts ? joinedWords(units) : null;
  const spaced = spacedWords(units);
  return {
    plain: [readPlain(units), ...(joined ? [readWords(joined, letters, null)] : [])],
    disguised: strokesRead.flatMap((stroke) => [
      readWords(parted, letters, stroke),
      ...(joined ? [readWords(joined, letters, stroke)] : []),
    ]),
    spaced:
      spaced.length === 0
        ? []
        : [null, ...strokesRead].map((stroke) => readWords(spaced, letters, stroke)),
  };
}

/** What a phrase is looked up by: its characters, a repeated letter once. */
export type Key = {
  text: string;
  /** How many characters that is, and the first two of them. */
  length: number;
  head: string;
  /** How often each is written; null when none is repeated. */
  repeats: number[] | null;
};

/** How a phrase is compared: as it stands; parted and in one piece, if it has disguises. */
export type PhraseKeys = { plain: Key; disguised: Key | null; spaced: Key | null };

/** Only words of plain letters are looked for in disguise: "c4" would be found in "ça". */
const disguisable = /^[a-z](?:[a-z\s'’.-]*[a-z])$/i;

export function readPhrase(phrase: string): PhraseKeys {
  const units = unitsOf(phrase);
  const letters = units.filter(belongs);
  const isWord = letters.length >= FEWEST_SPACED && letters.every(({ kind }) => kind === "letter");
  const asItStands = units.flatMap(({ kind, plain }) => (kind === "space" ? " " : plain));
  return {
    plain: keyOf(asItStands),
    disguised: disguisable.test(phrase)
      ? keyOf(units.map(({ like, kind }) => (kind === "letter" ? like : " ")))
      : null,
    spaced: isWord ? keyOf(letters.flatMap(({ plain }) => plain)) : null,
  };
}

function keyOf(written: readonly string[]): Key {
  const chars: string[] = [];
  const repeats: number[] = [];
  for (const char of written) {
    const last = chars.length - 1;
    if (char === " " && (last < 0 || chars[last] === " ")) continue;
    if (chars[last] === char && isRepeatable(char)) {
      repeats[last] = (repeats[last] ?? 1) + 1;
    } else {
      chars.push(char);
      repeats.push(1);
    }
  }
  if (chars.at(-1) === " ") {
    chars.pop();
    repeats.pop();
  }
  const text = chars.join("");
  const repeated = repeats.some((times) => times > 1);
  return { text, length: chars.length, head: headOf(chars), repeats: repeated ? repeats : null };
}

/** So few phrases share the first two characters that little is looked up in vain. */
export function headOf(chars: readonly string[], at = 0): string {
  return (chars[at] ?? "") + (chars[at + 1] ?? "");
}
