import "server-only";
import { type Transaction, database } from "#lib/db.ts";
import { env } from "#lib/env.ts";
import * as reports from "#lib/generated/messages/reports.ts";
import type { ReportOutcome } from "#lib/generated/prisma/enums.ts";
import { addressKey, consume, inAWhile } from "#lib/rate-limit.ts";
import type { ReportInput } from "#lib/reports/schema.ts";
import { type Result, failure, success } from "#lib/result.ts";
import { keyed } from "#lib/secrets.ts";
import { isStoryId } from "#lib/stories/id.ts";
import { published } from "#lib/stories/policy.ts";

const unknown = () => failure("not-found", reports.noSuchStory());

type NewReport = ReportInput & {
  storyId: string;
  /** The client's: for the limit, and to tell one reader from another. */
  address: string;
};

/**
 * Takes in a reader's report; no account is needed. One that the same reader sent before, and that
 * is still open, is changed. Answers whether the story stands behind a gate from this report on.
 */
export async function reportStory(sent: NewReport): Promise<Result<{ gated: boolean }>> {
  const { storyId, reason, note, address } = sent;
  if (!isStoryId(storyId) || !(await isPublished(storyId))) return unknown();
  const counted = await consume("report", addressKey(address));
  if (!counted.ok) {
    const sentence = reports.many({ when: inAWhile(counted.retryAfterSeconds) });
    return failure("rate-limited", sentence);
  }
  const reporterHash = reporterOf(storyId, address);
  return database().prisma.$transaction(async (tx) => {
    // What answers reports takes the same lock: a report comes before the answer and is answered,
    // or after it and is open.
    await tx.$executeRaw`SELECT FROM "Story" WHERE "id" = ${storyId} FOR NO KEY UPDATE`;
    const story = await tx.story.findFirst({ where: { id: storyId, ...published }, select: marks });
    if (!story) return unknown();
    const createdAt = new Date();
    await tx.report.upsert({
      where: { storyId_reporterHash: { storyId, reporterHash } },
      create: { storyId, reporterHash, reason, note, createdAt },
      update: { reason, note },
    });
    const gated = story.gatedAt === null && (await isToBeGated(tx, storyId));
    if (story.reportedSince === null || gated) {
      await tx.story.update({
        where: { id: storyId },
        data: {
          reportedSince: story.reportedSince ?? createdAt,
          ...(gated ? { gatedAt: createdAt } : {}),
        },
      });
    }
    return success({ gated });
  });
}

const marks = { reportedSince: true, gatedAt: true } as const;

async function isPublished(id: string): Promise<boolean> {
  return (await database().prisma.story.count({ where: { id, ...published } })) > 0;
}

/** Of the story too: nobody can tell from the hashes what else a reader has reported. */
function reporterOf(storyId: string, address: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(keyed("reporter", `${storyId}\n${addressKey(address)}`));
}

async function isToBeGated(tx: Transaction, storyId: string): Promise<boolean> {
  const { REPORTS_TO_GATE } = env();
  if (REPORTS_TO_GATE === 0) return false;
  return (await tx.report.count({ where: { storyId, outcome: null } })) >= REPORTS_TO_GATE;
}

/**
 * Puts a published story behind its gate when as many reports are open as close it: they may have
 * come before it was published, or are open again. In a transaction that has its row to itself.
 */
export async function gateIfReported(tx: Transaction, storyId: string): Promise<void> {
  if (!(await isToBeGated(tx, storyId))) return;
  await tx.story.updateMany({
    where: { id: storyId, ...published, gatedAt: null },
    data: { gatedAt: new Date() },
  });
}

/**
 * Opens the gate of a story that no report is open on: what was reported is seen to. In a
 * transaction that has its row to itself.
 */
export async function openGate(tx: Transaction, storyId: string): Promise<void> {
  await tx.story.updateMany({
    where: { id: storyId, reportedSince: null, gatedAt: { not: null } },
    data: { gatedAt: null },
  });
}

/** Whether what readers see was reported, and its storyteller asked to change it, since it is gated. */
export async function awaitsChanges(tx: Transaction, storyId: string): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT FROM "Story" s
      JOIN "Decision" d ON d."storyId" = s."id" AND d."revisionId" = s."publishedRevisionId"
        AND d."kind" = 'ASK_FOR_CHANGES' AND d."undoneAt" IS NULL AND d."createdAt" >= s."gatedAt"
      JOIN "Report" r ON r."decisionId" = d."id"
    WHERE s."id" = ${storyId} LIMIT 1`;
  return rows.length > 0;
}

type Answer = { storyId: string; decisionId: string };

/**
 * Answers every open report on a story at once, and forgets who sent them. The gate is for the
 * caller. In a transaction that has the story's row to itself. Answers how many there were.
 */
export async function answerReports(
  tx: Transaction,
  { storyId, decisionId, outcome }: Answer & { outcome: ReportOutcome },
): Promise<number> {
  const { count } = await tx.report.updateMany({
    where: { storyId, outcome: null },
    data: { outcome, decisionId, reporterHash: null },
  });
  await tx.story.updateMany({
    where: { id: storyId, reportedSince: { not: null } },
    data: { reportedSince: null },
  });
  return count;
}

/**
 * Opens again what a decision answered, when it is undone. In a transaction that has the story's row
 * to itself. Who sent them stays forgotten; the gate is for the caller, who knows how it was.
 */
export async function reopenReports(
  tx: Transaction,
  { storyId, decisionId }: Answer,
): Promise<void> {
  await tx.report.updateMany({
    where: { storyId, decisionId },
    data: { outcome: null, decisionId: null },
  });
  const { _min: first } = await tx.report.aggregate({
    where: { storyId, outcome: null },
    _min: { createdAt: true },
  });
  await tx.story.update({ where: { id: storyId }, data: { reportedSince: first.createdAt } });
}

/** How long it is remembered who sent a report that nobody has answered. */
const KEPT_DAYS = 90;

/** Forgets who sent the reports that were open for 90 days; they stay open. Answers how many. */
export async function forgetReporters(now: Date): Promise<number> {
  const end = new Date(now.getTime() - KEPT_DAYS * 24 * 60 * 60_000);
  const { count } = await database().prisma.report.updateMany({
    where: { reporterHash: { not: null }, createdAt: { lte: end } },
    data: { reporterHash: null },
  });
  return count;
}
