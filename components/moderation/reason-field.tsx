import { Select } from "#components/forms/controls.tsx";
import { Field } from "#components/forms/field.tsx";
import type { DecisionKind } from "#lib/generated/prisma/enums.ts";
import { reasons } from "#lib/moderation/reasons.ts";
import type { DecisionValues } from "#lib/moderation/schema.ts";

type ReasonFieldProps = {
  kinds: readonly DecisionKind[];
  values: Pick<DecisionValues, "reason">;
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

/** A reason from the list, for a decision that needs one. */
export function ReasonField({ kinds, values, errorOf, register }: ReasonFieldProps) {
  const { ofAll, groups } = reasonGroups(kinds);
  const option = ({ slug, label }: (typeof reasons)[number]) => (
    <option key={slug} value={slug}>
      {label}
    </option>
  );
  return (
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
  );
}
