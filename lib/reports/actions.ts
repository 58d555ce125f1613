"use server";

import { notFound, redirect } from "next/navigation";
import { action } from "#lib/action.ts";
import { answerWithStatus } from "#lib/exchange.ts";
import { postedText } from "#lib/form.ts";
import * as reports from "#lib/generated/messages/reports.ts";
import { localized } from "#lib/locale.ts";
import { reportStory } from "#lib/reports/commands.ts";
import { type ReportValues, isAboutHarm, readReport, reportSchema } from "#lib/reports/schema.ts";
import { type Failure, failure } from "#lib/result.ts";
import { forgetStory } from "#lib/stories/invalidate.ts";
import { fieldErrors } from "#lib/zod-errors.ts";

export type ReportState = { failure: Failure | null; values: ReportValues };

export const reportStoryAction = action<ReportState>(async ({ address }, form) => {
  const storyId = postedText(form, "story");
  const values = readReport(form);
  const parsed = reportSchema.safeParse(values);
  if (!parsed.success) {
    const errors = fieldErrors(parsed.error);
    return { failure: failure("invalid", reports.notSent(), errors), values };
  }
  const result = await reportStory({ ...parsed.data, storyId, address });
  if (!result.ok) {
    if (result.code === "not-found") notFound();
    if (result.code === "rate-limited") answerWithStatus(429);
    return { failure: result, values };
  }
  if (result.value.gated) forgetStory(storyId);
  // The address stays in the browser's history: it says that a report was sent, not what it says.
  const arrived = isAboutHarm(parsed.data.reason) ? "helpline" : "yes";
  redirect(localized(`/stories/${storyId}/report?arrived=${arrived}`));
});
