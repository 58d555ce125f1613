import "server-only";
import { unstable_cache } from "next/cache";
import { openAt } from "#lib/calls/policy.ts";
import { callsTag } from "#lib/calls/tags.ts";
import { database } from "#lib/db.ts";

export type OpenCall = {
  slug: string;
  title: string;
  prompt: string;
  hashtag: string | null;
  themes: { slug: string; title: string }[];
};

const fields = {
  slug: true,
  title: true,
  prompt: true,
  hashtag: true,
  themes: { select: { slug: true, title: true }, orderBy: { position: "asc" } },
} as const;

/** The call that `/share` answers: of those open, the one that opened last. */
export const getOpenCall = unstable_cache(
  (): Promise<OpenCall | null> =>
    database().prisma.call.findFirst({
      where: openAt(new Date()),
      orderBy: [{ opensAt: "desc" }, { id: "asc" }],
      select: fields,
    }),
  ["open-call"],
  // Calls open and close by the clock, without anyone writing anything.
  { tags: [callsTag], revalidate: 60 },
);

/** The call of a form. Null when it is unknown or takes no stories now. */
export function getCallForSharing(slug: string): Promise<OpenCall | null> {
  return database().prisma.call.findFirst({
    where: { slug, ...openAt(new Date()) },
    select: fields,
  });
}
