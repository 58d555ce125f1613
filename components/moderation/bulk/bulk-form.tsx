"use client";

import { type ReactNode, useMemo } from "react";
import { ErrorSummary } from "#components/forms/error-summary.tsx";
import { FieldError } from "#components/forms/field.tsx";
import { useActionForm } from "#components/forms/use-action-form.ts";
import { BatchNote } from "#components/moderation/bulk/batch-note.tsx";
import { NotDone } from "#components/moderation/bulk/not-done.tsx";
import { type BulkRow, refuseForAll, withReasons } from "#components/moderation/bulk/rows.ts";
import { useSelection } from "#components/moderation/bulk/use-selection.ts";
import { buttonLabel, notDoneTitle, selectionSentence } from "#components/moderation/bulk/words.ts";
import { MessageFields } from "#components/moderation/message-fields.tsx";
import { ReasonField } from "#components/moderation/reason-field.tsx";
import { Button } from "#components/ui/button.tsx";
import * as decisions from "#lib/generated/messages/decisions.ts";
import * as desk from "#lib/generated/messages/desk.ts";
import { decideManyAction } from "#lib/moderation/bulk/actions.ts";
import { type BulkKind, bulkSchema, emptyBulk, readBulkForm } from "#lib/moderation/bulk/schema.ts";
import type { OfferedReason } from "#lib/moderation/reasons/schema.ts";

type Row = BulkRow & {
  /** Its words speak of a present wish to die: it is chosen by hand, if at all. */
  careMark: boolean;
  content: ReactNode;
};

type BulkFormProps = {
  /** The query of the page that it is on. */
  query: string;
  rows: readonly Row[];
  /** What can be decided on some of them. */
  kinds: readonly BulkKind[];
  reasons: readonly OfferedReason[];
};

const fields = ["items", "reason", "message", "internalNote"] as const;

/** The list, a box for each that can be decided on with others, and beneath it why. */
export function BulkForm({ query, rows, kinds, reasons }: BulkFormProps) {
  const schema = useMemo(() => bulkSchema(reasons), [reasons]);
  const { state, failure, pending, register, errorOf, formProps } = useActionForm({
    action: decideManyAction,
    initial: { failure: null, values: null, done: null, refused: [] },
    schema,
    read: readBulkForm,
    problem: decisions.nothingDecidedYet(),
    check: (form) => refuseForAll(rows, form),
  });
  const { list, selection, isAll, selectAll, count } = useSelection(rows);
  const byHand = rows.some(({ item, careMark }) => item && careMark);
  const selectable = rows.filter(({ item, careMark }) => item && !careMark).length;
  const values = state.values ?? emptyBulk;
  // Until something else is wrong.
  const refused = failure && failure !== state.failure ? [] : state.refused;
  return (
    <>
      {state.done && <BatchNote key={state.done.id} batch={state.done} query={query} />}
      <NotDone
        title={
          failure?.message ?? (state.done ? notDoneTitle(state.done.kind, refused.length) : "")
        }
        refused={state.done ? withReasons(rows, state.done.kind, refused) : refused}
      />
      <form {...formProps} aria-label={desk.decideOnSeveral()} onChange={count}>
        <ErrorSummary failure={refused.length > 0 ? null : failure} order={fields} />
        <input type="hidden" name="search" value={query} />
        <div
          id="items"
          ref={list}
          tabIndex={-1}
          role="group"
          aria-label={desk.stories()}
          className="found"
        >
          {selectable > 1 && (
            <div className="found-all">
              {selection && (
                <label>
                  <input
                    type="checkbox"
                    checked={isAll}
                    onChange={(event) => selectAll(event.currentTarget.checked)}
                  />
                  {desk.selectAll()}
                </label>
              )}
              {byHand && <p>{desk.careByHand()}</p>}
            </div>
          )}
          <FieldError id="items" error={errorOf("items")} />
          <ul>
            {rows.map(({ id, item, careMark, content }) => (
              <li key={id}>
                {item && (
                  <label className="found-box">
                    <input
                      type="checkbox"
                      {...register("items")}
                      name="items"
                      value={item}
                      defaultChecked={values.items.includes(item)}
                      data-care={careMark || undefined}
                      aria-describedby={`found-${id}`}
                    />
                    <span className="sr-only">{desk.selectStory({ id })}</span>
                  </label>
                )}
                <div className="found-story">{content}</div>
              </li>
            ))}
          </ul>
        </div>
        {kinds.length > 0 && (
          <fieldset className="bulk">
            <legend className="bulk-legend">
              {selection?.count
                ? desk.withSelectedCount({ count: selection.count })
                : desk.withSelected()}
            </legend>
            <ReasonField
              kinds={kinds}
              reasons={reasons}
              values={values}
              errorOf={errorOf}
              register={register}
            />
            <MessageFields values={values} errorOf={errorOf} register={register} />
            {kinds.length > 1 && (
              <p id="bulk-for" className="bulk-for">
                {selectionSentence(kinds, selection)}
              </p>
            )}
            <div className="bulk-acts">
              {kinds.map((kind) => (
                <Button
                  key={kind}
                  name="decision"
                  value={kind}
                  tone="risk"
                  aria-busy={pending || undefined}
                  aria-describedby={kinds.length > 1 ? "bulk-for" : undefined}
                >
                  {buttonLabel(kind, selection)}
                </Button>
              ))}
              <span role="status" className="text-small text-quiet">
                {pending && desk.deciding()}
              </span>
            </div>
          </fieldset>
        )}
      </form>
    </>
  );
}
