import { z } from "zod";
import { postedText } from "#lib/form.ts";
import * as decisions from "#lib/generated/messages/decisions.ts";
import type { OfferedReason } from "#lib/moderation/reasons/schema.ts";
import { decisionSchema, emptyDecision } from "#lib/moderation/schema.ts";
import { allows } from "#lib/moderation/transitions.ts";
import { isStoryId } from "#lib/stories/id.ts";

/** What can be decided on many stories with one press. */
export const bulkKinds = ["REJECT", "TAKE_DOWN"] as const;

export type BulkKind = (typeof bulkKinds)[number];

/** So many at once: twice what a page of the search lists. */
export const BULK_LIMIT = 100;

/** A story, and the revision of it that was read. */
export type BulkItem = { storyId: string; revisionId: string };

type Standing = Parameters<typeof allows>[1];

/** What of this can be decided on a story together with others: an appeal is read on its own. */
export function bulkKindsFor(story: Standing & { isOwn: boolean; appealed: boolean }): BulkKind[] {
  if (story.isOwn || story.appealed) return [];
  return bulkKinds.filter((kind) => allows(kind, story));
}

/** How a form names what is chosen: "Ab3dEf6hIj9l.cm3x…". */
export function writeItem({ storyId, revisionId }: BulkItem): string {
  return `${storyId}.${revisionId}`;
}

/** Null when the value names nothing. */
export function readItem(value: string): BulkItem | null {
  const [, storyId = "", revisionId = ""] = /^(\w+)\.([\w-]{1,40})$/.exec(value) ?? [];
  return isStoryId(storyId) ? { storyId, revisionId } : null;
}

export type BulkValues = {
  reason: string;
  message: string;
  internalNote: string;
  /** As `writeItem` has them. */
  items: string[];
};

export const emptyBulk: BulkValues = { reason: "", message: "", internalNote: "", items: [] };

function itemsProblem(items: string[]): string | null {
  if (items.length === 0) return decisions.chooseStory();
  if (items.length > BULK_LIMIT) return decisions.chooseFewer({ limit: BULK_LIMIT });
  return items.every(readItem) ? null : decisions.unknownStory();
}

/** Any story: of a decision on many, the rest is checked as of a decision on one. */
const anyStory: BulkItem = { storyId: "000000000000", revisionId: "0" };

/** Checks one decision on many stories; its reason is one of those that are offered. */
export function bulkSchema(reasons: readonly OfferedReason[]) {
  const decision = decisionSchema(reasons);
  return z
    .object({
      kind: z.enum(bulkKinds, { error: () => decisions.useButtons() }),
      reason: z.string(),
      message: z.string(),
      internalNote: z.string(),
      items: z.array(z.string()),
    })
    .transform(({ items, ...given }, context) => {
      const problem = itemsProblem(items);
      if (problem) context.addIssue({ code: "custom", path: ["items"], message: problem });
      const parsed = decision.safeParse({ ...emptyDecision, ...given, ...anyStory });
      for (const { path, message } of parsed.error?.issues ?? []) {
        context.addIssue({ code: "custom", path, message });
      }
      if (problem || !parsed.success) return z.NEVER;
      const { reason, message, internalNote } = parsed.data;
      return {
        ...{ kind: given.kind, reason, message, internalNote },
        items: items.flatMap((item) => readItem(item) ?? []),
      };
    });
}

export type BulkInput = z.output<ReturnType<typeof bulkSchema>>;

/** Reads the form of a bulk decision as posted; of what is chosen, a little more than may be. */
export function readBulkForm(form: FormData): BulkValues & { kind: string } {
  const text = (name: string) => postedText(form, name);
  return {
    kind: text("decision"),
    reason: text("reason"),
    message: text("message"),
    internalNote: text("internalNote"),
    items: form
      .getAll("items")
      .slice(0, BULK_LIMIT + 1)
      .map((value) => String(value).slice(0, 60)),
  };
}
