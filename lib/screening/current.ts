import "server-only";
import { setImmediate as nextTurn } from "node:timers/promises";
import type { Prisma } from "#lib/generated/prisma/client.ts";
import type { Rule, RuleSet } from "#lib/screening/match.ts";
import { type ReadPhrases, addPhrases, emptyIndex, readPhrases } from "#lib/screening/phrases.ts";

/** Of lib/generated, as far as rules are read. */
type Client = Pick<Prisma.TransactionClient, "screeningRule">;

type ReadRule = { updatedAt: number; rule: Rule; phrases: ReadPhrases };

/** The rules as this process read them last, each with the moment it was changed. */
let kept: { version: string; rules: Map<string, ReadRule>; set: RuleSet } = {
  version: "",
  rules: new Map(),
  set: { rules: [], index: emptyIndex() },
};

const ruleFields = {
  id: true,
  name: true,
  kind: true,
  phrases: true,
  atLeast: true,
  hours: true,
  effect: true,
  sentence: true,
  updatedAt: true,
} as const satisfies Prisma.ScreeningRuleSelect;

/**
 * Every rule that is at work. Asks each time which there are and when they were changed, and reads
 * again only those that were; other requests have their turn between two rules.
 */
export async function currentRules(client: Client): Promise<RuleSet> {
  const listed = await client.screeningRule.findMany({
    where: { active: true },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    select: { id: true, updatedAt: true },
  });
  const version = listed.map(({ id, updatedAt }) => `${id} ${updatedAt.getTime()}`).join("\n");
  if (version === kept.version) return kept.set;
  const before = kept.rules;
  const changed = listed.filter(({ id, updatedAt }) => !isKept(before.get(id), updatedAt));
  const rules = new Map(before);
  for (const { id } of changed) {
    const row = await client.screeningRule.findUnique({ where: { id }, select: ruleFields });
    if (!row) continue;
    const { phrases, updatedAt, ...rule } = row;
    rules.set(id, { rule, updatedAt: updatedAt.getTime(), phrases: readPhrases(phrases) });
    await nextTurn();
  }
  const inOrder = listed.flatMap(({ id }) => rules.get(id) ?? []);
  kept = {
    version,
    rules: new Map(inOrder.map((read) => [read.rule.id, read])),
    set: await toSet(inOrder),
  };
  return kept.set;
}

function isKept(read: ReadRule | undefined, updatedAt: Date): boolean {
  return read?.updatedAt === updatedAt.getTime();
}

async function toSet(read: readonly ReadRule[]): Promise<RuleSet> {
  const index = emptyIndex();
  for (const [number, { phrases }] of read.entries()) {
    addPhrases(index, number, phrases);
    await nextTurn();
  }
  return { rules: read.map(({ rule }) => rule), index };
}
