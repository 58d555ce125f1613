import "server-only";
import { may } from "#lib/accounts/rights.ts";
import type { Viewer } from "#lib/accounts/viewer.ts";
import { slugsFor } from "#lib/calls/slug.ts";
import { type Transaction, database } from "#lib/db.ts";
import * as messages from "#lib/generated/messages/reasons.ts";
import type { DecisionKind } from "#lib/generated/prisma/enums.ts";
import { readReasons, seenOf } from "#lib/moderation/reasons/queries.ts";
import {
  type Direction,
  type OfferedReason,
  type Reason,
  type ReasonInput,
  type ReasonKind,
  type Reasons,
  REASONS_LIMIT,
  isReasonSlug,
  reasonKinds,
  reasonProblem,
} from "#lib/moderation/reasons/schema.ts";
import { type Failure, type Result, failure, success } from "#lib/result.ts";

const unknown = () => failure("not-found", messages.unknown());

/** One admin at a time. Decisions go on: they hold no more than the reason they are given. */
async function asKeeper<T>(
  viewer: Viewer | null,
  change: (tx: Transaction, reasons: Reasons) => Promise<Result<T>>,
): Promise<Result<T>> {
  if (!may(viewer, "edit-reasons")) return unknown();
  return database().prisma.$transaction(async (tx) => {
    await tx.$executeRaw`LOCK TABLE "Reason" IN SHARE ROW EXCLUSIVE MODE`;
    return change(tx, await readReasons(tx));
  });
}

/** Adds a reason at the end of the list. Its slug is made of its label, once and for good. */
export async function addReason(
  viewer: Viewer | null,
  input: ReasonInput,
): Promise<Result<{ slug: string }>> {
  return asKeeper(viewer, async (tx, reasons) => {
    if (reasons.size >= REASONS_LIMIT) {
      return failure("invalid", messages.full({ limit: REASONS_LIMIT }));
    }
    const refused = labelTaken(reasons, input);
    if (refused) return refused;
    const slug = freeSlug(input.label, reasons);
    await tx.reason.create({ data: { ...input, slug, position: reasons.size + 1 } });
    return success({ slug });
  });
}

const outOfDate = () => failure("out-of-date", messages.changedMeanwhile());

/**
 * Changes a reason wherever it stands, also where it was given before, unless someone else did
 * meanwhile: `seen` is of the reason that its form was filled from (`seenOf`).
 */
export async function changeReason(
  viewer: Viewer | null,
  { slug, seen, input }: { slug: string; seen: string; input: ReasonInput },
): Promise<Result<{ slug: string }>> {
  return asKeeper(viewer, async (tx, reasons) => {
    const reason = reasons.get(slug);
    if (!reason) return unknown();
    if (seen !== seenOf(reason)) return outOfDate();
    const refused = labelTaken(reasons, input, slug);
    if (refused) return refused;
    const missing = missingWith(reasons, { ...reason, ...input });
    if (missing)
      return failure("invalid", messages.notChanged(), {
        kinds: [messages.lastOne({ kind: missing })],
      });
    await tx.reason.update({ where: { slug }, data: input });
    return success({ slug });
  });
}

/** No longer offers a reason. Where it was given, it still stands. */
export async function retireReason(
  viewer: Viewer | null,
  slug: string,
): Promise<Result<{ slug: string }>> {
  return asKeeper(viewer, async (tx, reasons) => {
    const reason = reasons.get(slug);
    if (!reason) return unknown();
    const missing = missingWith(reasons, { ...reason, retired: true });
    if (missing) return failure("invalid", messages.lastOne({ kind: missing }));
    await tx.reason.updateMany({
      where: { slug, retiredAt: null },
      data: { retiredAt: new Date() },
    });
    return success({ slug });
  });
}

/** Offers a retired reason again, where it stood. */
export async function bringBackReason(
  viewer: Viewer | null,
  slug: string,
): Promise<Result<{ slug: string }>> {
  return asKeeper(viewer, async (tx, reasons) => {
    if (!reasons.has(slug)) return unknown();
    await tx.reason.update({ where: { slug }, data: { retiredAt: null } });
    return success({ slug });
  });
}

/** Moves an offered reason past the next one that is offered; at the end of the list, nowhere. */
export async function moveReason(
  viewer: Viewer | null,
  { slug, direction }: { slug: string; direction: Direction },
): Promise<Result<{ slug: string }>> {
  return asKeeper(viewer, async (tx, reasons) => {
    const reason = reasons.get(slug);
    if (!reason || reason.retired) return unknown();
    const all = [...reasons.values()];
    const onOffer = all.filter(({ retired }) => !retired);
    const other = onOffer[onOffer.indexOf(reason) + (direction === "up" ? -1 : 1)];
    if (other) {
      const slugs = all.map((each) => {
        if (each === reason) return other.slug;
        return each === other ? reason.slug : each.slug;
      });
      await setOrder(tx, slugs);
    }
    return success({ slug });
  });
}

async function setOrder(tx: Transaction, slugs: string[]): Promise<void> {
  await tx.$executeRaw`
    UPDATE "Reason" SET "position" = place."at"
    FROM unnest(${slugs}::text[]) WITH ORDINALITY AS place("slug", "at")
    WHERE "Reason"."slug" = place."slug" AND "position" <> place."at"`;
}

/**
 * Why a decision can't be given its reason now, if it can't. Until the decision is made, nobody
 * retires or changes the reason: of the two, one was first.
 */
export async function holdReason(
  tx: Transaction,
  given: { kind: DecisionKind; reason: string | null; message: string | null },
): Promise<Failure | null> {
  const choice = isReasonSlug(given.reason ?? "")
    ? await tx.$queryRaw<OfferedReason[]>`
        SELECT "slug", "label", "kinds"::text[] AS "kinds", "message", "needsMore" FROM "Reason"
        WHERE "slug" = ${given.reason} AND "retiredAt" IS NULL FOR SHARE`
    : [];
  const problem = reasonProblem(choice, given);
  if (!problem) return null;
  return failure("invalid", messages.notDecided(), {
    [problem.field]: [problem.sentence],
  });
}

/** For which decision no reason would be left on offer, if this one were as it is given. */
function missingWith(reasons: Reasons, changed: Reason): ReasonKind | undefined {
  const left = [...reasons.values(), changed].filter(
    (each) => !each.retired && (each === changed || each.slug !== changed.slug),
  );
  return reasonKinds.find((kind) => !left.some(({ kinds }) => kinds.includes(kind)));
}

/** Two of one name could not be told apart, neither in the list nor in a log. */
function labelTaken(reasons: Reasons, { label }: ReasonInput, slug?: string): Failure | null {
  const same = [...reasons.values()].find(
    (each) => each.slug !== slug && each.label.toLowerCase() === label.toLowerCase(),
  );
  if (!same) return null;
  const sentence = same.retired ? messages.labelTakenByRetired() : messages.labelTaken();
  return failure("invalid", messages.lookAtField(), { label: [sentence] });
}

function freeSlug(label: string, reasons: Reasons): string {
  const slugs = slugsFor(label);
  let slug = slugs.next().value;
  // At /moderation/reasons/new is the form.
  while (slug === "new" || reasons.has(slug)) slug = slugs.next().value;
  return slug;
}
