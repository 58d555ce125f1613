/**
 * Everything that the insights are drawn from. Aggregates only, in SQL, along the index of the
 * decisions' times. What was undone counts for the share of what was undone and for nothing else;
 * our own fiction doesn't count, as where storytellers are told how long reading takes
 * (lib/stories/own/queries.ts).
 *
 * Measured on 101,009 decisions over two years (86,000 stories, PostgreSQL 18.4 with its defaults,
 * two cores busy with other work), all queries of a page together, in PostgreSQL's own processor
 * time at best of 12: 30 days 73 ms, 90 days 147 ms, a year 410 ms, a year of one call 204 ms. They
 * run at once: of a year's, `readDecisions` is the longest with 265 ms for 50,563 decisions, then
 * `readWarnings` with 130 ms. EXPLAIN says where the time goes: reading `before` of each decision,
 * which tells since when a story waited, and joining all stories. A lookup for each decision in its
 * place is planned at more than jit_above_cost, and compiling it cost 200 ms at each call.
 */
import "server-only";
import { isModerator } from "#lib/accounts/policy.ts";
import type { Viewer } from "#lib/accounts/viewer.ts";
import { beginningOf, dayOf, endOf } from "#lib/calls/days.ts";
import {
  type Intensity,
  type WarningSlug,
  isWarningSlug,
  warningLabel,
} from "#lib/content-warnings/list.ts";
import { Prisma, database } from "#lib/db.ts";
import type { DecisionKind } from "#lib/generated/prisma/enums.ts";
import {
  type Period,
  type Share,
  type Spread,
  type Step,
  type Waiting,
  type Week,
  countBy,
  periodOf,
  sumOf,
  toWaiting,
  toWeeks,
} from "#lib/moderation/insights/arithmetic.ts";
import { reasonLabel } from "#lib/moderation/log/reason-label.ts";
import { readReasons } from "#lib/moderation/reasons/queries.ts";
import { type InsightsFilter, insightsFilterSchema } from "#lib/moderation/insights/schema.ts";

export type Insights = {
  filter: InsightsFilter;
  /** What they can be narrowed to. */
  calls: { value: string; label: string }[];
  period: Period;
  /** At the end of days; of today, until now. */
  waiting: Waiting[];
  /** What else is in the queue now; null of a period that has ended. */
  besides: Besides | null;
  /** From sending a story to the first decision on it, by the week of that decision. */
  first: { weeks: Week[]; overall: Spread | null };
  kinds: { kind: DecisionKind; count: number }[];
  reasons: { label: string; count: number }[];
  /** Of the stories approved and not withdrawn since, as readers see them now. */
  warnings: { all: WarningCount[]; stories: number; without: number };
  /** Of all decisions, also those undone. */
  undone: Share;
  /** Of the answers to appeals, those that were another decision than the one appealed against. */
  overturned: Share;
  /** The calls whose stories were decided on, most decisions first. */
  byCall: CallInsights[];
};

/** Stories in the queue that are not counted as waiting; each once. */
export type Besides = {
  /** Our own fiction. */
  demo: number;
  /** Readers reported them, and nothing else of them waits. */
  reported: number;
};

export type WarningCount = {
  label: string;
  count: number;
  by: Record<Intensity, number>;
};

export type CallInsights = {
  title: string;
  decisions: number;
  first: Spread | null;
  undone: Share;
  overturned: Share;
};

