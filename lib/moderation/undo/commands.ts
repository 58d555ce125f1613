import "server-only";
import { isModerator } from "#lib/accounts/policy.ts";
import type { Viewer } from "#lib/accounts/viewer.ts";
import type { ContentWarning } from "#lib/content-warnings/list.ts";
import { type Transaction, database } from "#lib/db.ts";
import { env } from "#lib/env.ts";
import * as decisions from "#lib/generated/messages/decisions.ts";
import type { DecisionKind, Status, Subject } from "#lib/generated/prisma/enums.ts";
import { cancel } from "#lib/jobs/queue.ts";
import { isDecisionId } from "#lib/moderation/policy.ts";
import { transitions } from "#lib/moderation/transitions.ts";
import { decidedKey } from "#lib/notifications/story-mail.ts";
import { gateIfReported, reopenReports } from "#lib/reports/commands.ts";
import { type Failure, type Result, failure, success } from "#lib/result.ts";
import { warningFields } from "#lib/stories/queries.ts";

/** How a story stood when a decision was made, as `Decision.before` keeps it. Times are ISO 8601. */
export type Before = {
  status: Status;
  waitingSince: string | null;
  latestRevisionId: string | null;
  publishedRevisionId: string | null;
  publishedAt: string | null;
  warnings: ContentWarning[];
  gatedAt: string | null;
};

export type HeldStory = {
  before: Before;
  storytellerId: string | null;
  needsTwo: boolean;
  /** Whether reports on it are open. */
  reported: boolean;
  /** Whom its latest revision is about. */
  subject: Subject | null;
};

const beforeFields = {
  status: true,
  waitingSince: true,
  latestRevisionId: true,
  publishedRevisionId: true,
  publishedAt: true,
  gatedAt: true,
  reportedSince: true,
  storytellerId: true,
  needsTwo: true,
  latestRevision: { select: { subject: true } },
  warnings: warningFields,
} as const;

/** Locks a story and reads how it stands. Null when there is none. */
export async function holdStory(tx: Transaction, storyId: string): Promise<HeldStory | null> {
  await tx.$executeRaw`SELECT FROM "Story" WHERE "id" = ${storyId} FOR NO KEY UPDATE`;
  const row = await tx.story.findUnique({ where: { id: storyId }, select: beforeFields });
  if (!row) return null;
  const { storytellerId, needsTwo, reportedSince, latestRevision, ...standing } = row;
  const { waitingSince, publishedAt, gatedAt, warnings, ...rest } = standing;
  const before = {
    ...rest,
    waitingSince: waitingSince?.toISOString() ?? null,
    publishedAt: publishedAt?.toISOString() ?? null,
    gatedAt: gatedAt?.toISOString() ?? null,
    warnings: warnings as ContentWarning[],
  };
  const reported = reportedSince !== null;
  const subject = latestRevision?.subject ?? null;
  return { before, storytellerId, needsTwo, reported, subject };
}

const unknown = () => failure("not-found", decisions.unknownDecision());

const tooLate = (): Failure =>
  failure("closed", decisions.undoTooLate({ seconds: env().UNDO_SECONDS }));

const overtaken = (): Failure => failure("closed", decisions.undoOvertaken());

/**
 * Takes one's own decision back while the window is open: the story stands as it did, the decision
 * is marked, and mail about it, which waits for the window, is not sent. Undoing twice is undoing
 * once.
 */
export async function undoDecision(
  viewer: Viewer | null,
  decisionId: string,
): Promise<Result<{ storyId: string }>> {
  if (!isModerator(viewer) || !isDecisionId(decisionId)) return unknown();
  return database().prisma.$transaction((tx) => undoWithin(tx, viewer, decisionId));
}

/** Undoes in a transaction that has more to undo. One that fails has changed nothing. */
export async function undoWithin(
  tx: Transaction,
  viewer: Viewer,
  decisionId: string,
): Promise<Result<{ storyId: string }>> {
  const found = await findOwn(tx, viewer, decisionId);
  if (!found) return unknown();
  const { storyId } = found;
  const held = await holdStory(tx, storyId);
  // Again, now that the story is ours alone.
  const decision = await findOwn(tx, viewer, decisionId);
  if (!held || !decision) return unknown();
  if (decision.undoneAt) return success({ storyId });
  if (!decision.before || !(await isOpen(tx, decisionId))) return tooLate();
  const before = decision.before as Before;
  const isAnswered = decision.appeal !== null || Boolean(decision.proposal?.answer);
  if (isAnswered || !stands(held.before, before, decision.kind)) return overtaken();
  const later = { storyId, undoneAt: null, createdAt: { gt: decision.createdAt } };
  if ((await tx.decision.count({ where: later })) > 0) return overtaken();
  await putBack(tx, storyId, before);
  await reopenReports(tx, { storyId, decisionId });
  await gateIfReported(tx, storyId);
  await tx.decision.update({ where: { id: decisionId }, data: { undoneAt: new Date() } });
  await tx.appeal.updateMany({ where: { outcomeId: decisionId }, data: { outcomeId: null } });
  await cancel(tx, decidedKey(decisionId));
  return success({ storyId });
}

function findOwn(tx: Transaction, viewer: Viewer, id: string) {
  return tx.decision.findFirst({
    where: { id, moderatorId: viewer.id },
    select: {
      storyId: true,
      kind: true,
      createdAt: true,
      undoneAt: true,
      before: true,
      appeal: { select: { id: true } },
      proposal: { select: { answer: true } },
    },
  });
}

/** At this moment, by the database's clock: the one that mail falls due by. */
async function isOpen(tx: Transaction, decisionId: string): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ open: boolean }[]>`
    SELECT "createdAt" + make_interval(secs => ${env().UNDO_SECONDS}) > clock_timestamp() AS open
    FROM "Decision" WHERE "id" = ${decisionId}`;
  return row?.open ?? false;
}

/** Whether a story is still as the decision left it. */
function stands(now: Before, before: Before, kind: DecisionKind): boolean {
  return (
    now.status === transitions[kind][before.status] &&
    now.latestRevisionId === before.latestRevisionId
  );
}

/** One that reports brought since stays, where readers still see the story. */
function gateAsBefore({ gatedAt, publishedAt }: Before) {
  if (publishedAt === null) return { gatedAt: null };
  return gatedAt === null ? {} : { gatedAt: new Date(gatedAt) };
}

async function putBack(tx: Transaction, storyId: string, before: Before) {
  const { status, publishedRevisionId, waitingSince, publishedAt, warnings } = before;
  const date = (iso: string | null) => (iso === null ? null : new Date(iso));
  await tx.story.update({
    where: { id: storyId },
    data: {
      ...{ status, publishedRevisionId },
      waitingSince: date(waitingSince),
      publishedAt: date(publishedAt),
      ...gateAsBefore(before),
    },
  });
  await tx.storyWarning.deleteMany({ where: { storyId } });
  await tx.storyWarning.createMany({ data: warnings.map((each) => ({ storyId, ...each })) });
}
