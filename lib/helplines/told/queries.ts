/**
 * What people are told, from the cache: for Next alone. The worker and scripts have no such cache, and
 * read queries.ts.
 */
import "server-only";
import { unstable_cache } from "next/cache";
import { type Helpline, aboutDanger, helplinesFor } from "#lib/helplines/helpline.ts";
import { type ListedHelpline, readKept, toListed } from "#lib/helplines/queries.ts";
import { helplinesTag } from "#lib/helplines/tags.ts";

/** Every helpline, those of a country in its order. */
export const readHelplines = unstable_cache(
  async () => (await readKept()).map(toListed),
  ["helplines"],
  { tags: [helplinesTag], revalidate: 300 },
);

/** Without where it is from, which only the page of all of them says. */
export function toHelpline({
  sourceUrl: _s,
  checkedOn: _c,
  ...helpline
}: ListedHelpline): Helpline {
  return helpline;
}

/** Those for whoever may be in danger there, and for wherever else they might turn out to be. */
export async function readHelplinesInDanger(country: string | null): Promise<Helpline[]> {
  const helplines = await readHelplines();
  const wanted = new Set(
    [country, null].flatMap((each) =>
      helplinesFor(helplines, { country: each, about: aboutDanger }),
    ),
  );
  return [...wanted].map(toHelpline);
}
