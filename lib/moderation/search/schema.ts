import { z } from "zod";
import { firstDay, lastDay } from "#lib/calls/schema.ts";
import { Status } from "#lib/generated/prisma/enums.ts";
import { FORMER, readParameters } from "#lib/moderation/log/schema.ts";
import { readCursor } from "#lib/pagination.ts";
import { normaliseText } from "#lib/stories/text.ts";

/** In characters; as much of a longer one is searched for. An address has room for it in any script. */
export const WORDS_LIMIT = 200;

/** Of more words than this, the longest are searched for: they tell most. */
const MOST_WORDS = 10;

const day = z.iso.date().refine((value) => value >= firstDay && value <= lastDay);

/** Repaired as a story's own words are, so that both are in the same characters. */
const words = z
  .string()
  .transform((raw) =>
    normaliseText([...raw.slice(0, 4 * WORDS_LIMIT)].slice(0, WORDS_LIMIT).join("")),
  )
  .transform((text) => text.toWellFormed().replaceAll("\0", "").trim() || null);

/** What is looked for, as the address says it. What says nothing that we know means all. */
export const searchSchema = z.object({
  /** In a story's words or its byline, or its id. */
  words: words.nullable().catch(null),
  status: z.enum(Status).nullable().catch(null),
  /** The id of an account that decided anything on it, or FORMER. */
  moderator: z
    .string()
    .regex(/^[\w-]{1,120}$/)
    .nullable()
    .catch(null),
  /** The first and the last day that it was sent on, UTC's. */
  from: day.nullable().catch(null),
  until: day.nullable().catch(null),
});

export type Search = z.output<typeof searchSchema>;

export const everyStory: Search = searchSchema.parse({});

export { FORMER };

/** Whether anything is looked for. */
export function isNarrowed(search: Search): boolean {
  return Object.values(search).some((value) => value !== null);
}

/** Every word that has to be there, each once. The longest come first: they are the rarest. */
export function wordsOf(text: string): string[] {
  const known = new Map(text.split(/\s+/).map((word) => [word.toLowerCase(), word]));
  return [...known.values()]
    .filter((word) => word !== "")
    .sort((one, other) => other.length - one.length)
    .slice(0, MOST_WORDS);
}

/** Whether an index of trigrams can tell where a word is. */
export function isTelling(word: string): boolean {
  return /[\p{L}\p{N}]{3}/u.test(word);
}

/** Matches what contains a word, whatever LIKE would make of its characters. */
export function patternFor(word: string): string {
  return `%${word.replace(/[\\%_]/g, "\\$&")}%`;
}

/** The query of an address that shows the search like this: "?status=REJECTED", or nothing for all. */
export function searchQuery(search: Search, more: Record<string, string | null> = {}): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...search, ...more })) {
    if (value) parameters.set(name, value);
  }
  return parameters.size > 0 ? `?${parameters}` : "";
}

/** What a form says of the page that it was sent from, as the query that leads back to it. */
export function readSearch(query: string, more: Record<string, string>): string {
  const { older = "", ...rest } = readParameters(new URLSearchParams(query.slice(0, 4_000)));
  return searchQuery(searchSchema.parse(rest), { older: readCursor(older) && older, ...more });
}
