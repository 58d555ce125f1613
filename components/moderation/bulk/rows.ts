/** What the page knows of the stories that it lists, and so what a decision is for. */
import { noneAllows, notForIt, type Selection } from "#components/moderation/bulk/words.ts";
import type { Refused } from "#lib/moderation/bulk/commands.ts";
import { type BulkKind, bulkKinds, readBulkForm } from "#lib/moderation/bulk/schema.ts";

export type BulkRow = {
  /** The story's. */
  id: string;
  /** What is posted of it; null where nothing can be decided on it together with others. */
  item: string | null;
  /** What can. */
  kinds: readonly BulkKind[];
};

export function selectionOf(ticked: readonly BulkRow[]): Selection {
  const of = (kind: BulkKind) => ticked.filter(({ kinds }) => kinds.includes(kind)).length;
  return { count: ticked.length, allows: { REJECT: of("REJECT"), TAKE_DOWN: of("TAKE_DOWN") } };
}

/** Nothing is sent that can be done with none of it. */
export function refuseForAll(rows: readonly BulkRow[], form: FormData): Record<string, string[]> {
  const { kind, items } = readBulkForm(form);
  const pressed = bulkKinds.find((each) => each === kind);
  const chosen = rows.filter(({ item }) => item && items.includes(item));
  if (!pressed || chosen.length === 0) return {};
  return chosen.some(({ kinds }) => kinds.includes(pressed))
    ? {}
    : { items: [noneAllows(pressed)] };
}

/** What a decision was not for says so itself; what else stood in its way, the answer says. */
export function withReasons(rows: readonly BulkRow[], kind: BulkKind, refused: readonly Refused[]) {
  return refused.map(({ storyId, why }) => {
    const kinds = rows.find(({ id }) => id === storyId)?.kinds ?? [];
    const isForOther = kinds.length > 0 && !kinds.includes(kind);
    return { storyId, why: isForOther ? notForIt(kind) : why };
  });
}
