"use client";

import { useMemo, useState } from "react";
import { WarningPicker } from "#components/content-warnings/warning-picker.tsx";
import { ErrorSummary } from "#components/forms/error-summary.tsx";
import { useActionForm } from "#components/forms/use-action-form.ts";
import { AlreadyDecided } from "#components/moderation/already-decided.tsx";
import { type ButtonKind, DecisionButtons } from "#components/moderation/decision-buttons.tsx";
import { ChangedNote } from "#components/moderation/changed-note.tsx";
import { MessageFields } from "#components/moderation/message-fields.tsx";
import { ProposalFields } from "#components/moderation/proposal-fields.tsx";
import { ReasonField } from "#components/moderation/reason-field.tsx";
import { RecognisableField } from "#components/moderation/recognisable-field.tsx";
import { unreadProblems } from "#components/moderation/unread.ts";
import * as decisions from "#lib/generated/messages/decisions.ts";
import * as desk from "#lib/generated/messages/desk.ts";
import type { Subject } from "#lib/generated/prisma/enums.ts";
import { localized } from "#lib/locale.ts";
import { decideAction } from "#lib/moderation/actions.ts";
import { type OfferedReason, needsReason } from "#lib/moderation/reasons/schema.ts";
import { type DecisionValues, decisionSchema, readDecisionForm } from "#lib/moderation/schema.ts";

type DecisionFormProps = {
  story: {
    id: string;
    revisionId: string;
    text: string;
    /** Of someone else it must be said that they can't be recognised before it is approved. */
    subject: Subject | null;
  };
  /** The decisions that can be made now. */
  kinds: readonly ButtonKind[];
  /** Whether reports on it are open. */
  reported: boolean;
  reasons: readonly OfferedReason[];
  values: DecisionValues;
  /** The part of the queue that it is open in (lib/moderation/queue/schema.ts); empty beside it. */
  queue: string;
  /** Whether another moderator has it open: what was written stays, and nothing is decided. */
  held: boolean;
};

const fields = [
  "story",
  "recognisable",
  "warnings",
  "proposal",
  "reason",
  "message",
  "internalNote",
] as const;

function legendFor(kinds: readonly ButtonKind[]): string {
  if (kinds.includes("APPROVE")) return desk.whyNotAsItIs();
  if (kinds.some(needsReason)) return desk.owedReason();
  return desk.somethingToSay();
}

const read = (form: FormData) => {
  const { values, ids } = readDecisionForm(form);
  return { ...values, ...ids };
};

export function DecisionForm(props: DecisionFormProps) {
  const { story, kinds, reported, reasons, values: before, queue, held } = props;
  // What was read, not what has arrived since: nobody approves words that they have not seen.
  const [readRevision, setReadRevision] = useState(story.revisionId);
  const [wasFree, setWasFree] = useState(!held);
  const schema = useMemo(() => decisionSchema(reasons), [reasons]);
  const { state, failure, pending, register, errorOf, formProps } = useActionForm({
    action: decideAction,
    initial: { failure: null, values: null },
    schema,
    read,
    problem: decisions.nothingDecidedYet(),
    check: (form) => unreadProblems(String(form.get("decision")), document),
    permalink: localized(`/moderation/stories/${story.id}${queue === "?" ? "" : queue}`),
  });
  if (failure?.code === "already-decided") {
    return <AlreadyDecided failure={failure} storyId={story.id} queue={queue} />;
  }
  if (kinds.length === 0) return null;
  if (!held && !wasFree) setWasFree(true);
  // Who only reads along has nothing to fill in.
  if (held && !wasFree && !failure) return null;
  const values = state.values ?? before;
  const hasChanged = story.revisionId !== readRevision;
  // Of words that are published, at once or as soon as they are accepted.
  const publishes = kinds.includes("APPROVE") || kinds.includes("ASK_FOR_CHANGES");
  const asksRecognisable = publishes && story.subject !== "MYSELF";
  const setsWarnings = kinds.includes("APPROVE") || kinds.includes("SET_WARNINGS");
  return (
    <form {...formProps} aria-label={desk.decision()} className="decision">
      <div className="decision-fields">
        <ErrorSummary failure={failure} order={[...fields]} />
        <input type="hidden" name="storyId" value={story.id} />
        <input type="hidden" name="revisionId" value={readRevision} />
        <input type="hidden" name="queue" value={queue} />
        {asksRecognisable && (
          <RecognisableField
            key={readRevision}
            required={story.subject === "SOMEONE_ELSE"}
            value={values.recognisable}
            error={errorOf("recognisable")}
            register={register}
          />
        )}
        {setsWarnings && (
          <WarningPicker
            values={values}
            hint={kinds.includes("APPROVE") ? desk.warningsToBe() : desk.warningsNow()}
            error={errorOf("warnings") ?? errorOf("intensities")}
            register={register}
          />
        )}
        <fieldset className="decision-why">
          <legend className="decision-legend">{legendFor(kinds)}</legend>
          {kinds.includes("ASK_FOR_CHANGES") && (
            <ProposalFields
              key={readRevision}
              text={story.text}
              values={values}
              asksRecognisable={story.subject === "SOMEONE_ELSE"}
              error={errorOf("proposal")}
              register={register}
            />
          )}
          <ReasonField
            kinds={kinds}
            reasons={reasons}
            values={values}
            errorOf={errorOf}
            register={register}
          />
          <MessageFields values={values} errorOf={errorOf} register={register} />
        </fieldset>
      </div>
      {hasChanged && <ChangedNote onRead={() => setReadRevision(story.revisionId)} />}
      {held && <p className="decide text-small text-quiet">{desk.someoneElseDecides()}</p>}
      {!held && !hasChanged && (
        <DecisionButtons kinds={kinds} reported={reported} pending={pending} />
      )}
    </form>
  );
}
