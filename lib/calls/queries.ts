import "server-only";
import { unstable_cache } from "next/cache";
import { isEditor } from "#lib/accounts/policy.ts";
import type { Viewer } from "#lib/accounts/viewer.ts";
import { dayOf, lastDayBefore } from "#lib/calls/days.ts";
import { type CallState, callState, openAt } from "#lib/calls/policy.ts";
import type { CallFormValues } from "#lib/calls/schema.ts";
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

/** Whether a call took stories once and no longer does. One that has yet to open is not told of. */
export async function hasClosed(slug: string): Promise<boolean> {
  const closed = { slug, closesAt: { lte: new Date() } };
  return (await database().prisma.call.count({ where: closed })) > 0;
}

export type EditableCall = {
  slug: string;
  title: string;
  state: CallState;
  /** ISO. */
  opensAt: string;
  /** The last day on which it takes stories. */
  lastDay: string | null;
  /** Whether `/share` is its form now. */
  onShare: boolean;
  themes: number;
};

/** Every call, the one that opens last first; null unless an editor asks. */
export async function listCalls(viewer: Viewer | null): Promise<EditableCall[] | null> {
  if (!isEditor(viewer)) return null;
  const now = new Date();
  const calls = await database().prisma.call.findMany({
    orderBy: [{ opensAt: "desc" }, { id: "asc" }],
    select: {
      slug: true,
      title: true,
      opensAt: true,
      closesAt: true,
      _count: { select: { themes: true } },
    },
  });
  const shown = calls.find((call) => callState(call, now) === "open");
  return calls.map((call) => ({
    slug: call.slug,
    title: call.title,
    state: callState(call, now),
    opensAt: call.opensAt.toISOString(),
    lastDay: call.closesAt && lastDayBefore(call.closesAt),
    onShare: call === shown,
    themes: call._count.themes,
  }));
}

/** A call as its form shows it; null when there is none, or unless an editor asks. */
export async function getCallForEditing(
  viewer: Viewer | null,
  slug: string,
): Promise<CallFormValues | null> {
  if (!isEditor(viewer)) return null;
  const call = await database().prisma.call.findUnique({
    where: { slug },
    select: { ...fields, opensAt: true, closesAt: true },
  });
  if (!call) return null;
  return {
    title: call.title,
    prompt: call.prompt,
    hashtag: call.hashtag ?? "",
    themes: call.themes.map(({ title }) => title).join("\n"),
    opensOn: dayOf(call.opensAt),
    closesAfter: call.closesAt ? lastDayBefore(call.closesAt) : "",
  };
}
