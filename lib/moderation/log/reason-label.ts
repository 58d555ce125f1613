import * as records from "#lib/generated/messages/records.ts";
import type { Reasons } from "#lib/moderation/reasons/schema.ts";

/** What a decision's reason is called today. */
export function reasonLabel(reasons: Reasons, slug: string): string {
  return reasons.get(slug)?.label ?? records.anotherReason();
}
