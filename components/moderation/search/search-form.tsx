import { TextInput } from "#components/forms/controls.tsx";
import { Field } from "#components/forms/field.tsx";
import { ChoiceField, DayField } from "#components/forms/narrowing-fields.tsx";
import { KeyHint } from "#components/moderation/keys/key-hint.tsx";
import { statusNames } from "#components/moderation/names.ts";
import { Button } from "#components/ui/button.tsx";
import { localized } from "#lib/locale.ts";
import type { SearchPage } from "#lib/moderation/search/queries.ts";
import { WORDS_LIMIT, isNarrowed } from "#lib/moderation/search/schema.ts";

const statuses = Object.entries(statusNames).map(([value, label]) => ({ value, label }));

/** Looks for stories by its address, so that what is found can be kept and passed on. */
export function SearchForm({ page: { search, moderators } }: { page: SearchPage }) {
  return (
    <form
      method="get"
      action={localized("/moderation/search")}
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
      <ChoiceField name="status" label="Status" choices={statuses} filter={search} />
      <ChoiceField
        name="moderator"
        label="Decided by"
        all="Anyone, or nobody yet"
        choices={moderators}
        filter={search}
      />
      <DayField name="from" label="Sent from" filter={search} />
      <DayField name="until" label="Sent until" filter={search} />
      <div className="search-acts">
        <Button>Search</Button>
        {isNarrowed(search) && <a href={localized("/moderation/search")}>Show all</a>}
      </div>
    </form>
  );
}
