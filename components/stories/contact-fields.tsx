import { TextInput } from "#components/forms/controls.tsx";
import { Field } from "#components/forms/field.tsx";
import * as submit from "#lib/generated/messages/submit.ts";
import type { ContactValues } from "#lib/stories/contact.ts";

type ContactFieldsProps = {
  values: ContactValues;
  errors: { email?: string | undefined };
  register: (name: string) => object;
};

/** An address for news of this one story. The second question appears with the address. */
export function ContactFields({ values, errors, register }: ContactFieldsProps) {
  return (
    <div className="contact">
      <Field id="email" label={submit.email()} hint={submit.emailHint()} error={errors.email}>
        {(aria) => (
          <TextInput
            {...aria}
            {...register("email")}
            name="email"
            type="email"
            autoComplete="email"
            inputMode="email"
            autoCapitalize="none"
            spellCheck={false}
            dir="ltr"
            // Never seen: by it the style sheet knows an empty field.
            placeholder=" "
            defaultValue={values.email}
          />
        )}
      </Field>
      <div className="check contact-editors">
        <input
          type="checkbox"
          id="editorsMayWrite"
          {...register("editorsMayWrite")}
          name="editorsMayWrite"
          value="yes"
          defaultChecked={values.editorsMayWrite}
        />
        <label htmlFor="editorsMayWrite">{submit.editorsMayWrite()}</label>
      </div>
    </div>
  );
}
