import { expect, test } from "vitest";
import { answerSchema, readAnswer } from "#lib/moderation/proposals/answers/schema.ts";

test("an answer is one of the two buttons, to something that can be a decision", () => {
  const posted = (decisionId: string, answer: string) => {
    const form = new FormData();
    form.set("decisionId", decisionId);
    form.set("answer", answer);
    return answerSchema.safeParse(readAnswer(form)).success;
  };
  expect(posted("cm1234_-x", "ACCEPTED")).toBe(true);
  expect(posted("cm1234_-x", "DECLINED")).toBe(true);
  expect(answerSchema.safeParse(readAnswer(new FormData())).success).toBe(false);
  for (const answer of ["", "CHANGED", "accepted", "\0"]) expect(posted("cm1", answer)).toBe(false);
  for (const id of ["", "\0", "a b", "x".repeat(41), "x".repeat(1_000_000)]) {
    expect(posted(id, "ACCEPTED")).toBe(false);
  }
});
