import { TextInput } from "#components/forms/controls.tsx";
import { Field } from "#components/forms/field.tsx";
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
        label="Your name, as it should appear"
        hint="Leave it empty to stay anonymous."
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
        label="Who you are in it"
        hint="If you like: “night nurse”, “her son”."
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
