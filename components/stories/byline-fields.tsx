import { TextInput } from "#components/forms/controls.tsx";
import { Field } from "#components/forms/field.tsx";
import * as submit from "#lib/generated/messages/submit.ts";
import type { StoryFormValues } from "#lib/stories/schema.ts";

type BylineFieldsProps = {
  values: Pick<StoryFormValues, "bylineName" | "bylineRole">;
  errors: { bylineName?: string | undefined; bylineRole?: string | undefined };
  register: (name: string) => object;
};

export function BylineFields({ values, errors, register }: BylineFieldsProps) {
  return (
    <div className="grid gap-x-8 sm:grid-cols-2">
      <Field
        id="bylineName"
        label={submit.bylineName()}
        hint={submit.bylineNameHint()}
        error={errors.bylineName}
      >
        {(aria) => (
          <TextInput
            {...aria}
            {...register("bylineName")}
            dir="auto"
            autoComplete="off"
            defaultValue={values.bylineName}
          />
        )}
      </Field>
      <Field
        id="bylineRole"
        label={submit.bylineRole()}
        hint={submit.bylineRoleHint()}
        error={errors.bylineRole}
      >
        {(aria) => (
          <TextInput
            {...aria}
            {...register("bylineRole")}
            dir="auto"
            autoComplete="off"
            defaultValue={values.bylineRole}
          />
        )}
      </Field>
    </div>
  );
}
