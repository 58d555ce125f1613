import "server-only";
import type { Viewer } from "#lib/accounts/viewer.ts";
import { database } from "#lib/db.ts";
import type { ScreeningEffect, ScreeningKind } from "#lib/generated/prisma/enums.ts";
import { currentRules } from "#lib/screening/current.ts";
import type { Place } from "#lib/screening/phrases.ts";
import { isRuleId, mayScreen } from "#lib/screening/policy.ts";
import { type RuleFormValues, emptyRuleForm } from "#lib/screening/schema.ts";
import { looksFor } from "#lib/screening/words.ts";

let reading: Promise<unknown> | null = null;

/**
 * Has the rules read before a transaction needs them: with very many phrases the first time takes
 * seconds, and a transaction must not. Whoever comes meanwhile waits for the same reading.
 */
export async function readRules(): Promise<void> {
  reading ??= currentRules(database().prisma).finally(() => {
    reading = null;
  });
  await reading;
}

/** A rule in the list. */
export type ListedRule = {
  id: string;
  name: string;
  kind: ScreeningKind;
  /** In a few words. */
  looksFor: string;
  effect: ScreeningEffect;
  active: boolean;
  /** In how many stories of the last 30 days it found something. */
  found: number;
};

/** Every rule, in the order they were made. Null unless a moderator asks. */
export async function listRules(viewer: Viewer | null): Promise<ListedRule[] | null> {
  if (!mayScreen(viewer)) return null;
  const { prisma } = database();
  const [rows, counts] = await Promise.all([
    prisma.$queryRaw<(Omit<ListedRule, "looksFor" | "found"> & Counted)[]>`
      SELECT "id", "name", "kind", "effect", "active", "atLeast", "hours",
        cardinality("phrases") AS phrases
      FROM "ScreeningRule" ORDER BY "createdAt", "id"`,
    prisma.$queryRaw<{ ruleId: string; found: number }[]>`
      SELECT m."ruleId", count(DISTINCT r."storyId")::int AS found
      FROM "ScreeningMatch" m JOIN "Revision" r ON r."id" = m."revisionId"
      WHERE m."ruleId" IS NOT NULL AND r."createdAt" > now() - interval '30 days'
      GROUP BY m."ruleId"`,
  ]);
  const found = new Map(counts.map((count) => [count.ruleId, count.found]));
  return rows.map(({ phrases, atLeast, hours, ...rule }) => ({
    ...rule,
    looksFor: looksFor({ kind: rule.kind, phrases, atLeast, hours }),
    found: found.get(rule.id) ?? 0,
  }));
}

type Counted = { phrases: number; atLeast: number | null; hours: number | null };

export type EditableRule = {
  id: string;
  /** When it was changed last, ISO 8601: a form that was filled from it says so. */
  seen: string;
  values: RuleFormValues;
};

/** A rule as its form shows it; null when there is none, or unless a moderator asks. */
export async function getRule(viewer: Viewer | null, id: string): Promise<EditableRule | null> {
  if (!mayScreen(viewer) || !isRuleId(id)) return null;
  const rule = await database().prisma.screeningRule.findUnique({ where: { id } });
  if (!rule) return null;
  const { name, kind, phrases, atLeast, hours, effect, sentence, active } = rule;
  const number = (value: number | null) => (value === null ? {} : { value: String(value) }).value;
  const values: RuleFormValues = {
    ...emptyRuleForm,
    ...{ name, kind, effect, sentence: sentence ?? "" },
    phrases: phrases.join("\n"),
    active: active ? "on" : "",
  };
  if (kind === "LINKS") values.links = number(atLeast) ?? values.links;
  if (kind === "REPEATED_SENDER") {
    values.stories = number(atLeast) ?? values.stories;
    values.within = number(hours) ?? values.within;
  }
  if (kind === "NEW_ACCOUNT") values.younger = number(hours) ?? values.younger;
  return { id, seen: rule.updatedAt.toISOString(), values };
}

/** What a rule found in a revision, as the rule was then. */
export type FoundMatch = {
  /** Null once the rule is removed. */
  ruleId: string | null;
  name: string;
  effect: ScreeningEffect;
  /** In the order of the text; none when it is about the whole story. */
  places: Place[];
  /** The words at those places, each once. */
  words: string[];
};

/** What the rules found in a revision. Null unless a moderator asks. */
export async function getMatches(
  viewer: Viewer | null,
  revisionId: string,
): Promise<FoundMatch[] | null> {
  if (!mayScreen(viewer)) return null;
  const revision = await database().prisma.revision.findUnique({
    where: { id: revisionId },
    select: {
      text: true,
      matches: {
        orderBy: [{ ruleName: "asc" }, { start: "asc" }],
        select: { ruleId: true, ruleName: true, effect: true, start: true, end: true },
      },
    },
  });
  if (!revision) return null;
  const found = new Map<string, FoundMatch>();
  for (const { ruleId, ruleName: name, effect, start, end } of revision.matches) {
    const key = `${ruleId} ${effect} ${name}`;
    const match = found.get(key) ?? { ruleId, name, effect, places: [], words: [] };
    found.set(key, match);
    if (start === null || end === null) continue;
    match.places.push({ start, end });
    const words = revision.text.slice(start, end);
    if (!match.words.includes(words)) match.words.push(words);
  }
  return [...found.values()];
}