/** Of a period, and of a call or all. `values` are an address's. Null unless a moderator asks. */
export async function getInsights(
  viewer: Viewer | null,
  values: Record<string, unknown>,
  now = new Date(),
): Promise<Insights | null> {
  if (!isModerator(viewer)) return null;
  const { prisma } = database();
  const asked = insightsFilterSchema.parse(values);
  const calls = await prisma.call.findMany({
    orderBy: [{ opensAt: "desc" }, { id: "asc" }],
    select: { id: true, slug: true, title: true },
  });
  const call = calls.find(({ slug }) => slug === asked.call) ?? null;
  const period = periodOf(asked, dayOf(now));
  const span = { from: beginningOf(period.from), to: endOf(period.to), callId: call?.id ?? null };
  const [{ steps, spreads, decided }, besides, appeals, warnings, reasons] = await Promise.all([
    readDecisions(span),
    period.untilNow ? readBesides(span) : null,
    readAppeals(span),
    readWarnings(span),
    readReasons(),
  ]);
  return {
    filter: { ...asked, call: call?.slug ?? null },
    calls: calls.map(({ slug, title }) => ({ value: slug, label: title })),
    period,
    waiting: toWaiting(steps, period),
    besides,
    first: {
      weeks: toWeeks(new Map(spreads.flatMap(asEntryOf("week"))), period),
      overall: spreads.find(({ week, callId }) => !week && !callId) ?? null,
    },
    kinds: countBy(decided, ({ kind }) => kind, standing).map(({ key, count }) => ({
      ...{ kind: key, count },
    })),
    reasons: countBy(
      decided.filter(({ reason }) => reason !== null),
      ({ reason }) => reasonLabel(reasons, reason ?? ""),
      standing,
    ).map(({ key, count }) => ({ label: key, count })),
    warnings: toWarnings(warnings),
    undone: undoneOf(decided),
    overturned: overturnedOf(appeals),
    byCall: countBy(decided, ({ callId }) => callId, made).map(({ key }) => {
      const ofCall = decided.filter(({ callId }) => callId === key);
      return {
        title: calls.find(({ id }) => id === key)?.title ?? "",
        decisions: sumOf(ofCall, standing),
        first: new Map(spreads.flatMap(asEntryOf("callId"))).get(key) ?? null,
        undone: undoneOf(ofCall),
        overturned: overturnedOf(appeals.filter(({ callId }) => callId === key)),
      };
    }),
  };
}

/** Moments from `from` on and before `to`. */
type Span = { from: Date; to: Date; callId: string | null };

const moment = (date: Date) => Prisma.sql`${date.toISOString()}::timestamptz`;

/** What a story `s` must be to count. */
function counts({ callId }: Span): Prisma.Sql {
  return callId ? Prisma.sql`NOT s."demo" AND s."callId" = ${callId}` : Prisma.sql`NOT s."demo"`;
}

/** Answers to what a storyteller sent, and whatever else a story doesn't wait after. */
const answers = Prisma.sql`('APPROVE', 'ASK_FOR_CHANGES', 'REJECT')`;
const endings = Prisma.sql`('APPROVE', 'ASK_FOR_CHANGES', 'REJECT', 'TAKE_DOWN', 'RESTORE')`;

type SpreadRow = Spread & { week: string | null; callId: string | null };

type DecidedRow = {
  kind: DecisionKind;
  reason: string | null;
  callId: string;
  standing: number;
  undone: number;
};

type Decisions = {
  /** When stories began and ceased to wait. */
  steps: Step[];
  /** By week, by call, and of all: where both are null. */
  spreads: SpreadRow[];
  decided: DecidedRow[];
};

/**
 * All that the decisions themselves tell, in one look at them. Each keeps since when the story had
 * waited (`before`): whatever ended a wait tells how long it was, and the wait that began when the
 * story was sent ended with the first decision on it. Withdrawing a story erases that; then the
 * appeal or the revision that was decided on tells when it was sent.
 */
