import "server-only";
import type { Prisma } from "#lib/generated/prisma/client.ts";
import { currentRules } from "#lib/screening/current.ts";
import {
  type RuleMatch,
  type RuleSet,
  type ScreenedStory,
  effectsOf,
  matchRules,
} from "#lib/screening/match.ts";

type Transaction = Prisma.TransactionClient;

/** What people write in a form, as far as it is screened. */
type Written = {
  text: string;
  bylineName: string | null;
  bylineRole: string | null;
  pictureAlt: string | null;
};

/** What stands with a story's words, to be screened with them. */
export function wordsBeside({ bylineName, bylineRole, pictureAlt }: Written): string[] {
  return [bylineName, bylineRole, pictureAlt].filter((words) => words !== null);
}

export type Arriving = {
  input: Written;
  /** Null when it is forgotten by now. */
  sender: Uint8Array<ArrayBuffer> | null;
  /** Of its storyteller; null without an account. */
  accountId: string | null;
  /** Whether it comes on top of those that the sender sent before. */
  isNew: boolean;
};

export type Screening = ReturnType<typeof effectsOf> & { matches: RuleMatch[] };

/**
 * Looks at a story with every rule, in the transaction that would store it and before anything is
 * written. `refusal` is what its storyteller reads, and all that they learn.
 */
export async function screenStory(tx: Transaction, arriving: Arriving): Promise<Screening> {
  const set = await currentRules(tx);
  const matches = matchRules(set, await withSender(tx, set, arriving));
  return { ...effectsOf(matches), matches };
}

/** Asks about the sender only what a rule wants to know. */
async function withSender(
  tx: Transaction,
  { rules }: RuleSet,
  { input, sender, accountId, isNew }: Arriving,
): Promise<ScreenedStory> {
  const at = Date.now();
  const byAccount = rules.some(({ kind }) => kind === "NEW_ACCOUNT");
  const bySender = rules.filter(({ kind }) => kind === "REPEATED_SENDER");
  const account =
    byAccount && accountId !== null
      ? await tx.user.findUnique({ where: { id: accountId }, select: { createdAt: true } })
      : null;
  let sentAt: number[] = [];
  if (sender && bySender.length > 0) {
    // Of two stories at once from one sender, the second counts the first.
    if (isNew) {
      const key = Buffer.from(sender).toString("hex");
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${key}, 0))`;
    }
    const hours = Math.max(...bySender.map((rule) => rule.hours ?? 0));
    const sent = await tx.story.findMany({
      where: { senderHash: sender, submittedAt: { gt: new Date(at - hours * 60 * 60_000) } },
      orderBy: { submittedAt: "desc" },
      take: Math.max(...bySender.map((rule) => rule.atLeast ?? 0)),
      select: { submittedAt: true },
    });
    sentAt = sent.map(({ submittedAt }) => Math.min(submittedAt.getTime(), at));
    if (isNew) sentAt.push(at);
  }
  const accountSince = account?.createdAt.getTime() ?? null;
  return { text: input.text, beside: wordsBeside(input), at, sentAt, accountSince };
}

/** Keeps what was found with the revision, as the rules were then. */
export async function keepMatches(
  tx: Transaction,
  { storyId, number }: { storyId: string; number: number },
  matches: readonly RuleMatch[],
): Promise<void> {
  if (matches.length === 0) return;
  const { id: revisionId } = await tx.revision.findUniqueOrThrow({
    where: { storyId_number: { storyId, number } },
    select: { id: true },
  });
  // A rule that someone removes meanwhile waits, or is gone.
  const ids = matches.map(({ rule }) => rule.id);
  const there = await tx.$queryRaw<{ id: string }[]>`
    SELECT "id" FROM "ScreeningRule" WHERE "id" = ANY(${ids}) ORDER BY "id" FOR KEY SHARE`;
  const known = new Set(there.map(({ id }) => id));
  await tx.screeningMatch.createMany({
    data: matches.flatMap(({ rule, places }) => {
      const found = {
        revisionId,
        ruleId: known.has(rule.id) ? rule.id : null,
        ruleName: rule.name,
        effect: rule.effect,
      };
      return places.length > 0 ? places.map((place) => ({ ...found, ...place })) : [found];
    }),
  });
}
