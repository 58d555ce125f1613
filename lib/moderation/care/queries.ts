import "server-only";
import { isModerator } from "#lib/accounts/policy.ts";
import type { Viewer } from "#lib/accounts/viewer.ts";
import { dayOf } from "#lib/calls/days.ts";
import type { ContentWarning, WarningSlug } from "#lib/content-warnings/list.ts";
import { isWarningSlug } from "#lib/content-warnings/list.ts";
import { database } from "#lib/db.ts";
import { env } from "#lib/env.ts";
import {
  BREAK_MINUTES,
  type Offer,
  heavyRow,
  offerOf,
  offersPause,
} from "#lib/moderation/care/policy.ts";
import { othersAvoid } from "#lib/moderation/others/queries.ts";

/** The kinds that a moderator would rather not get; none of who is no moderator. */
export async function avoids(viewer: Viewer | null): Promise<WarningSlug[]> {
  if (!isModerator(viewer)) return [];
  const row = await database().prisma.user.findUnique({
    where: { id: viewer.id },
    select: { avoids: true },
  });
  return (row?.avoids ?? []).filter(isWarningSlug);
}

/** Whether a story is one that the viewer would rather not get, and who else is left for it. */
export async function getOffer(
  viewer: Viewer,
  story: { id: string; warnings: readonly ContentWarning[] },
): Promise<Offer> {
  const kinds = await avoids(viewer);
  if (kinds.length === 0) return "theirs";
  return offerOf(story, kinds, await othersAvoid(database().prisma, viewer, story.id));
}

/** More in a row than this is no more than this. HEAVY_IN_A_ROW goes no higher. */
const LONGEST_ROW = 50;

/**
 * How many of the viewer's latest decisions are on heavy stories, one after the other; those undone
 * don't count. A story is as heavy as it was decided to be: its warnings are the decision's.
 */
export async function heavyInARow(viewer: Viewer | null, now = new Date()): Promise<number> {
  if (!isModerator(viewer)) return 0;
  const rows = await database().prisma.decision.findMany({
    where: {
      moderatorId: viewer.id,
      undoneAt: null,
      // All of the longest row is after this, or a break is in it.
      createdAt: { gt: new Date(now.getTime() - LONGEST_ROW * BREAK_MINUTES * 60_000) },
    },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: LONGEST_ROW,
    select: { createdAt: true, warnings: true, story: { select: { careMark: true } } },
  });
  const decisions = rows.map(({ createdAt, warnings, story }) => ({
    decidedAt: createdAt,
    careMark: story.careMark,
    warnings: warnings as ContentWarning[],
  }));
  return heavyRow(decisions, now);
}

/** How many heavy stories in a row the desk offers a pause after; null while it offers none. */
export async function getPause(viewer: Viewer | null, now = new Date()): Promise<number | null> {
  const limit = env().HEAVY_IN_A_ROW;
  if (limit === 0) return null;
  const row = await heavyInARow(viewer, now);
  return offersPause(row, limit) ? row : null;
}

/** UTC's. */
export type DeskDay = { day: string; seconds: number };

const DAYS_SHOWN = 14;
const DAY_MS = 24 * 60 * 60_000;

export type OwnDesk = {
  avoids: WarningSlug[];
  /** The last 14 days, today first. Nobody but the viewer gets to see theirs. */
  days: DeskDay[];
};

/** What is the viewer's alone. There is no way to ask for anybody else's. */
export async function getOwnDesk(viewer: Viewer | null, now = new Date()): Promise<OwnDesk | null> {
  if (!isModerator(viewer)) return null;
  const days = Array.from({ length: DAYS_SHOWN }, (_, index) =>
    dayOf(new Date(now.getTime() - index * DAY_MS)),
  );
  const first = days.at(-1) ?? dayOf(now);
  const rows = await database().prisma.deskDay.findMany({
    where: { userId: viewer.id, day: { gte: new Date(first) } },
    select: { day: true, seconds: true },
  });
  const spent = new Map(rows.map(({ day, seconds }) => [dayOf(day), seconds]));
  return {
    avoids: await avoids(viewer),
    days: days.map((day) => ({ day, seconds: spent.get(day) ?? 0 })),
  };
}
