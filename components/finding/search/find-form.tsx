import { TextInput } from "#components/forms/controls.tsx";
import { Field } from "#components/forms/field.tsx";
import { type Choice, ChoiceField } from "#components/forms/narrowing-fields.tsx";
import { Button } from "#components/ui/button.tsx";
import { type Find, QUERY_LIMIT } from "#lib/finding/search/schema.ts";
import { localized } from "#lib/locale.ts";

type FindFormProps = { find: Find; choices: { calls: Choice[]; themes: Choice[] } };

/** Looks for stories by its address, so that what is found can be kept and passed on. */
export function FindForm({ find, choices }: FindFormProps) {
  const { calls, themes } = choices;
  return (
    <form
      method="get"
      action={localized("/search")}
      role="search"
      aria-label="Stories"
      className="find-form"
    >
      <Field id="q" label="Words" hint="“in quotes” for a phrase, -word for stories without it">
        {(aria) => (
          <TextInput
            type="search"
            name="q"
            dir="auto"
            maxLength={QUERY_LIMIT}
            autoComplete="off"
            defaultValue={find.q}
            {...aria}
          />
        )}
      </Field>
      <div className="find-narrow">
        {calls.length > 1 && (
          <ChoiceField name="call" label="Call" all="Any" choices={calls} filter={find} />
        )}
        {themes.length > 0 && (
          <ChoiceField name="theme" label="Theme" all="Any" choices={themes} filter={find} />
        )}
      </div>
      <div className="check field">
        <input
          type="checkbox"
          id="unwarned"
          name="unwarned"
          value="1"
          defaultChecked={find.unwarned !== null}
        />
        <label htmlFor="unwarned">Only stories without a content warning</label>
      </div>
      <Button>Search</Button>
    </form>
  );
}
