"use client";

import { useEffect, useRef, useState } from "react";
import { Select } from "#components/forms/controls.tsx";
import { Field } from "#components/forms/field.tsx";
import { groupByKinds, kindsInWords } from "#components/moderation/reasons/words.ts";
import { ModeratorWords } from "#components/stories/own/moderator-words.tsx";
import * as desk from "#lib/generated/messages/desk.ts";
import type { DecisionKind } from "#lib/generated/prisma/enums.ts";
import { type OfferedReason, needsReason } from "#lib/moderation/reasons/schema.ts";
import type { DecisionValues } from "#lib/moderation/schema.ts";

type ReasonFieldProps = {
  kinds: readonly DecisionKind[];
  reasons: readonly OfferedReason[];
  values: Pick<DecisionValues, "reason">;
  errorOf: (field: string) => string | undefined;
  register: (name: string) => object;
};

/** A reason from the list, for a decision that needs one, and what the storyteller reads of it. */
export function ReasonField({ kinds, reasons, values, errorOf, register }: ReasonFieldProps) {
  const box = useRef<HTMLDivElement>(null);
  const [chosen, setChosen] = useState(values.reason);
  // What was chosen before this ran, or came back with the page.
  useEffect(() => setChosen(box.current?.querySelector("select")?.value ?? ""), []);
  const { ofAll, groups } = groupByKinds(reasons, kinds);
  const fitting = [...ofAll, ...groups.flatMap((group) => group.reasons)];
  const reason = fitting.find(({ slug }) => slug === chosen);
  const option = ({ slug, label }: OfferedReason) => (
    <option key={slug} value={slug}>
      {label}
    </option>
  );
  if (!kinds.some(needsReason)) return null;
  return (
    <div
      ref={box}
      className="reason-choice"
      onChange={({ target }) => setChosen((target as EventTarget as HTMLSelectElement).value)}
    >
      <Field id="reason" label={desk.reason()} error={errorOf("reason")}>
        {(aria) => (
          <Select {...aria} {...register("reason")} defaultValue={values.reason}>
            <option value="">{desk.chooseReason()}</option>
            {ofAll.map(option)}
            {groups.map(({ label, reasons: ofSome }) => (
              <optgroup key={label} label={label}>
                {ofSome.map(option)}
              </optgroup>
            ))}
          </Select>
        )}
      </Field>
      <div aria-live="polite" className="reason-said">
        {reason && <Said reason={reason} />}
      </div>
      <noscript>
        <details className="more">
          <summary>{desk.whatReasonsSay()}</summary>
          <dl className="reason-sentences">
            {fitting.map(({ slug, label, message, kinds: of }) => (
              <div key={slug}>
                <dt>
                  {desk.reasonFor({
                    label,
                    for: kindsInWords(of),
                    kinds: (words) => <span className="font-normal text-quiet">{words}</span>,
                  })}
                </dt>
                <dd dir="auto">{message}</dd>
              </div>
            ))}
          </dl>
        </details>
      </noscript>
    </div>
  );
}

/** As it will stand on the storyteller's page. */
function Said({ reason: { message, needsMore } }: { reason: OfferedReason }) {
  return (
    <>
      <p className="mb-1 text-small text-quiet">{desk.storytellerReads()}</p>
      <div className="own-reason">
        <ModeratorWords reason={message} message={null} />
      </div>
      {needsMore && <p className="mt-2 text-ui">{desk.needsOwnWords()}</p>}
    </>
  );
}
