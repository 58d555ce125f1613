"use client";

import { Chip, Select, TextInput } from "#components/forms/controls.tsx";
import { ErrorSummary } from "#components/forms/error-summary.tsx";
import { Field } from "#components/forms/field.tsx";
import { Fieldset } from "#components/forms/fieldset.tsx";
import { SubmitButton } from "#components/forms/submit-button.tsx";
import { useActionForm } from "#components/forms/use-action-form.ts";
import { DeskWords } from "#components/helplines/desk-words.tsx";
import { placeName } from "#components/helplines/done-words.ts";
import { helplineWarnings, warningLabel } from "#lib/content-warnings/list.ts";
import * as said from "#lib/generated/messages/helplines.ts";
import { saveHelplineAction } from "#lib/helplines/actions.ts";
import {
  EVERYWHERE,
  type HelplineFormValues,
  helplineFields,
  helplineFormSchema,
  readHelplineForm,
} from "#lib/helplines/schema.ts";

type HelplineFormProps = {
  /** The helpline to change; without one, the form adds a new one. */
  helpline?: { id: string; seen: string };
  values: HelplineFormValues;
  /** Codes and names. */
  countries: readonly (readonly [code: string, name: string])[];
  labelledBy: string;
};

/** A helpline: for whom, how to reach it, and how we know. */
export function HelplineForm(props: HelplineFormProps) {
  const { helpline, countries, labelledBy } = props;
  const { state, failure, pending, register, errorOf, formProps } = useActionForm({
    action: saveHelplineAction,
    initial: { failure: null, values: props.values, seen: helpline?.seen ?? "", theirs: null },
    schema: helplineFormSchema,
    read: readHelplineForm,
    problem: said.notSaved(),
  });
  const { values, seen, theirs } = state;
  type Written = Exclude<keyof HelplineFormValues, "warnings">;
  /** What a control is, beside what its label and hint say of it. */
  const control = (name: Written) => ({
    ...register(name),
    autoComplete: "off",
    defaultValue: values[name],
  });
  const field = (id: Written, label: string, hint?: string) => ({
    ...{ id, label, error: errorOf(id) },
    ...(hint ? { hint } : {}),
  });
  const number = { inputMode: "tel", dir: "ltr" } as const;
  const address = { inputMode: "url", dir: "ltr", spellCheck: false } as const;
  return (
    <form {...formProps} aria-labelledby={labelledBy} className="max-w-[40rem]">
      <ErrorSummary failure={failure} order={helplineFields} />
      {theirs && (
        <aside aria-labelledby="theirs" className="note mb-10">
          <h2 id="theirs" className="note-title">
            {said.asItStands({
              name: theirs.name,
              place: placeName(theirs.country),
              who: (name) => <bdi>{name}</bdi>,
            })}
          </h2>
          <DeskWords helpline={theirs} />
        </aside>
      )}
      {helpline && <input type="hidden" name="id" value={helpline.id} />}
      <input type="hidden" name="seen" value={seen} />
      <Field {...field("country", said.country())}>
        {(aria) => (
          <Select {...aria} {...control("country")} required>
            <option value="">{said.chooseCountry()}</option>
            <option value={EVERYWHERE}>{said.everywhereElseHow()}</option>
            {countries.map(([code, name]) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field {...field("name", said.name(), said.nameHint())}>
        {(aria) => <TextInput {...aria} {...control("name")} dir="auto" required />}
      </Field>
      <Field {...field("url", said.webPage(), said.webPageHint())}>
        {(aria) => <TextInput {...aria} {...control("url")} {...address} required />}
      </Field>
      <Field {...field("phone", said.phone(), said.phoneHint())}>
        {(aria) => <TextInput {...aria} {...control("phone")} {...number} className="max-w-72" />}
      </Field>
      <div className="grid gap-x-8 sm:grid-cols-2">
        <Field {...field("text", said.numberToText(), said.numberToTextHint())}>
          {(aria) => <TextInput {...aria} {...control("text")} {...number} />}
        </Field>
        <Field {...field("textWord", said.wordToText(), said.wordToTextHint())}>
          {(aria) => <TextInput {...aria} {...control("textWord")} dir="auto" />}
        </Field>
      </div>
      <Field {...field("chatUrl", said.chatPage())}>
        {(aria) => <TextInput {...aria} {...control("chatUrl")} {...address} />}
      </Field>
      <div className="grid gap-x-8 sm:grid-cols-2">
        <Field {...field("hours", said.hours(), said.hoursHint())}>
          {(aria) => <TextInput {...aria} {...control("hours")} dir="auto" />}
        </Field>
        <Field {...field("languages", said.languages(), said.languagesHint())}>
          {(aria) => <TextInput {...aria} {...control("languages")} dir="auto" />}
        </Field>
      </div>
      <Fieldset
        id="warnings"
        legend={said.onlyFor()}
        hint={said.onlyForHint()}
        error={errorOf("warnings")}
      >
        <div className="chips">
          {helplineWarnings.map((slug) => (
            <Chip
              key={slug}
              type="checkbox"
              id={`warning-${slug}`}
              label={warningLabel(slug)}
              {...register("warnings")}
              name="warnings"
              value={slug}
              defaultChecked={values.warnings.includes(slug)}
            />
          ))}
        </div>
      </Fieldset>
      <Field {...field("sourceUrl", said.source(), said.sourceHint())}>
        {(aria) => <TextInput {...aria} {...control("sourceUrl")} {...address} required />}
      </Field>
      <Field {...field("checkedOn", said.comparedOn())}>
        {(aria) => (
          <TextInput
            {...aria}
            {...control("checkedOn")}
            type="date"
            required
            className="max-w-56"
          />
        )}
      </Field>
      <SubmitButton pending={pending} pendingLabel={said.saving()}>
        {helpline ? said.save() : said.addIt()}
      </SubmitButton>
    </form>
  );
}
