import type { Reasons } from "#lib/moderation/reasons/schema.ts";

/** A reason's label, without what it asks of the moderator who chooses it ("say what"). */
export function reasonLabel(reasons: Reasons, slug: string): string {
  return reasons.get(slug)?.label.replace(/ \([^)]*\)$/, "") ?? "Another reason";
}
