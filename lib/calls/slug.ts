import { customAlphabet } from "nanoid";

const someLetters = customAlphabet("0123456789abcdefghijklmnopqrstuvwxyz", 8);

/** Of a call or a theme, as it can stand in an address. */
export const slugShape = /^[a-z0-9-]{1,60}$/;

/** Leaves room for what makes it unique, within the 60 that an address may have. */
const LIMIT = 50;

/** Whether a theme or call can have it. */
export const isSlug = (value: string) => slugShape.test(value);

/** A title as it can stand in an address. One without Latin letters gets a few of its own. */
export function slugOf(title: string): string {
  const slug = title
    .normalize("NFKD")
    .replace(/[\p{Mark}'’]/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-/, "")
    .slice(0, LIMIT)
    .replace(/-$/, "");
  return slug || someLetters();
}

/** The slugs to try for a title, best first, without end. */
export function* slugsFor(title: string): Generator<string, never> {
  const slug = slugOf(title);
  yield slug;
  for (let number = 2; number <= 9; number += 1) yield `${slug}-${number}`;
  for (;;) yield `${slug}-${someLetters()}`;
}
