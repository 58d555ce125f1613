"use server";

import { redirect } from "next/navigation";
import { action } from "#lib/action.ts";
import { answerWithStatus } from "#lib/exchange.ts";
import { type Failure, failure } from "#lib/result.ts";
import { submitStory, withdrawStory } from "#lib/stories/commands.ts";
import { forgetStory } from "#lib/stories/invalidate.ts";
import { type StoryFormValues, readStoryForm, storyFormSchema } from "#lib/stories/schema.ts";
import { isSubmissionKey, newSubmissionKey } from "#lib/stories/submission-key.ts";
import { fieldErrors } from "#lib/zod-errors.ts";

export type StoryFormState = {
  failure: Failure | null;
  values: StoryFormValues;
  key: string;
};

export const submitStoryAction = action<StoryFormState>(async ({ viewer, address }, form) => {
  const values = readStoryForm(form);
  const posted = form.get("key");
  const key = isSubmissionKey(posted) ? posted : newSubmissionKey();
  const callSlug = String(form.get("call") ?? "");

  const parsed = storyFormSchema.safeParse(values);
  if (!parsed.success) {
    const errors = fieldErrors(parsed.error);
    const failed = failure(
      "invalid",
      "Your story is not sent yet. Please look at the marked fields.",
      errors,
    );
    return { failure: failed, values, key };
  }
  const result = await submitStory(viewer, { input: parsed.data, key, callSlug, address });
  if (!result.ok) {
    if (result.code === "rate-limited") answerWithStatus(429);
    const nextKey = result.code === "already-sent" ? newSubmissionKey() : key;
    return { failure: result, values, key: nextKey };
  }
  redirect(`/my/${result.value.token}`);
});

export const withdrawStoryAction = action<{ failure: Failure | null }>(async (_context, form) => {
  const token = String(form.get("token") ?? "");
  const result = await withdrawStory(token);
  if (!result.ok) return { failure: result };
  forgetStory(result.value.id);
  redirect(`/my/${token}`);
});
