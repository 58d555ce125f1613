import { z } from "zod";
import { tidyLine, wordsProblem } from "#lib/calls/words.ts";
import { postedText } from "#lib/form.ts";
import * as messages from "#lib/generated/messages/reasons.ts";
import type { DecisionKind } from "#lib/generated/prisma/enums.ts";

/** The decisions that take something from a storyteller, who is owed a reason. */
export const reasonKinds = [
  "ASK_FOR_CHANGES",
  "REJECT",
  "TAKE_DOWN",
] as const satisfies readonly DecisionKind[];

export type ReasonKind = (typeof reasonKinds)[number];

export function needsReason(kind: DecisionKind): kind is ReasonKind {
  return (reasonKinds as readonly DecisionKind[]).includes(kind);
}

/** Why a story is returned, rejected or taken down. A slug in a decision is there for good. */
export type Reason = {
  slug: string;
  /** For the moderator's list and the logs. */
  label: string;
  kinds: readonly DecisionKind[];
  /** What the storyteller reads. */
  message: string;
  /** Whether the moderator has to add words of their own. */
  needsMore: boolean;
  /** Whether it is no longer offered. */
  retired: boolean;
};

export type OfferedReason = Omit<Reason, "retired">;

/** Every reason by its slug, in the order that moderators choose from. */
export type Reasons = ReadonlyMap<string, Reason>;

/** Those that a decision can be given now. */
export function offered(reasons: Reasons): OfferedReason[] {
  return [...reasons.values()]
    .filter(({ retired }) => !retired)
    .map(({ retired: _retired, ...reason }) => reason);
}

type Given = { kind: DecisionKind; reason: string | null; message: string | null };

/** What is wrong with the reason that a decision is given: at which field, and a sentence for it. */
export function reasonProblem(
  choice: readonly OfferedReason[],
  { kind, reason, message }: Given,
): { field: "reason" | "message"; sentence: string } | null {
  if (!needsReason(kind)) return null;
  if (!reason) return { field: "reason", sentence: messages.choose() };
  const found = choice.find(({ slug }) => slug === reason);
  if (!found) {
    return { field: "reason", sentence: messages.notOffered() };
  }
  if (!found.kinds.includes(kind)) {
    return { field: "reason", sentence: messages.otherDecision() };
  }
  if (found.needsMore && !message) {
    return { field: "message", sentence: messages.tellWhy() };
  }
  return null;
}

export const LABEL_LIMIT = 80;
export const REASON_MESSAGE_LIMIT = 400;
/** Retired ones too: they are read together, for every list and every page that names one. */
export const REASONS_LIMIT = 100;

/** A reason's form as it is filled in. */
export type ReasonFormValues = {
  label: string;
  message: string;
  kinds: string[];
  needsMore: boolean;
};

/** The fields in the order they stand in. */
export const reasonFields = [
  "label",
  "message",
  "kinds",
  "needsMore",
] as const satisfies readonly (keyof ReasonFormValues)[];

export const emptyReasonForm: ReasonFormValues = {
  label: "",
  message: "",
  kinds: [],
  needsMore: false,
};

type Line = { missing: () => string; what: () => string; limit: number };

/** One line, in characters that can be shown. */
function line({ missing, what, limit }: Line) {
  return z
    .string()
    .transform(tidyLine)
    .superRefine((value, context) => {
      const message = value === "" ? missing() : wordsProblem(value, { what: what(), limit });
      if (message) context.addIssue({ code: "custom", message });
    });
}

const fromThese = () => messages.chooseFromThese();

/** Checks a reason's form. Messages are shown as they are. */
export const reasonFormSchema = z.object({
  label: line({
    missing: messages.labelMissing,
    what: messages.theName,
    limit: LABEL_LIMIT,
  }),
  message: line({
    missing: messages.messageMissing,
    what: messages.theSentence,
    limit: REASON_MESSAGE_LIMIT,
  }),
  kinds: z
    .array(z.enum(reasonKinds, { error: fromThese }), { error: fromThese })
    .min(1, { error: () => messages.kindsMissing() })
    .transform((chosen) => reasonKinds.filter((kind) => chosen.includes(kind))),
  needsMore: z.boolean(),
});

export type ReasonInput = z.output<typeof reasonFormSchema>;

/** Reads the form as posted. Anything may be in it; nothing of what was written is lost. */
export function readReasonForm(form: FormData): ReasonFormValues {
  return {
    label: postedText(form, "label"),
    message: postedText(form, "message"),
    kinds: form.getAll("kinds").slice(0, 10).map(String),
    needsMore: postedText(form, "needsMore") === "yes",
  };
}

export function isReasonSlug(value: string): boolean {
  return /^[a-z0-9-]{1,60}$/.test(value);
}

export const directions = ["up", "down"] as const;
export type Direction = (typeof directions)[number];

export const moveSchema = z.object({
  slug: z.string().refine(isReasonSlug),
  direction: z.enum(directions),
});

/** What the address of the page says was done. */
const doneWords = ["added", "changed", "retired", "brought-back", "up", "down"] as const;
export type Done = (typeof doneWords)[number];

export function isDone(value: unknown): value is Done {
  return (doneWords as readonly unknown[]).includes(value);
}
