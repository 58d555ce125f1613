import "server-only";
import { isModerator } from "#lib/accounts/policy.ts";
import type { Viewer } from "#lib/accounts/viewer.ts";
import { Prisma, type Transaction, database } from "#lib/db.ts";
import { avoids } from "#lib/moderation/care/queries.ts";
import { PASSED_OVER_MINUTES } from "#lib/moderation/claims/policy.ts";
import { type Holding, findHoldings } from "#lib/moderation/claims/queries.ts";
import { isForOthers } from "#lib/moderation/others/queries.ts";
import { type QueueItem, readItems } from "#lib/moderation/queries.ts";
import {
  type QueueFilter,
  type QueueState,
  queueAges,
  queueStates,
} from "#lib/moderation/queue/schema.ts";
import { toldKinds } from "#lib/moderation/transitions.ts";

/** So many stand beside a story; the counts tell of the others. */
const LISTED = 50;

const openAppeal = Prisma.sql`
  EXISTS (SELECT FROM "Appeal" a WHERE a."storyId" = s."id" AND a."outcomeId" IS NULL AND a."erasedAt" IS NULL)`;

/** A story `s` that something waits of, and `r`, what waits. */
const waiting = Prisma.sql`
  "Story" s JOIN "Revision" r ON r."id" = s."latestRevisionId"
  WHERE (s."waitingSince" IS NOT NULL OR s."reportedSince" IS NOT NULL)`;

/** `decidedBefore` of lib/moderation/queries.ts. */
const isDecidedBefore = Prisma.sql`EXISTS (SELECT FROM "Decision" d WHERE d."storyId" = s."id"
  AND d."undoneAt" IS NULL AND d."kind" = ANY(${toldKinds}::text[]::"DecisionKind"[]))`;

const inState: Record<QueueState, Prisma.Sql> = {
  care: Prisma.sql`s."careMark"`,
  new: Prisma.sql`s."waitingSince" IS NOT NULL AND NOT ${isDecidedBefore} AND NOT ${openAppeal}`,
  returned: Prisma.sql`s."waitingSince" IS NOT NULL AND ${isDecidedBefore} AND NOT ${openAppeal}`,
  appeal: openAppeal,
  reported: Prisma.sql`s."reportedSince" IS NOT NULL`,
  picture: Prisma.sql`r."pictureId" IS NOT NULL`,
};

/** Since when the oldest thing of it waits. */
const since = Prisma.sql`LEAST(s."waitingSince", s."reportedSince")`;

const order = Prisma.sql`s."careMark" DESC, s."putFirst" DESC, s."gatedAt" IS NULL, ${since}, s."id"`;

/** `isHeavy` of lib/moderation/care/policy.ts. */
const heavy = Prisma.sql`(s."careMark"
  OR EXISTS (SELECT FROM "StoryWarning" w WHERE w."storyId" = s."id" AND w."intensity" = 'GRAPHIC')
  OR 2 <= (SELECT count(*) FROM "StoryWarning" w WHERE w."storyId" = s."id" AND w."intensity" <> 'MENTIONED'))`;

function narrowed({ state, call, theme, warning, age, lighter }: QueueFilter): Prisma.Sql {
  const conditions = [
    state && inState[state],
    call && Prisma.sql`s."callId" = (SELECT "id" FROM "Call" WHERE "slug" = ${call})`,
    theme && Prisma.sql`r."themeId" IN (SELECT "id" FROM "Theme" WHERE "slug" = ${theme})`,
    warning &&
      Prisma.sql`EXISTS (SELECT FROM "StoryWarning" w WHERE w."storyId" = s."id" AND w."warning" = ${warning})`,
    age && Prisma.sql`${since} < now() - make_interval(hours => ${queueAges[age]})`,
    lighter && Prisma.sql`NOT ${heavy}`,
  ].filter((condition) => condition !== null);
  return Prisma.sql`${Prisma.join([Prisma.sql``, ...conditions], " AND ")}`;
}

export type Queue = {
  /** Of the whole queue. */
  waiting: number;
  counts: Record<QueueState, number>;
  /** Of the part that is asked for. */
  matching: number;
  /** The first of that part. */
  items: (QueueItem & { heldBy: Holding | null })[];
  choices: QueueChoices;
};

/** A slug and its title. */
type Choice = { value: string; label: string };

export type QueueChoices = {
  calls: Choice[];
  themes: Choice[];
};

/**
 * What waits: those whose words speak of danger first, then what a screening rule puts first, what
 * readers' reports have gated, and the rest by age. Null for those who may not see it.
 */
