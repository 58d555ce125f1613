import { TextInput } from "#components/forms/controls.tsx";
import { Field } from "#components/forms/field.tsx";
import { type Choice, ChoiceField } from "#components/forms/narrowing-fields.tsx";
import { Button } from "#components/ui/button.tsx";
import { type Find, QUERY_LIMIT, isNarrowed } from "#lib/finding/search/schema.ts";
import * as finding from "#lib/generated/messages/finding.ts";
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
      aria-label={finding.stories()}
      className="find-form"
    >
      <div className="find-words">
        <Field id="q" label={finding.words()} hint={finding.wordsHint()}>
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
        <Button>{finding.search()}</Button>
      </div>
      <details className="more" open={isNarrowed(find) || undefined}>
        <summary>{finding.narrow()}</summary>
        <div className="find-narrow">
          {calls.length > 1 && (
            <ChoiceField
              name="call"
              label={finding.call()}
              all={finding.any()}
              choices={calls}
              filter={find}
            />
          )}
          {themes.length > 0 && (
            <ChoiceField
              name="theme"
              label={finding.theme()}
              all={finding.any()}
              choices={themes}
              filter={find}
            />
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
          <label htmlFor="unwarned">{finding.unwarned()}</label>
        </div>
      </details>
    </form>
  );
}
