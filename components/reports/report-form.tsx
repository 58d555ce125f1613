"use client";

import { Chip, TextArea } from "#components/forms/controls.tsx";
import { ErrorSummary } from "#components/forms/error-summary.tsx";
import { Field } from "#components/forms/field.tsx";
import { Fieldset } from "#components/forms/fieldset.tsx";
import { SubmitButton } from "#components/forms/submit-button.tsx";
import { useActionForm } from "#components/forms/use-action-form.ts";
import { ButtonLink } from "#components/ui/button.tsx";
import * as reports from "#lib/generated/messages/reports.ts";
import { localized } from "#lib/locale.ts";
import { reportStoryAction } from "#lib/reports/actions.ts";
import {
  NOTE_LIMIT,
  emptyReport,
  readReport,
  reasonSlugs,
  reportReasons,
  reportSchema,
} from "#lib/reports/schema.ts";

/** What is wrong with a story; `storyId` is which. */
export function ReportForm({ storyId }: { storyId: string }) {
  const { state, failure, pending, register, errorOf, formProps } = useActionForm({
    action: reportStoryAction,
    initial: { failure: null, values: emptyReport },
    schema: reportSchema,
    read: readReport,
    problem: reports.notSent(),
  });
  return (
    <form {...formProps} aria-label={reports.report()}>
      <ErrorSummary failure={failure} order={["reason", "note"]} />
      <input type="hidden" name="story" value={storyId} />
      <Fieldset id="reason" legend={reports.what()} error={errorOf("reason")}>
        <div className="chips">
          {reasonSlugs.map((reason) => (
            <Chip
              key={reason}
              type="radio"
              id={`reason-${reason}`}
              label={reportReasons[reason]}
              {...register("reason")}
              name="reason"
              value={reason}
              required
              defaultChecked={state.values.reason === reason}
            />
          ))}
        </div>
      </Fieldset>
      <Field
        id="note"
        label={reports.note()}
        hint={reports.noteHint({ limit: NOTE_LIMIT })}
        error={errorOf("note")}
      >
        {(aria) => (
          <TextArea
            {...aria}
            {...register("note")}
            dir="auto"
            rows={3}
            defaultValue={state.values.note}
          />
        )}
      </Field>
      <div className="flex flex-wrap gap-3">
        <SubmitButton pending={pending} pendingLabel={reports.sending()}>
          {reports.send()}
        </SubmitButton>
        <ButtonLink tone="quiet" href={localized(`/stories/${storyId}`)}>
          {reports.notNow()}
        </ButtonLink>
      </div>
    </form>
  );
}
