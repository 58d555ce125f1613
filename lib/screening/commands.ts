import "server-only";
import type { Viewer } from "#lib/accounts/viewer.ts";
import { database } from "#lib/db.ts";
import * as screening from "#lib/generated/messages/screening.ts";
import { type Failure, type Result, failure, success } from "#lib/result.ts";
import { isRuleId, mayScreen } from "#lib/screening/policy.ts";
import { RULES_LIMIT, type RuleInput } from "#lib/screening/schema.ts";
import { SENDER_DAYS } from "#lib/screening/sender.ts";

const unknown = () => failure("not-found", screening.unknown());

/** Makes a rule, at the end of the others. */
export async function makeRule(
  viewer: Viewer | null,
  input: RuleInput,
): Promise<Result<{ id: string }>> {
  if (!mayScreen(viewer)) return unknown();
  return database().prisma.$transaction(async (tx) => {
    // Of two at once the second counts the first.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('screening rules', 0))`;
    if ((await tx.screeningRule.count()) >= RULES_LIMIT) {
      return failure("invalid", screening.rulesFull({ limit: RULES_LIMIT }));
    }
    return success(await tx.screeningRule.create({ data: input, select: { id: true } }));
  });
}

/** The rule as its form was filled from it: when it was changed last, ISO 8601. */
type Seen = { id: string; seen: string };

/** Changes a rule, unless someone else did meanwhile. */
export async function changeRule(
  viewer: Viewer | null,
  { id, seen, input }: Seen & { input: RuleInput },
): Promise<Result<null>> {
  const at = timeOf({ id, seen });
  if (!mayScreen(viewer) || at === null) return unknown();
  // Later than before, whatever the clock says: it is by this that servers notice a change.
  const updatedAt = new Date(Math.max(Date.now(), at.getTime() + 1));
  const { count } = await database().prisma.screeningRule.updateMany({
    where: { id, updatedAt: at },
    data: { ...input, updatedAt },
  });
  if (count === 1) return success(null);
  return whyNot(id, screening.changedMeanwhile());
}

/** Removes a rule, unless someone changed it meanwhile. What it found stays, under its name. */
export async function removeRule(viewer: Viewer | null, { id, seen }: Seen): Promise<Result<null>> {
  const at = timeOf({ id, seen });
  if (!mayScreen(viewer) || at === null) return unknown();
  const { count } = await database().prisma.screeningRule.deleteMany({
    where: { id, updatedAt: at },
  });
  if (count === 1) return success(null);
  return whyNot(id, screening.removalChangedMeanwhile());
}

async function whyNot(id: string, outOfDate: string): Promise<Failure> {
  const found = await database().prisma.screeningRule.count({ where: { id } });
  return found > 0 ? failure("out-of-date", outOfDate) : unknown();
}

function timeOf({ id, seen }: Seen): Date | null {
  const at = new Date(seen);
  // Years that PostgreSQL's dates and ours agree on.
  const isTime = at.getTime() >= 0 && at.getUTCFullYear() <= 9999;
  return isRuleId(id) && isTime ? at : null;
}

/** In one transaction: each story that forgets its sender is checked by a trigger as a whole. */
const FORGOTTEN_AT_ONCE = 1_000;

/**
 * Forgets who sent the stories that are older than 30 days. Answers how many did. One that someone
 * is at work on is for the next time: nobody waits here, or for this.
 */
export async function forgetSenders(now: Date): Promise<number> {
  const end = new Date(now.getTime() - SENDER_DAYS * 24 * 60 * 60_000);
  for (let forgotten = 0; ;) {
    const count = await database().prisma.$executeRaw`
      UPDATE "Story" SET "senderHash" = NULL WHERE "id" = ANY (ARRAY(
        SELECT "id" FROM "Story" WHERE "senderHash" IS NOT NULL AND "submittedAt" <= ${end}
        ORDER BY "id" LIMIT ${FORGOTTEN_AT_ONCE} FOR NO KEY UPDATE SKIP LOCKED))`;
    forgotten += count;
    if (count < FORGOTTEN_AT_ONCE) return forgotten;
  }
}
