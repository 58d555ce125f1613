import { z } from "zod";
import { normaliseText, textProblem } from "./text.ts";

/**
 * One line of ordinary text, null when it is empty: the rules for a story's characters, without its
 * line breaks. `what` begins the sentence for the person: "A name". `limit` is in code points.
 */
export const line = (what: string, limit: number) =>
  z
    .string()
    .transform((raw) => normaliseText(raw).replace(/\s+/g, " "))
    .refine((text) => [...text].length <= limit, `${what} can be up to ${limit} characters.`)
    .refine((text) => isShowable(text), `${what} has characters that can't be shown.`)
    .transform((text) => text || null);

/** The length of a story is another matter. */
function isShowable(text: string): boolean {
  const parts = text.match(/[\s\S]{1,100}/gu) ?? [];
  return parts.every((part) => part.trim() === "" || textProblem(part) === null);
}
