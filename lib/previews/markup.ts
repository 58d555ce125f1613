/** What Pango is asked to set. Nothing of a text is ever read as markup. */
import { escapeXml } from "#lib/xml.ts";

// The digits of a keycap are in the fonts for words too, which know nothing of the key around them.
const eachEmoji = /(\p{RGI_Emoji})/v;

// The emoji's font keeps more room than that for words, which made its lines higher. Half of it never
// does, and the joiner after each is set in words' font, so that none is lower where it stands alone.
const EMOJI_LINE = 0.5;
const JOINER = "\u2060";

type Style = { color: string; weight?: number };

export function markup(text: string, { color, weight }: Style, emojiFont: string): string {
  const inner = text
    .split(eachEmoji)
    .map((part, index) =>
      index % 2 === 0
        ? escapeXml(part)
        : `<span font_family="${emojiFont}" line_height="${EMOJI_LINE}">${part}</span>${JOINER}`,
    )
    .join("");
  const attributes = [`foreground="${color}"`, ...(weight ? [`weight="${weight}"`] : [])].join(" ");
  return `<span ${attributes}>${inner}</span>`;
}

/** What shows nothing by itself, and so needs no font. */
const silent = /[\s\p{Default_Ignorable_Code_Point}\p{Cf}]/u;

/**
 * A text without the signs that no font here has; null when it has letters among them: words with
 * boxes in them say nothing.
 */
export function settable(text: string, characters: ReadonlySet<number>): string | null {
  let kept = "";
  for (const character of text) {
    const isThere = characters.has(character.codePointAt(0) ?? 0) || silent.test(character);
    if (isThere) kept += character;
    else if (/[\p{L}\p{M}\p{N}]/u.test(character)) return null;
  }
  return [...kept].every((character) => silent.test(character)) ? null : kept;
}

/** Whether a text begins from the right. */
export function runsRightToLeft(text: string): boolean {
  const first = /\p{L}/u.exec(text)?.[0] ?? "";
  return /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u.test(
    first,
  );
}
