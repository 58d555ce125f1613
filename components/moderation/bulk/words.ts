import type { UndoableBatch } from "#lib/moderation/bulk/queries.ts";
import type { BulkKind } from "#lib/moderation/bulk/schema.ts";

const did: Record<BulkKind, string> = { REJECT: "rejected", TAKE_DOWN: "taken down" };

/** What was decided on several, while it can be undone. */
export function batchSentence({ kind, count }: Pick<UndoableBatch, "kind" | "count">): string {
  return `${count} ${did[kind]}. No mail has gone out yet.`;
}

/** What undoing it came to. */
export function storiesStand(count: number): string {
  const what = count === 1 ? "1 story stands as it did" : `${count} stories stand as they did`;
  return `Undone. ${what}, and no mail went out.`;
}
