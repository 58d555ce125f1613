import { z } from "zod";
import { slugShape } from "#lib/calls/slug.ts";
import { readCursor } from "#lib/pagination.ts";
import { normaliseText } from "#lib/stories/text.ts";

/** In characters; as much of a longer one is searched for. */
export const QUERY_LIMIT = 200;

/** Of more stories than this it is said that they are more. */
export const COUNT_LIMIT = 1_000;

/** Of more words than this, the first are searched for. */
const MOST_WORDS = 16;

const words = z.string().transform((raw) => {
  const text = normaliseText([...raw.slice(0, 4 * QUERY_LIMIT)].slice(0, QUERY_LIMIT).join(""));
  return (
    text
      .toWellFormed()
      .replace(/[\p{Cc}\p{Co}]+/gu, " ")
      .trim()
      .split(/\s+/)
      // "Without" once is enough: PostgreSQL gives up on many of them.
      .map((word) => word.replace(/^-+(?=.)/, "-"))
      .filter((word) => word !== "-")
      .slice(0, MOST_WORDS)
      .join(" ")
  );
});

const slug = z.string().regex(slugShape);

/** What readers look for, as the address says it. What says nothing that we know means all. */
export const findSchema = z.object({
  q: words.catch(""),
  theme: slug.nullable().catch(null),
  call: slug.nullable().catch(null),
  /** Only stories that nothing is warned of. */
  unwarned: z.literal("1").nullable().catch(null),
  /** Where the page begins. */
  older: z
    .string()
    .refine((value) => readCursor(value) !== null)
    .nullable()
    .catch(null),
});

export type Find = z.output<typeof findSchema>;

const everywhere = { theme: null, call: null, unwarned: null } as const satisfies Partial<Find>;

/** Whether only some stories are looked through. */
export function isNarrowed({ theme, call, unwarned }: Find): boolean {
  return [theme, call, unwarned].some((each) => each !== null);
}

/** The same words, in all stories. */
export function widened(find: Find): Find {
  return { ...find, ...everywhere };
}

/** The query of an address that looks for the same, from another place or for other words. */
export function findQuery(find: Find, over: Partial<Find> = {}): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...find, older: null, ...over })) {
    if (value) parameters.set(name, value);
  }
  return `?${parameters}`;
}
