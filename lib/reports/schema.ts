import { z } from "zod";
import { postedText } from "#lib/form.ts";
import type { ReportReason } from "#lib/generated/prisma/enums.ts";
import * as reports from "#lib/generated/messages/reports.ts";
import { normaliseText, textProblem } from "#lib/stories/text.ts";

/** What can be wrong with a story, in the order and the words that readers and moderators see. */
export const reportReasons: Readonly<Record<ReportReason, string>> = {
  get RECOGNISABLE() {
    return reports.recognisable();
  },
  get MISSING_WARNING() {
    return reports.missingWarning();
  },
  get HARMFUL() {
    return reports.harmful();
  },
  get HATEFUL() {
    return reports.hateful();
  },
  get NOT_OWN() {
    return reports.notOwn();
  },
  get PROMOTION() {
    return reports.promotion();
  },
  get OTHER() {
    return reports.other();
  },
};

export const reasonSlugs = Object.keys(reportReasons) as ReportReason[];

/** Reading a story like that may have hurt, so whoever says so is told where someone listens. */
const hurts: ReadonlySet<ReportReason> = new Set(["MISSING_WARNING", "HARMFUL", "HATEFUL"]);

export function isAboutHarm(reason: ReportReason): boolean {
  return hurts.has(reason);
}

/** In characters, as people count them and PostgreSQL does: code points. */
export const NOTE_LIMIT = 1000;

export type ReportValues = { reason: string; note: string };

export const emptyReport: ReportValues = { reason: "", note: "" };

export const reportSchema = z.object({
  reason: z.enum(reasonSlugs, { error: () => reports.chooseReason() }),
  note: z
    .string()
    .transform(normaliseText)
    .superRefine((note, context) => {
      const message = noteProblem(note);
      if (message) context.addIssue({ code: "custom", message });
    })
    .transform((note) => note || null),
});

export type ReportInput = z.output<typeof reportSchema>;

function noteProblem(note: string): string | null {
  const length = [...note].length;
  if (length > NOTE_LIMIT) {
    return reports.noteTooLong({ excess: length - NOTE_LIMIT, limit: NOTE_LIMIT });
  }
  // The rules for a story's characters, in pieces that are never too long for one.
  const pieces = note.match(/[\s\S]{1,100}/gu) ?? [];
  if (pieces.every((piece) => piece.trim() === "" || textProblem(piece) === null)) return null;
  return reports.noteUnshowable();
}

export function readReport(form: FormData): ReportValues {
  return { reason: postedText(form, "reason"), note: postedText(form, "note") };
}