export async function getQueue(viewer: Viewer | null, filter: QueueFilter): Promise<Queue | null> {
  if (!isModerator(viewer)) return null;
  const { prisma } = database();
  const part = narrowed(filter);
  const each = queueStates.map(
    (state) =>
      Prisma.sql`count(*) FILTER (WHERE ${inState[state]})::int AS ${Prisma.raw(`"${state}"`)}`,
  );
  const [counted, listed, choices] = await Promise.all([
    prisma.$queryRaw<(Record<QueueState, number> & { waiting: number; matching: number })[]>`
      SELECT count(*)::int AS "waiting", count(*) FILTER (WHERE true ${part})::int AS "matching",
        ${Prisma.join(each)}
      FROM ${waiting}`,
    prisma.$queryRaw<{ id: string }[]>`
      SELECT s."id" FROM ${waiting} ${part} ORDER BY ${order} LIMIT ${LISTED}`,
    readChoices(prisma),
  ]);
  const ids = listed.map(({ id }) => id);
  const [items, holdings] = await Promise.all([
    readItems(prisma, ids),
    findHoldings(prisma, viewer, ids),
  ]);
  const { waiting: all = 0, matching = 0, ...counts } = counted[0] ?? {};
  return {
    ...{ waiting: all, matching, choices },
    counts: counts as Record<QueueState, number>,
    items: items.map((item) => ({ ...item, heldBy: holdings.get(item.id) ?? null })),
  };
}

/** What there is to choose from: only what something waits under. */
async function readChoices(client: Transaction): Promise<QueueChoices> {
  const [calls, themes] = await Promise.all([
    client.$queryRaw<QueueChoices["calls"]>`
      SELECT "slug" AS "value", "title" AS "label" FROM "Call"
      WHERE "id" IN (SELECT s."callId" FROM ${waiting}) ORDER BY "title", "slug"`,
    client.$queryRaw<QueueChoices["themes"]>`
      SELECT DISTINCT "slug" AS "value", "title" AS "label" FROM "Theme"
      WHERE "id" IN (SELECT r."themeId" FROM ${waiting}) ORDER BY "label", "value"`,
  ]);
  return { calls, themes };
}

type Next = {
  filter: QueueFilter;
  /** Slugs of kinds that the viewer would rather not get. */
  kinds: string[];
};

/**
 * The story that a moderator is to read next, locked so that no other moderator is given it at the
 * same moment: not one that another has open, nor their own, nor one whose next step is somebody
 * else's; and one that they left for another only when nothing else is left. Null when there is none.
 */
export async function findNext(
  tx: Transaction,
  viewer: Viewer,
  { filter, kinds }: Next,
): Promise<string | null> {
  const [row] = await tx.$queryRaw<{ id: string }[]>`
    SELECT s."id" FROM ${waiting} ${narrowed(filter)} AND ${isFor(viewer, kinds)}
    ORDER BY ${isPassedOver(viewer)}, ${order} LIMIT 1 FOR NO KEY UPDATE OF s SKIP LOCKED`;
  return row?.id ?? null;
}

/** Whether there is a story for a moderator to read next, without opening it. */
export async function hasNext(viewer: Viewer | null, filter: QueueFilter): Promise<boolean> {
  if (!isModerator(viewer)) return false;
  const kinds = await avoids(viewer);
  const rows = await database().prisma.$queryRaw<unknown[]>`
    SELECT FROM ${waiting} ${narrowed(filter)} AND ${isFor(viewer, kinds)} LIMIT 1`;
  return rows.length > 0;
}

/** Whether a story `s` is one that a moderator could be given. */
function isFor(viewer: Viewer, kinds: readonly string[]): Prisma.Sql {
  return Prisma.sql`(s."storytellerId" IS DISTINCT FROM ${viewer.id}
    AND NOT EXISTS (SELECT FROM "Claim" c WHERE c."storyId" = s."id"
      AND c."moderatorId" <> ${viewer.id} AND c."expiresAt" > clock_timestamp())
    AND NOT ${isForOthers({ viewer, avoids: kinds })})`;
}

/** Whether the viewer left a story `s` for another not long ago. */
function isPassedOver(viewer: Viewer): Prisma.Sql {
  const { care, other } = PASSED_OVER_MINUTES;
  return Prisma.sql`EXISTS (SELECT FROM "PassedOver" p
    WHERE p."moderatorId" = ${viewer.id} AND p."storyId" = s."id"
      AND p."at" > clock_timestamp() - make_interval(
        mins => CASE WHEN s."careMark" THEN ${care}::int ELSE ${other}::int END))`;
}

/** The waiting story that a moderator has open already, if it is in this part of the queue. */
export async function findHeld(
  tx: Transaction,
  viewer: Viewer,
  filter: QueueFilter,
): Promise<string | null> {
  const [row] = await tx.$queryRaw<{ id: string }[]>`
    SELECT s."id" FROM ${waiting} ${narrowed(filter)}
      AND s."id" IN (SELECT "storyId" FROM "Claim" WHERE "moderatorId" = ${viewer.id}
        AND "expiresAt" > clock_timestamp())`;
  return row?.id ?? null;
}
