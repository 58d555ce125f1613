import { SubmitButton } from "#components/forms/submit-button.tsx";
import { ReasonWords } from "#components/moderation/reasons/reason-list.tsx";
import { hidden } from "#components/ui/hidden.tsx";
import * as messages from "#lib/generated/messages/reasons.ts";
import { bringBackReasonAction } from "#lib/moderation/reasons/actions.ts";
import type { Reason } from "#lib/moderation/reasons/schema.ts";

/** Reasons that no new decision is given. */
export function RetiredReasons({ reasons }: { reasons: Reason[] }) {
  if (reasons.length === 0) return null;
  return (
    <section aria-labelledby="retired" className="mt-16">
      <h2 id="retired" className="font-serif text-heading font-medium">
        {messages.retired()}
      </h2>
      <p className="mt-1 mb-6 text-ui text-quiet">{messages.retiredHow()}</p>
      <ul className="reasons">
        {reasons.map((reason) => (
          <li key={reason.slug}>
            <ReasonWords reason={reason} />
            <form action={bringBackReasonAction} className="reason-acts">
              <input type="hidden" name="slug" value={reason.slug} />
              <SubmitButton tone="quiet" pendingLabel={messages.bringingBack()}>
                {messages.bringBack({ label: reason.label, hidden })}
              </SubmitButton>
            </form>
          </li>
        ))}
      </ul>
    </section>
  );
}
