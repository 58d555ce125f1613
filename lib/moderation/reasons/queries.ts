import "server-only";
import { may } from "#lib/accounts/rights.ts";
import type { Viewer } from "#lib/accounts/viewer.ts";
import { type Transaction, database } from "#lib/db.ts";
import {
  type Reason,
  type ReasonFormValues,
  type Reasons,
  isReasonSlug,
} from "#lib/moderation/reasons/schema.ts";
import { sha256 } from "#lib/secrets.ts";

/**
 * Every reason as it reads now, retired ones too: a decision keeps the slug. Read each time anew; a
 * handful of rows is not worth a copy that another process could not know to be old.
 */
export async function readReasons(tx: Transaction = database().prisma): Promise<Reasons> {
  const rows = await tx.reason.findMany({ orderBy: [{ position: "asc" }, { slug: "asc" }] });
  return new Map(
    rows.map(({ retiredAt, position: _position, ...reason }) => [
      reason.slug,
      { ...reason, retired: retiredAt !== null },
    ]),
  );
}

/** The list that an admin looks after; null for anyone else. */
export async function listReasons(viewer: Viewer | null): Promise<Reason[] | null> {
  return may(viewer, "edit-reasons") ? [...(await readReasons()).values()] : null;
}

/** What an admin has seen of a reason, so that a change made meanwhile is not lost. */
export function seenOf({ label, message, kinds, needsMore }: Reason): string {
  const seen = sha256(JSON.stringify([label, message, kinds, needsMore]));
  return Buffer.from(seen).toString("base64url");
}

export type EditableReason = {
  slug: string;
  retired: boolean;
  seen: string;
  values: ReasonFormValues;
};

/** A reason as its form shows it; null when there is none, or unless an admin asks. */
export async function getReasonForEditing(
  viewer: Viewer | null,
  slug: string,
): Promise<EditableReason | null> {
  if (!may(viewer, "edit-reasons") || !isReasonSlug(slug)) return null;
  const reason = (await readReasons()).get(slug);
  if (!reason) return null;
  const { retired, label, message, kinds, needsMore } = reason;
  const seen = seenOf(reason);
  return { slug, retired, seen, values: { label, message, kinds: [...kinds], needsMore } };
}
