"use server";

import { redirect } from "next/navigation";
import { action } from "#lib/action.ts";
import { countryOf } from "#lib/country.ts";
import * as decisions from "#lib/generated/messages/decisions.ts";
import { localized } from "#lib/locale.ts";
import { type Failure, failure } from "#lib/result.ts";
import { forgetStory } from "#lib/stories/invalidate.ts";
import { counted } from "#lib/stories/own/guesses.ts";
import { readWay } from "#lib/stories/own/schema.ts";
import { acceptProposal, declineProposal } from "#lib/moderation/proposals/answers/commands.ts";
import { answerSchema, readAnswer } from "#lib/moderation/proposals/answers/schema.ts";

export type ProposalState = { failure: Failure | null };

export const answerProposalAction = action<ProposalState>(
  async ({ viewer, address, languages }, form) => {
    const way = readWay(form);
    const parsed = answerSchema.safeParse(readAnswer(form));
    if (!parsed.success) {
      return { failure: failure("invalid", decisions.useButtons()) };
    }
    const { decisionId, answer } = parsed.data;
    const accepts = answer === "ACCEPTED";
    const result = await counted(address, () =>
      accepts
        ? acceptProposal(viewer, { way, decisionId, country: countryOf({ languages }) })
        : declineProposal(viewer, { way, decisionId }),
    );
    if (!result.ok) return { failure: result };
    forgetStory(result.value.id);
    redirect(localized(`/my/${way}?done=${accepts ? "accepted" : "kept"}`));
  },
);
