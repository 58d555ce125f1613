import { TextInput } from "#components/forms/controls.tsx";
import { Field } from "#components/forms/field.tsx";
import { ChoiceField, DayField } from "#components/forms/narrowing-fields.tsx";
import { KeyHint } from "#components/moderation/keys/key-hint.tsx";
import { statusNames } from "#components/moderation/names.ts";
import { Button } from "#components/ui/button.tsx";
import * as deskSearch from "#lib/generated/messages/deskSearch.ts";
import { localized } from "#lib/locale.ts";
import type { SearchPage } from "#lib/moderation/search/queries.ts";
import { WORDS_LIMIT, isNarrowed } from "#lib/moderation/search/schema.ts";

/** Looks for stories by its address, so that what is found can be kept and passed on. */
export function SearchForm({ page: { search, moderators } }: { page: SearchPage }) {
  const statuses = Object.entries(statusNames).map(([value, name]) => ({ value, label: name() }));
  return (
    <form
      method="get"
      action={localized("/moderation/search")}
      role="search"
      aria-label={deskSearch.stories()}
      className="search-form"
    >
      <Field id="words" label={deskSearch.words()} className="search-words">
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
      <ChoiceField name="status" label={deskSearch.status()} choices={statuses} filter={search} />
      <ChoiceField
        name="moderator"
        label={deskSearch.decidedBy()}
        all={deskSearch.anyone()}
        choices={moderators}
        filter={search}
      />
      <DayField name="from" label={deskSearch.from()} filter={search} />
      <DayField name="until" label={deskSearch.until()} filter={search} />
      <div className="search-acts">
        <Button>{deskSearch.search()}</Button>
        {isNarrowed(search) && <a href={localized("/moderation/search")}>{deskSearch.showAll()}</a>}
      </div>
    </form>
  );
}
