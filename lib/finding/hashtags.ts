/** As X and Mastodon read them: letters, digits and underscores, not all of them digits. */
const shape =
  /(?<![\p{L}\p{M}\p{Nd}_&/])[#＃]([\p{L}\p{M}\p{Nd}_]{1,100})(?![\p{L}\p{M}\p{Nd}_#＃])/gu;

export type Hashtag = {
  /** How it is written, without "#". */
  tag: string;
  /** Where it stands, in UTF-16 code units, "#" and all. */
  start: number;
  end: number;
};

/** The hashtags in a text, in order. */
export function hashtagsIn(text: string): Hashtag[] {
  return [...text.matchAll(shape)]
    .filter(([, tag = ""]) => /\p{L}/u.test(tag))
    .map(({ 0: whole, 1: tag = "", index }) => ({ tag, start: index, end: index + whole.length }));
}

const letters = /^[\p{L}\p{M}\p{Nd}_]+$/u;

/** One hashtag however it is written: as its address has it. Some letters stand for several words. */
export function hashtagKey(tag: string): string {
  const plain = tag.normalize("NFKC").toLowerCase();
  return letters.test(plain) ? plain : tag.normalize("NFC").toLowerCase();
}

/** Whether an address can be a hashtag's; they are all in lower case. */
export function isHashtagKey(value: string): boolean {
  const [only, ...more] = hashtagsIn(`#${value}`);
  return only?.tag === value && more.length === 0 && hashtagKey(value) === value;
}
