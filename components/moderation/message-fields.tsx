import { TextArea } from "#components/forms/controls.tsx";
import { Field } from "#components/forms/field.tsx";
import type { DecisionValues } from "#lib/moderation/schema.ts";

type MessageFieldsProps = {
  values: Pick<DecisionValues, "message" | "internalNote">;
  errorOf: (field: string) => string | undefined;
  register: (name: string) => object;
};

/** Own words with a decision: to the storyteller, and among moderators. */
export function MessageFields({ values, errorOf, register }: MessageFieldsProps) {
  return (
    <div className="grid gap-x-8 xl:grid-cols-2">
      <Field
        id="message"
        label="Message to the storyteller"
        hint="In your own words. Only they read it."
        error={errorOf("message")}
      >
        {(aria) => (
          <TextArea
            {...aria}
            {...register("message")}
            dir="auto"
            rows={2}
            defaultValue={values.message}
          />
        )}
      </Field>
      <Field
        id="internalNote"
        label="Note for moderators"
        hint="The storyteller never sees it."
        error={errorOf("internalNote")}
      >
        {(aria) => (
          <TextArea
            {...aria}
            {...register("internalNote")}
            dir="auto"
            rows={2}
            defaultValue={values.internalNote}
          />
        )}
      </Field>
    </div>
  );
}
