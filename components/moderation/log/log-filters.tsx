import { Field } from "#components/forms/field.tsx";
import { Select, TextInput } from "#components/forms/controls.tsx";
import { decisionNames } from "#components/moderation/names.ts";
import { Button, ButtonLink } from "#components/ui/button.tsx";
import { firstDay, lastDay } from "#lib/calls/schema.ts";
import type { LogChoices } from "#lib/moderation/log/queries.ts";
import { type LogFilter, isNarrowed, logQuery } from "#lib/moderation/log/schema.ts";

type Choice = { value: string; label: string };
type ChoiceFieldProps = {
  name: keyof LogFilter;
  label: string;
  all: string;
  choices: Choice[];
  filter: LogFilter;
};

function ChoiceField({ name, label, all, choices, filter }: ChoiceFieldProps) {
  return (
    <Field id={name} label={label}>
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

function DayField({ name, label, filter }: Pick<ChoiceFieldProps, "name" | "label" | "filter">) {
  return (
    <Field id={name} label={label}>
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

const kinds = Object.entries(decisionNames).map(([value, label]) => ({ value, label }));

/** Narrows the log by its address, so that what is shown can be kept and passed on. */
export function LogFilters({ filter, choices }: { filter: LogFilter; choices: LogChoices }) {
  const { moderators, reasons, calls } = choices;
  return (
    <form method="get" action="/moderation/log" aria-label="Narrow the log" className="log-filters">
      <ChoiceField name="kind" label="Decision" all="All" choices={kinds} filter={filter} />
      <ChoiceField name="reason" label="Reason" all="All" choices={reasons} filter={filter} />
      <ChoiceField
        name="moderator"
        label="Decided by"
        all="Everyone"
        choices={moderators}
        filter={filter}
      />
      <ChoiceField name="call" label="Call" all="All" choices={calls} filter={filter} />
      <DayField name="from" label="From" filter={filter} />
      <DayField name="to" label="Until" filter={filter} />
      <div className="log-filter-acts">
        <Button>Show</Button>
        {isNarrowed(filter) && <a href="/moderation/log">Show all</a>}
        <ButtonLink tone="quiet" href={`/moderation/log/export${logQuery(filter)}`}>
          Export as CSV
        </ButtonLink>
      </div>
    </form>
  );
}
