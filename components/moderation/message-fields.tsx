import { TextArea } from "#components/forms/controls.tsx";
import { Field } from "#components/forms/field.tsx";
import type { DecisionValues } from "#lib/moderation/schema.ts";

type MessageFieldsProps = {
  values: Pick<DecisionValues, "message" | "internalNote">;
  errorOf: (field: string) => string | undefined;
  register: (name: string) => object;
};

/** Own words with a decision: to the storyteller, and apart from that among moderators. */
export function MessageFields({ values, errorOf, register }: MessageFieldsProps) {
  return (
    <>
      <Field
        id="message"
        label="Message to the storyteller"
        hint="In your own words, below the reason. Only they read it."
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
      <details
        className="more"
        open={values.internalNote !== "" || errorOf("internalNote") !== undefined || undefined}
      >
        <summary>Add a note for moderators</summary>
        <div className="team-note">
          <Field
            id="internalNote"
            label="Note for moderators"
            hint="It stays at the desk. The storyteller never sees it."
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
      </details>
    </>
  );
}
