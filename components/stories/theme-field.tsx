import { Select } from "#components/forms/controls.tsx";
import { Field } from "#components/forms/field.tsx";
import type { OpenCall } from "#lib/calls/queries.ts";
import * as submit from "#lib/generated/messages/submit.ts";

type ThemeFieldProps = {
  themes: OpenCall["themes"];
  defaultValue: string;
  error?: string | undefined;
  register: (name: string) => object;
};

export function ThemeField({ themes, defaultValue, error, register }: ThemeFieldProps) {
  if (themes.length === 0) return null;
  return (
    <Field id="theme" label={submit.theme()} hint={submit.themeHint()} error={error}>
      {(aria) => (
        <Select {...aria} {...register("theme")} defaultValue={defaultValue}>
          <option value="">{submit.noTheme()}</option>
          {themes.map(({ slug, title }) => (
            <option key={slug} value={slug}>
              {title}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}
