import { DecisionKind } from "#lib/generated/prisma/enums.ts";
import { reasonLabel } from "#lib/moderation/log/reason-label.ts";
import type { Reasons } from "#lib/moderation/reasons/schema.ts";

/** In a month with fewer decisions than these, someone could tell whom one of them was about. */
export const FEWEST = 5;

/** How often something was decided in a month ("2026-11", of UTC) for a reason. */
export type Count = { month: string; kind: DecisionKind; reason: string | null; count: number };

export type Month = {
  month: string;
  total: number;
  /** Null in a month with fewer than FEWEST. */
  counts: { kinds: { kind: DecisionKind; count: number }[]; reasons: ReasonCount[] } | null;
};

type ReasonCount = { label: string; count: number };

/**
 * The months in which anything was decided, newest first. Kinds and reasons are counted apart:
 * together they would say why the one story that is missing was taken down.
 */
export function toMonths(counts: readonly Count[], reasons: Reasons): Month[] {
  const byMonth = Map.groupBy(counts, ({ month }) => month);
  return [...byMonth]
    .map(([month, all]) => {
      const total = sum(all);
      return { month, total, counts: total < FEWEST ? null : toCounts(all, reasons) };
    })
    .sort((one, other) => (one.month < other.month ? 1 : -1));
}

function toCounts(all: readonly Count[], reasons: Reasons): Month["counts"] {
  const kinds = Object.values(DecisionKind)
    .map((kind) => ({ kind, count: sum(all.filter((each) => each.kind === kind)) }))
    .filter(({ count }) => count > 0);
  const given = all.flatMap((each) => (each.reason ? [{ ...each, reason: each.reason }] : []));
  const byLabel = Map.groupBy(given, ({ reason }) => reasonLabel(reasons, reason));
  /** In the list that moderators choose from; what is not there comes first. */
  const places = [...reasons.keys()].map((slug) => reasonLabel(reasons, slug));
  const placeOf = (label: string) => places.indexOf(label);
  const labelled = [...byLabel]
    .map(([label, some]) => ({ label, count: sum(some) }))
    .sort((one, other) => other.count - one.count || placeOf(one.label) - placeOf(other.label));
  return { kinds, reasons: labelled };
}

const sum = (all: readonly Count[]) => all.reduce((total, { count }) => total + count, 0);
