import { z } from "zod";
import { postedText } from "#lib/form.ts";

export const answerSchema = z.object({
  /** Which proposal is meant: the decision that it came with. */
  decisionId: z.string().regex(/^[\w-]{1,40}$/),
  answer: z.enum(["ACCEPTED", "DECLINED"]),
});

export type AnswerInput = z.output<typeof answerSchema>;

export function readAnswer(form: FormData) {
  return { decisionId: postedText(form, "decisionId"), answer: postedText(form, "answer") };
}
