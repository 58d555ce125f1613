import { Select, TextArea } from "#components/forms/controls.tsx";
import { Field } from "#components/forms/field.tsx";
import type { DecisionKind } from "#lib/generated/prisma/enums.ts";
import { reasons } from "#lib/moderation/reasons.ts";
import type { DecisionValues } from "#lib/moderation/schema.ts";

type ReasonFieldsProps = {
  kinds: readonly DecisionKind[];
  values: Pick<DecisionValues, "reason" | "message" | "internalNote">;
  errorOf: (field: string) => string | undefined;
  register: (name: string) => object;
};

const onlyTo: Partial<Record<DecisionKind, string>> = {
  ASK_FOR_CHANGES: "Only to ask for changes",
  REJECT: "Only to reject",
};

/** Reasons that fit each of these decisions first, then those that fit only one of them. */
function reasonGroups(kinds: readonly DecisionKind[]) {
  const fitting = reasons.filter((reason) => kinds.some((kind) => reason.kinds.includes(kind)));
  const ofAll = fitting.filter((reason) => kinds.every((kind) => reason.kinds.includes(kind)));
  const rest = fitting.filter((reason) => !ofAll.includes(reason));
  const groups = kinds.map((kind) => ({
    label: onlyTo[kind] ?? "",
    reasons: rest.filter((reason) => reason.kinds.includes(kind)),
  }));
  return { ofAll, groups: groups.filter((group) => group.reasons.length > 0) };
}

export function ReasonFields({ kinds, values, errorOf, register }: ReasonFieldsProps) {
  const { ofAll, groups } = reasonGroups(kinds);
  const option = ({ slug, label }: (typeof reasons)[number]) => (
    <option key={slug} value={slug}>
      {label}
    </option>
  );
  return (
    <>
      <Field
        id="reason"
        label="Reason"
        hint="The storyteller reads it in kind words."
        error={errorOf("reason")}
      >
        {(aria) => (
          <Select {...aria} {...register("reason")} defaultValue={values.reason}>
            <option value="">Choose a reason</option>
            {ofAll.map(option)}
            {groups.map(({ label, reasons: fitting }) => (
              <optgroup key={label} label={label}>
                {fitting.map(option)}
              </optgroup>
            ))}
          </Select>
        )}
      </Field>
      <div className="grid gap-x-8 xl:grid-cols-2">
        <Field
          id="message"
          label="Message to the storyteller"
          hint="In your own words. Only they read it."
          error={errorOf("message")}
        >
          {(aria) => (
            <TextArea {...aria} {...register("message")} rows={2} defaultValue={values.message} />
          )}
        </Field>
        <Field
          id="internalNote"
          label="Note for moderators"
          hint="The storyteller never sees it."
          error={errorOf("internalNote")}
        >
          {(aria) => (
            <TextArea
              {...aria}
              {...register("internalNote")}
              rows={2}
              defaultValue={values.internalNote}
            />
          )}
        </Field>
      </div>
    </>
  );
}
