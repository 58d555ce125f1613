"use server";

import { redirect } from "next/navigation";
import { claimStory } from "#lib/accounts/own/commands.ts";
import { action } from "#lib/action.ts";
import { postedText } from "#lib/form.ts";
import type { Failure } from "#lib/result.ts";

export const claimStoryAction = action<{ failure: Failure | null }>(
  async ({ viewer, address }, form) => {
    const result = await claimStory(viewer, { token: postedText(form, "way"), address });
    if (!result.ok) return { failure: result };
    redirect(`/my/${result.value.id}?done=claimed`);
  },
);
