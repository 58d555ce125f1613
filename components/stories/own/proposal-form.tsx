"use client";

import { type ReactNode, useActionState } from "react";
import { useFormStatus } from "react-dom";
import { ErrorSummary } from "#components/forms/error-summary.tsx";
import { SubmitButton } from "#components/forms/submit-button.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import * as own from "#lib/generated/messages/own.ts";
import { localized } from "#lib/locale.ts";
import { answerProposalAction } from "#lib/moderation/proposals/answers/actions.ts";

type ProposalFormProps = {
  /** What stands after `/my/`. */
  way: string;
  /** Of what is proposed now; null when nothing is. */
  decisionId: string | null;
  /** The words. */
  children: ReactNode;
};

/**
 * What is proposed, and the three ways to answer. When nothing is proposed it shows itself only to
 * someone whose answer came too late, to say so.
 */
export function ProposalForm({ way, decisionId, children }: ProposalFormProps) {
  const [{ failure }, formAction] = useActionState(answerProposalAction, { failure: null });
  if (decisionId === null && !failure) return null;
  return (
    <section aria-label={own.proposal()}>
      <ErrorSummary failure={failure} />
      {decisionId !== null && (
        <>
          {children}
          <form action={formAction} className="mt-6">
            <input type="hidden" name="way" value={way} />
            <input type="hidden" name="decisionId" value={decisionId} />
            <div className="flex flex-wrap gap-3">
              <AnswerButton answer="ACCEPTED" tone="primary" pendingLabel={own.proposalAccepting()}>
                {own.proposalAccept()}
              </AnswerButton>
              <ButtonLink tone="quiet" href={localized(`/my/${way}/change?from=proposal`)}>
                {own.proposalChange()}
              </ButtonLink>
              <AnswerButton answer="DECLINED" tone="quiet" pendingLabel={own.proposalKeeping()}>
                {own.proposalKeep()}
              </AnswerButton>
            </div>
          </form>
          <p className="mt-4 text-small text-quiet">
            {own.proposalIfKept({
              link: (words) => <a href={localized(`/my/${way}/change`)}>{words}</a>,
            })}
          </p>
        </>
      )}
    </section>
  );
}

type AnswerButtonProps = {
  answer: "ACCEPTED" | "DECLINED";
  tone: "primary" | "quiet";
  pendingLabel: string;
  children: ReactNode;
};

/** Of the two, the one that was pressed says that it is on its way. */
function AnswerButton({ answer, ...rest }: AnswerButtonProps) {
  const { data } = useFormStatus();
  const pressed = data?.get("answer") === answer;
  return <SubmitButton name="answer" value={answer} pending={pressed} {...rest} />;
}
