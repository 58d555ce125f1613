import { Select, TextInput } from "#components/forms/controls.tsx";
import { Field } from "#components/forms/field.tsx";
import { KeyHint } from "#components/moderation/keys/key-hint.tsx";
import { statusNames } from "#components/moderation/names.ts";
import { Button } from "#components/ui/button.tsx";
import { firstDay, lastDay } from "#lib/calls/schema.ts";
import type { SearchPage } from "#lib/moderation/search/queries.ts";
import { type Search, WORDS_LIMIT, isNarrowed } from "#lib/moderation/search/schema.ts";

const statuses = Object.entries(statusNames).map(([value, label]) => ({ value, label }));

/** Looks for stories by its address, so that what is found can be kept and passed on. */
export function SearchForm({ page: { search, moderators } }: { page: SearchPage }) {
  return (
    <form
      method="get"
      action="/moderation/search"
      role="search"
      aria-label="Stories"
      className="search-form"
    >
      <Field id="words" label="Words, byline or id" className="search-words">
        {(aria) => (
          <span className="search-words-field">
            <TextInput
              type="search"
              name="words"
              dir="auto"
              maxLength={WORDS_LIMIT}
              autoComplete="off"
              aria-keyshortcuts="/"
              defaultValue={search.words ?? ""}
              {...aria}
            />
            <KeyHint shortcut="/" />
          </span>
        )}
      </Field>
      <ChoiceField name="status" label="Status" all="All" choices={statuses} search={search} />
      <ChoiceField
        name="moderator"
        label="Decided by"
        all="Anyone, or nobody yet"
        choices={moderators}
        search={search}
      />
      <DayField name="from" label="Sent from" search={search} />
      <DayField name="until" label="Sent until" search={search} />
      <div className="search-acts">
        <Button>Search</Button>
        {isNarrowed(search) && <a href="/moderation/search">Show all</a>}
      </div>
    </form>
  );
}

type Choice = { value: string; label: string };
type ChoiceFieldProps = {
  name: keyof Search;
  label: string;
  all: string;
  choices: Choice[];
  search: Search;
};

function ChoiceField({ name, label, all, choices, search }: ChoiceFieldProps) {
  return (
    <Field id={name} label={label}>
      {(aria) => (
        <Select name={name} defaultValue={search[name] ?? ""} {...aria}>
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

function DayField({ name, label, search }: Pick<ChoiceFieldProps, "name" | "label" | "search">) {
  return (
    <Field id={name} label={label}>
      {(aria) => (
        <TextInput
          type="date"
          name={name}
          min={firstDay}
          max={lastDay}
          defaultValue={search[name] ?? ""}
          {...aria}
        />
      )}
    </Field>
  );
}
