import { TextArea } from "#components/forms/controls.tsx";
import { Field } from "#components/forms/field.tsx";
import * as desk from "#lib/generated/messages/desk.ts";
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
        label={desk.message()}
        hint={desk.messageHint()}
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
        <summary>{desk.addNote()}</summary>
        <div className="team-note">
          <Field
            id="internalNote"
            label={desk.note()}
            hint={desk.noteHint()}
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