async function readDecisions(span: Span): Promise<Decisions> {
  const from = moment(span.from);
  const to = moment(span.to);
  const [row] = await database().prisma.$queryRaw<Decisions[]>`
    WITH "decided" AS MATERIALIZED (
      SELECT d."kind", d."reason", s."callId", s."submittedAt", d."createdAt" AS "at",
        d."undoneAt" IS NOT NULL AS "undone",
        CASE WHEN d."undoneAt" IS NULL AND d."kind" IN ${endings}
          THEN (d."before" ->> 'waitingSince')::timestamptz END AS "since"
      FROM "Decision" d JOIN "Story" s ON s."id" = d."storyId"
      WHERE d."before" IS NOT NULL AND d."createdAt" >= ${from} AND ${counts(span)}
      UNION ALL
      SELECT d."kind", d."reason", s."callId", s."submittedAt", d."createdAt",
        d."undoneAt" IS NOT NULL,
        CASE WHEN d."undoneAt" IS NULL AND d."kind" IN ${endings} THEN COALESCE(a."createdAt",
          CASE
            WHEN d."kind" IN ${answers} AND NOT EXISTS (SELECT FROM "Decision" e
              WHERE e."storyId" = d."storyId" AND e."revisionId" = d."revisionId"
                AND e."createdAt" < d."createdAt" AND e."undoneAt" IS NULL AND e."kind" IN ${answers})
            THEN r."createdAt" END) END
      FROM "Decision" d JOIN "Story" s ON s."id" = d."storyId"
        JOIN "Revision" r ON r."id" = d."revisionId"
        LEFT JOIN "Appeal" a ON a."outcomeId" = d."id"
      WHERE d."before" IS NULL AND d."createdAt" >= ${from} AND ${counts(span)}
    ), "first" AS (
      -- A story and its first revision are written within a moment.
      SELECT "at", "callId", "at" - "submittedAt" AS "time" FROM "decided"
      WHERE "since" - "submittedAt" < interval '1 second' AND "kind" IN ${answers} AND "at" < ${to}
    ), "spread" AS (
      SELECT date_trunc('week', "at" AT TIME ZONE 'UTC')::date AS "week", "callId",
        count(*) AS "count",
        percentile_cont(ARRAY[0.5, 0.9]) WITHIN GROUP (ORDER BY "time") AS "times"
      FROM "first" GROUP BY GROUPING SETS ((1), ("callId"), ())
    ), "counted" AS (
      SELECT "kind", "reason", "callId", count(*) FILTER (WHERE NOT "undone") AS "standing",
        count(*) FILTER (WHERE "undone") AS "undone"
      FROM "decided" WHERE "at" < ${to} GROUP BY "kind", "reason", "callId" ORDER BY "kind"
    ), "step" AS (
      SELECT (GREATEST("since", ${from}) AT TIME ZONE 'UTC')::date AS "day", count(*) AS "by"
      FROM "decided" WHERE "since" < ${to} GROUP BY 1
      UNION ALL
      SELECT ("at" AT TIME ZONE 'UTC')::date, -count(*)
      FROM "decided" WHERE "since" IS NOT NULL AND "at" < ${to} GROUP BY 1
      UNION ALL
      ${undecided(span)}
    )
    SELECT
      (SELECT json_agg(x) FROM (
        SELECT "day", sum("by") AS "by" FROM "step" WHERE "day" IS NOT NULL GROUP BY 1) x) AS "steps",
      (SELECT json_agg(x) FROM (
        SELECT "week", "callId", "count", extract(epoch FROM "times"[1]) AS "median",
          extract(epoch FROM "times"[2]) AS "ninetieth"
        FROM "spread" WHERE "count" > 0) x) AS "spreads",
      (SELECT json_agg(x) FROM "counted" x) AS "decided"`;
  return { steps: row?.steps ?? [], spreads: row?.spreads ?? [], decided: row?.decided ?? [] };
}

/** The steps of waits that no decision has ended: they last, or the story was withdrawn. */
function undecided(span: Span): Prisma.Sql {
  const from = moment(span.from);
  const to = moment(span.to);
  return Prisma.sql`
    SELECT (GREATEST(s."waitingSince", ${from}) AT TIME ZONE 'UTC')::date, 1 FROM "Story" s
    WHERE s."waitingSince" < ${to} AND ${counts(span)}
    UNION ALL
    SELECT x."day", x."by"
    FROM "Story" s JOIN "Revision" r ON r."id" = s."latestRevisionId"
      LEFT JOIN "Appeal" a ON a."storyId" = s."id" AND a."outcomeId" IS NULL,
      LATERAL (VALUES
        ((GREATEST(COALESCE(a."createdAt", r."createdAt"), ${from}) AT TIME ZONE 'UTC')::date, 1),
        (CASE WHEN s."withdrawnAt" < ${to} THEN (s."withdrawnAt" AT TIME ZONE 'UTC')::date END, -1)
      ) AS x("day", "by")
    WHERE s."status" = 'WITHDRAWN' AND s."withdrawnAt" >= ${from} AND ${counts(span)}
      AND COALESCE(a."createdAt", r."createdAt") < ${to}
      AND s."latestRevisionId" IS DISTINCT FROM s."publishedRevisionId"
      AND (a."id" IS NOT NULL OR NOT EXISTS (SELECT FROM "Decision" d WHERE d."storyId" = s."id"
        AND d."revisionId" = r."id" AND d."undoneAt" IS NULL AND d."kind" IN ${answers}))`;
}

