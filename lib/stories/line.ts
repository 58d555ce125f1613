import { z } from "zod";
import * as submit from "#lib/generated/messages/submit.ts";
import { normaliseText, textProblem } from "./text.ts";

/**
 * One line of ordinary text, null when it is empty: the rules for a story's characters, without its
 * line breaks. `what` is what the sentence for the person is about; `limit` is in code points.
 */
export const line = (what: "name" | "role" | "description", limit: number) =>
  z
    .string()
    .transform((raw) => normaliseText(raw).replace(/\s+/g, " "))
    .refine((text) => [...text].length <= limit, {
      error: () => submit.lineTooLong({ what, limit }),
    })
    .refine((text) => isShowable(text), { error: () => submit.lineUnshowable({ what }) })
    .transform((text) => text || null);

/** The length of a story is another matter. */
function isShowable(text: string): boolean {
  const parts = text.match(/[\s\S]{1,100}/gu) ?? [];
  return parts.every((part) => part.trim() === "" || textProblem(part) === null);
}
