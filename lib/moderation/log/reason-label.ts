import { findReason } from "#lib/moderation/reasons.ts";

/** A reason's label, without what it asks of the moderator who chooses it ("say what"). */
export function reasonLabel(slug: string): string {
  return findReason(slug)?.label.replace(/ \([^)]*\)$/, "") ?? "Another reason";
}