/** Of the queue as the desk has it (lib/moderation/queue/queries.ts). */
async function readBesides({ callId }: Span): Promise<Besides> {
  const ofCall = callId ? Prisma.sql`AND s."callId" = ${callId}` : Prisma.empty;
  const [row] = await database().prisma.$queryRaw<Besides[]>`
    SELECT count(*) FILTER (WHERE s."demo")::int AS "demo",
      count(*) FILTER (WHERE NOT s."demo" AND s."waitingSince" IS NULL)::int AS "reported"
    FROM "Story" s
    WHERE (s."waitingSince" IS NOT NULL OR s."reportedSince" IS NOT NULL) ${ofCall}`;
  return row ?? { demo: 0, reported: 0 };
}

/** A map's entries: those rows that are of a week, or of a call. */
function asEntryOf(name: "week" | "callId") {
  return ({ week, callId, ...spread }: SpreadRow): [string, Spread][] => {
    const key = { week, callId }[name];
    return key ? [[key, spread]] : [];
  };
}

const standing = ({ standing }: DecidedRow) => standing;
const made = ({ standing, undone }: DecidedRow) => standing + undone;

function undoneOf(rows: readonly DecidedRow[]): Share {
  return { part: sumOf(rows, ({ undone }) => undone), whole: sumOf(rows, made) };
}

type AppealRow = { callId: string; answered: number; overturned: number };

function readAppeals(span: Span): Promise<AppealRow[]> {
  return database().prisma.$queryRaw<AppealRow[]>`
    SELECT s."callId", count(*)::int AS "answered",
      count(*) FILTER (WHERE o."kind" <> d."kind")::int AS "overturned"
    FROM "Appeal" a
      JOIN "Decision" o ON o."id" = a."outcomeId"
      JOIN "Decision" d ON d."id" = a."decisionId"
      JOIN "Story" s ON s."id" = a."storyId"
    WHERE o."createdAt" >= ${moment(span.from)} AND o."createdAt" < ${moment(span.to)}
      AND o."undoneAt" IS NULL AND ${counts(span)}
    GROUP BY s."callId"`;
}

function overturnedOf(rows: readonly AppealRow[]): Share {
  return {
    part: sumOf(rows, ({ overturned }) => overturned),
    whole: sumOf(rows, ({ answered }) => answered),
  };
}

type WarningRow = {
  /** Null: of the stories without any; and in the row of all stories. */
  warning: string | null;
  intensity: Intensity | null;
  ofAll: boolean;
  count: number;
};

function readWarnings(span: Span): Promise<WarningRow[]> {
  return database().prisma.$queryRaw<WarningRow[]>`
    WITH "approved" AS MATERIALIZED (
      SELECT s."id" FROM "Story" s
      WHERE s."status" <> 'WITHDRAWN' AND ${counts(span)} AND s."id" IN (
        SELECT d."storyId" FROM "Decision" d
        WHERE d."kind" = 'APPROVE' AND d."undoneAt" IS NULL
          AND d."createdAt" >= ${moment(span.from)} AND d."createdAt" < ${moment(span.to)})
    )
    SELECT w."warning", w."intensity"::text AS "intensity", false AS "ofAll", count(*)::int AS "count"
    FROM "approved" s LEFT JOIN "StoryWarning" w ON w."storyId" = s."id" GROUP BY 1, 2
    UNION ALL
    SELECT NULL, NULL, true, count(*)::int FROM "approved"`;
}

function toWarnings(rows: readonly WarningRow[]): Insights["warnings"] {
  const ofWarning = rows.filter(({ warning }) => warning !== null && isWarningSlug(warning));
  const all = countBy(
    ofWarning,
    ({ warning }) => warning as WarningSlug,
    ({ count }) => count,
  ).map(({ key, count }) => {
    const of = (intensity: Intensity) =>
      ofWarning.find((row) => row.warning === key && row.intensity === intensity)?.count ?? 0;
    return {
      label: warningLabel(key),
      count,
      by: { MENTIONED: of("MENTIONED"), DESCRIBED: of("DESCRIBED"), GRAPHIC: of("GRAPHIC") },
    };
  });
  const bare = rows.filter(({ warning }) => warning === null);
  return {
    all,
    stories: sumOf(bare, ({ ofAll, count }) => (ofAll ? count : 0)),
    without: sumOf(bare, ({ ofAll, count }) => (ofAll ? 0 : count)),
  };
}
