/** The words of a text, each with where it is and what is known of it. */
import nlp from "compromise/two";

export type Word = {
  text: string;
  /** In small letters, without a possessive 's. */
  base: string;
  start: number;
  /** Without a possessive 's. */
  end: number;
  /** What stands between it and the word before. */
  gap: string;
  capital: boolean;
  /** "ICU": not a name, but what is read out letter by letter. */
  shouted: boolean;
  startsSentence: boolean;
  /** Whether it is all or a part of one. */
  inHashtag: boolean;
  /** What compromise says of it: "FirstName", "City", "Country". */
  tags: ReadonlySet<string>;
};

const wordShape = /[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N}'-]*/gu;
const endsSentence = /(?:[.!?…\n:"“”„«»()—;|/•]|\s['-]|-\s)[\s"“'(«”»)]*$/u;
/** As lib/finding/hashtags.ts finds them: not within a word or an address. */
const beginsHashtag = /[^&/#＃_][#＃]_*$/u;
const abbreviated = /^(?:dr|mr|mrs|ms|st|prof|rev|sr|sra|mme)$/i;

/** `text` has been made plain. */
export function readWords(text: string): Word[] {
  const tags = tagsByStart(text);
  const words: Word[] = [];
  let read = 0;
  for (const { index: from, 0: whole } of text.matchAll(wordShape)) {
    const elided = /^(?:[cdjlmnst]|qu)'(?=\p{L}{2})/iu.exec(whole)?.[0].length ?? 0;
    const written = whole.slice(elided).replace(/['-]+$/, "");
    const index = from + elided;
    const name = written.replace(/'s$/i, "");
    const gap = text.slice(read, index);
    const before = words.at(-1)?.text ?? "";
    words.push({
      text: written,
      base: name.toLowerCase(),
      start: index,
      end: index + name.length,
      gap,
      capital: /^\p{Lu}/u.test(written),
      shouted: written.length > 1 && !/\p{Ll}/u.test(name),
      startsSentence:
        words.length === 0 ||
        (endsSentence.test(gap) && !(gap === ". " && abbreviated.test(before))),
      inHashtag:
        beginsHashtag.test(words.length > 0 ? gap : ` ${gap}`) ||
        (/^_+$/.test(gap) && words.at(-1)?.inHashtag === true),
      tags: tags.get(index) ?? none,
    });
    read = index + written.length;
  }
  return words;
}

const none: ReadonlySet<string> = new Set();

type Term = { offset: { start: number }; tags: string[] };

function tagsByStart(text: string): Map<number, ReadonlySet<string>> {
  const sentences = nlp(text).json({ offset: true, terms: { tags: true, offset: true } }) as {
    terms: Term[];
  }[];
  return new Map(
    sentences.flatMap(({ terms }) =>
      terms.map(({ offset, tags }) => [offset.start, new Set(tags)] as const),
    ),
  );
}

/** Whether an English dictionary has it in small letters, so that a capital alone says nothing. */
export function isCommonWord(base: string): boolean {
  const known = Object.hasOwn(lexicon, base) ? lexicon[base] : undefined;
  const tags = typeof known === "string" ? [known] : (known ?? []);
  return tags.length > 0 && !tags.some((tag) => proper.has(tag));
}

type Model = { one: { lexicon: Record<string, string | string[] | undefined> } };
const { lexicon } = (nlp.model() as Model).one;
const proper = new Set(
  "ProperNoun FirstName LastName MaleName FemaleName Person City Country Region Place Organization".split(
    " ",
  ),
);
