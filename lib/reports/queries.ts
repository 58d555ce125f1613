import "server-only";
import { isModerator } from "#lib/accounts/policy.ts";
import type { Viewer } from "#lib/accounts/viewer.ts";
import type { ContentWarning } from "#lib/content-warnings/list.ts";
import { type Prisma, database } from "#lib/db.ts";
import type { ReportOutcome, ReportReason } from "#lib/generated/prisma/enums.ts";
import { mayReadNotes } from "#lib/reports/policy.ts";
import { reasonSlugs } from "#lib/reports/schema.ts";
import { isStoryId } from "#lib/stories/id.ts";
import { published } from "#lib/stories/policy.ts";
import { inListOrder, warningFields } from "#lib/stories/queries.ts";

/** A page shows as many; the figures beside them count all. */
const STORIES = 50;
const REPORTS = 100;
const NEWEST_NOTES = 3;

/** A reader's report as moderators see it. Of whoever sent it nothing. */
export type Report = {
  id: string;
  reason: ReportReason;
  /** In the reader's own words. */
  note: string | null;
  /** ISO 8601. */
  sentAt: string;
  /** Null while it is open. */
  outcome: ReportOutcome | null;
};

/** The newest first, up to 100 of either; `openCount` and `answeredCount` are all there are. */
export type StoryReports = {
  open: Report[];
  openCount: number;
  answered: Report[];
  answeredCount: number;
  /** False of a story of the viewer's own: the notes are left out. */
  withNotes: boolean;
};

/** The reports on a story. Null when there is none, or they are not the viewer's to see. */
export async function getReports(
  viewer: Viewer | null,
  storyId: string,
): Promise<StoryReports | null> {
  if (!isModerator(viewer) || !isStoryId(storyId)) return null;
  const { prisma } = database();
  const open = { storyId, outcome: null } as const;
  const answered = { storyId, outcome: { not: null } } as const;
  const read = (where: Prisma.ReportWhereInput) =>
    prisma.report.findMany({ where, orderBy: newestFirst, take: REPORTS, select: reportFields });
  const [story, opened, openCount, answers, answeredCount] = await Promise.all([
    prisma.story.findUnique({ where: { id: storyId }, select: { storytellerId: true } }),
    read(open),
    prisma.report.count({ where: open }),
    read(answered),
    prisma.report.count({ where: answered }),
  ]);
  if (!story) return null;
  const withNotes = mayReadNotes(viewer, story);
  const toReport = ({ createdAt, note, ...rest }: (typeof opened)[number]): Report => ({
    ...rest,
    note: withNotes ? note : null,
    sentAt: createdAt.toISOString(),
  });
  return {
    open: opened.map(toReport),
    openCount,
    answered: answers.map(toReport),
    answeredCount,
    withNotes,
  };
}

const newestFirst: Prisma.ReportOrderByWithRelationInput[] = [
  { createdAt: "desc" },
  { id: "desc" },
];

const reportFields = {
  id: true,
  reason: true,
  note: true,
  createdAt: true,
  outcome: true,
} as const satisfies Prisma.ReportSelect;

/** A story that readers complain about. Its words are at the desk, behind whatever gate they have. */
export type ReportedStory = {
  id: string;
  bylineName: string | null;
  bylineRole: string | null;
  warnings: ContentWarning[];
  /** ISO 8601; of the first report that is open. */
  reportedSince: string;
  /** Since when it stands behind a gate for it. */
  gatedAt: string | null;
  /** How many reports are open. */
  count: number;
  /** The most named first. */
  reasons: { reason: ReportReason; count: number }[];
  /** In readers' own words, the newest first. */
  notes: { id: string; note: string; sentAt: string }[];
};

/** One whose storyteller was asked for changes: it stays behind its gate until they are approved. */
export type GatedStory = Pick<ReportedStory, "id" | "bylineName" | "bylineRole"> & {
  /** ISO 8601. */
  gatedAt: string;
};

