/** How a form remembers what was pointed out to its storyteller. */
import type { WarningSlug } from "#lib/content-warnings/list.ts";
import type { Finding } from "#lib/privacy/findings.ts";

/** A web address can be far longer than a story. */
const MOST_CHARACTERS = 200;

/** By kind and words, wherever they stand: what was seen need not be shown again. */
export function hintMark(text: string, { kind, start, end }: Finding): string {
  return `${kind} ${text.slice(start, Math.min(end, start + MOST_CHARACTERS))}`;
}

export const suggestionMark = (slug: WarningSlug) => `warning ${slug}`;
