import "server-only";
import { unstable_cache } from "next/cache";
import { callState } from "#lib/calls/policy.ts";
import { callsTag } from "#lib/calls/tags.ts";
import { Prisma, database } from "#lib/db.ts";
import type { OpeningCursor } from "#lib/finding/opening-cursor.ts";
import { type Asked, type Step, type Stretch, lastOpened, stepOf } from "#lib/finding/order.ts";
import { readRows } from "#lib/finding/queries.ts";

/** A heading that stories of one or several calls stand under. */
type Heading = { title: string };

/** Null when no call has a theme of this slug. Calls that share one share its list. */
export const findTheme = unstable_cache(
  async (slug: string): Promise<Heading | null> =>
    database().prisma.theme.findFirst({
      where: { slug, call: { opensAt: { lte: new Date() } } },
      orderBy: { call: { opensAt: "desc" } },
      select: { title: true },
    }),
  ["theme"],
  { tags: [callsTag], revalidate: 60 },
);

export type CallHeading = Heading & {
  slug: string;
  prompt: string;
  hashtag: string | null;
  /** ISO 8601; it takes stories until `closesAt`, or for good. */
  opensAt: string;
  closesAt: string | null;
  open: boolean;
  themes: { slug: string; title: string }[];
};

const callFields = {
  slug: true,
  title: true,
  prompt: true,
  hashtag: true,
  opensAt: true,
  closesAt: true,
  themes: { select: { slug: true, title: true }, orderBy: { position: "asc" } },
} as const satisfies Prisma.CallSelect;

type CallRow = Prisma.CallGetPayload<{ select: typeof callFields }>;

function toCallHeading(call: CallRow, now: Date): CallHeading {
  return {
    ...call,
    opensAt: call.opensAt.toISOString(),
    closesAt: call.closesAt?.toISOString() ?? null,
    open: callState(call, now) === "open",
  };
}

/** A call that has opened, closed since or not. */
export const findCall = unstable_cache(
  async (slug: string): Promise<CallHeading | null> => {
    const now = new Date();
    const where = { slug, opensAt: { lte: now } };
    const call = await database().prisma.call.findFirst({ where, select: callFields });
    return call && toCallHeading(call, now);
  },
  ["call"],
  { tags: [callsTag], revalidate: 60 },
);

const readCalls = unstable_cache(
  async (step: Step): Promise<Stretch & { calls: CallHeading[] }> => {
    const now = new Date();
    const { rows, ...stretch } = await readRows(
      Prisma.sql`SELECT "opensAt", "slug" FROM "Call" WHERE "opensAt" <= ${now.toISOString()}::timestamptz`,
      lastOpened,
      step,
    );
    const slugs = rows.map(({ slug }) => slug);
    const where = { slug: { in: slugs }, opensAt: { lte: now } };
    const calls = await database().prisma.call.findMany({ where, select: callFields });
    const bySlug = new Map(calls.map((call) => [call.slug, toCallHeading(call, now)]));
    return { calls: slugs.flatMap((slug) => bySlug.get(slug) ?? []), ...stretch };
  },
  ["calls"],
  { tags: [callsTag], revalidate: 60 },
);

/** Calls that have opened, the last first. Null when the value is not a cursor of theirs. */
export async function listCallHeadings(asked: Asked) {
  const step = stepOf(lastOpened, asked);
  return step && readCalls(step);
}

type ThemeHeading = Heading & { slug: string };

const readThemes = unstable_cache(
  async (step: Step): Promise<Stretch & { themes: ThemeHeading[] }> => {
    const { rows, ...stretch } = await readRows<OpeningCursor & Heading, OpeningCursor>(
      Prisma.sql`SELECT DISTINCT ON (t."slug") t."slug", t."title", c."opensAt"
        FROM "Theme" t JOIN "Call" c ON c."id" = t."callId" WHERE c."opensAt" <= now()
        ORDER BY t."slug", c."opensAt" DESC`,
      lastOpened,
      step,
    );
    return { themes: rows.map(({ slug, title }) => ({ slug, title })), ...stretch };
  },
  ["themes"],
  { tags: [callsTag], revalidate: 60 },
);

/**
 * The themes of calls that have opened, those of the last call first; of one that several calls share,
 * the last counts. Null when the value is not a cursor of theirs.
 */
export async function listThemeHeadings(asked: Asked) {
  const step = stepOf(lastOpened, asked);
  return step && readThemes(step);
}
