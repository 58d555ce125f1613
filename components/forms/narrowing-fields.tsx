/** Fields that narrow a page by its address: what is empty narrows nothing. */
import { Select, TextInput } from "#components/forms/controls.tsx";
import { Field } from "#components/forms/field.tsx";
import { firstDay, lastDay } from "#lib/calls/schema.ts";
import * as forms from "#lib/generated/messages/forms.ts";

export type Choice = { value: string; label: string };

type Narrowing<Filter> = {
  name: keyof Filter & string;
  label: string;
  /** What the page is narrowed to. */
  filter: Filter;
  /** Where the name is taken on the page. */
  id?: string;
  className?: string;
};

type ChoiceFieldProps<Filter> = Narrowing<Filter> & { all?: string; choices: readonly Choice[] };

export function ChoiceField<Filter extends Record<string, string | null>>({
  name,
  label,
  filter,
  id = name,
  className = "",
  all = forms.all(),
  choices,
}: ChoiceFieldProps<Filter>) {
  return (
    <Field id={id} label={label} className={className}>
      {(aria) => (
        <Select name={name} defaultValue={filter[name] ?? ""} {...aria}>
          <option value="">{all}</option>
          {choices.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}

export function DayField<Filter extends Record<string, string | null>>({
  name,
  label,
  filter,
  id = name,
  className = "",
}: Narrowing<Filter>) {
  return (
    <Field id={id} label={label} className={className}>
      {(aria) => (
        <TextInput
          type="date"
          name={name}
          min={firstDay}
          max={lastDay}
          defaultValue={filter[name] ?? ""}
          {...aria}
        />
      )}
    </Field>
  );
}
