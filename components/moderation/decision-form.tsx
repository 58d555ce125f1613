"use client";

import { WarningPicker } from "#components/content-warnings/warning-picker.tsx";
import { ErrorSummary } from "#components/forms/error-summary.tsx";
import { useActionForm } from "#components/forms/use-action-form.ts";
import { AlreadyDecided } from "#components/moderation/already-decided.tsx";
import { type ButtonKind, DecisionButtons } from "#components/moderation/decision-buttons.tsx";
import { MessageFields } from "#components/moderation/message-fields.tsx";
import { ReasonField } from "#components/moderation/reason-field.tsx";
import { decideAction } from "#lib/moderation/actions.ts";
import { type DecisionValues, decisionSchema, readDecisionForm } from "#lib/moderation/schema.ts";

type DecisionFormProps = {
  story: { id: string; revisionId: string };
  /** The decisions that can be made now. */
  kinds: readonly ButtonKind[];
  values: DecisionValues;
};

const fields = ["warnings", "reason", "message", "internalNote"];

function legendFor(kinds: readonly ButtonKind[]): string {
  if (kinds.includes("APPROVE")) return "If it can’t appear as it is";
  if (kinds.includes("TAKE_DOWN")) return "Its storyteller is owed a reason";
  return "If there is something to say";
}

const read = (form: FormData) => {
  const { values, ids } = readDecisionForm(form);
  return { ...values, ...ids };
};

export function DecisionForm({ story, kinds, values: before }: DecisionFormProps) {
  const { state, failure, pending, register, errorOf, formProps } = useActionForm({
    action: decideAction,
    initial: { failure: null, values: null },
    schema: decisionSchema,
    read,
    problem: "Nothing is decided yet. Please look at the marked fields.",
    // Wherever it was posted from: the queue would come back with another story on top.
    permalink: `/moderation/stories/${story.id}`,
  });
  if (failure?.code === "already-decided") {
    return <AlreadyDecided failure={failure} storyId={story.id} />;
  }
  if (kinds.length === 0) return null;
  const values = state.values ?? before;
  const needing = kinds.filter((kind) => kind !== "APPROVE" && kind !== "RESTORE");
  return (
    <form {...formProps} aria-label="Decision">
      <ErrorSummary failure={failure} order={fields} />
      <input type="hidden" name="storyId" value={story.id} />
      <input type="hidden" name="revisionId" value={story.revisionId} />
      {kinds.includes("APPROVE") && (
        <WarningPicker
          values={values}
          hint="The storyteller’s are chosen already. What stands here when you approve is what readers see."
          error={errorOf("warnings") ?? errorOf("intensities")}
          register={register}
        />
      )}
      <fieldset>
        <legend className="mb-6 w-full border-t border-rule pt-6 text-small text-quiet">
          {legendFor(kinds)}
        </legend>
        {needing.length > 0 && (
          <ReasonField kinds={needing} values={values} errorOf={errorOf} register={register} />
        )}
        <MessageFields values={values} errorOf={errorOf} register={register} />
      </fieldset>
      <DecisionButtons kinds={kinds} pending={pending} />
    </form>
  );
}