export type ReportedStories = {
  /** How many there are; a page shows fewer. */
  reported: number;
  stories: ReportedStory[];
  /** The longest gated first. */
  gated: GatedStory[];
};

/**
 * Stories with open reports: those behind a gate first, then those reported longest ago. Besides,
 * those whose gate has outlived them. Null for those who may not see it.
 */
export async function listReportedStories(viewer: Viewer | null): Promise<ReportedStories | null> {
  if (!isModerator(viewer)) return null;
  const { prisma } = database();
  const [reported, gated, places] = await Promise.all([
    prisma.story.count({ where: { reportedSince: { not: null } } }),
    readGated(),
    prisma.$queryRaw<{ id: string }[]>`
      SELECT "id" FROM "Story" WHERE "reportedSince" IS NOT NULL
      ORDER BY "gatedAt" IS NULL, "reportedSince", "id" LIMIT ${STORIES}`,
  ]);
  const ids = places.map(({ id }) => id);
  const [rows, reasons, notes] = await Promise.all([
    prisma.story.findMany({ where: { id: { in: ids } }, select: storyFields }),
    countReasons(ids),
    newestNotes(ids),
  ]);
  const stories = ids.flatMap((id) => {
    const row = rows.find((each) => each.id === id);
    // Answered since the line before last.
    if (!row?.reportedSince) return [];
    const named = reasons.filter(({ storyId }) => storyId === id);
    return {
      id,
      bylineName: row.publishedRevision?.bylineName ?? null,
      bylineRole: row.publishedRevision?.bylineRole ?? null,
      warnings: inListOrder(row.warnings),
      reportedSince: row.reportedSince.toISOString(),
      gatedAt: row.gatedAt?.toISOString() ?? null,
      count: named.reduce((sum, { count }) => sum + count, 0),
      reasons: named.map(({ reason, count }) => ({ reason, count })),
      notes: mayReadNotes(viewer, row) ? notes.filter(({ storyId }) => storyId === id) : [],
    };
  });
  return { reported, stories, gated };
}

async function readGated(): Promise<GatedStory[]> {
  const rows = await database().prisma.story.findMany({
    where: { reportedSince: null, gatedAt: { not: null }, ...published },
    orderBy: [{ gatedAt: "asc" }, { id: "asc" }],
    take: STORIES,
    select: storyFields,
  });
  return rows.map(({ id, gatedAt, publishedRevision }) => ({
    id,
    bylineName: publishedRevision?.bylineName ?? null,
    bylineRole: publishedRevision?.bylineRole ?? null,
    gatedAt: gatedAt?.toISOString() ?? "",
  }));
}

const storyFields = {
  id: true,
  storytellerId: true,
  reportedSince: true,
  gatedAt: true,
  warnings: warningFields,
  publishedRevision: { select: { bylineName: true, bylineRole: true } },
} as const satisfies Prisma.StorySelect;

async function countReasons(ids: string[]) {
  const rows = await database().prisma.report.groupBy({
    by: ["storyId", "reason"],
    where: { storyId: { in: ids }, outcome: null },
    _count: true,
  });
  const place = ({ reason }: { reason: ReportReason }) => reasonSlugs.indexOf(reason);
  return rows
    .map(({ storyId, reason, _count: count }) => ({ storyId, reason, count }))
    .sort((one, other) => other.count - one.count || place(one) - place(other));
}

async function newestNotes(ids: string[]) {
  type Row = { id: string; storyId: string; note: string; createdAt: Date };
  const rows = await database().prisma.$queryRaw<Row[]>`
    SELECT newest.* FROM unnest(${ids}::text[]) AS story(id), LATERAL (
      SELECT "id", "storyId", "note", "createdAt" FROM "Report"
      WHERE "storyId" = story.id AND "outcome" IS NULL AND "note" IS NOT NULL
      ORDER BY "createdAt" DESC, "id" DESC LIMIT ${NEWEST_NOTES}
    ) newest`;
  return rows.map(({ createdAt, ...rest }) => ({ ...rest, sentAt: createdAt.toISOString() }));
}
