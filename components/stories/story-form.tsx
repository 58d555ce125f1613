"use client";

import { WarningPicker } from "#components/content-warnings/warning-picker.tsx";
import { ErrorSummary } from "#components/forms/error-summary.tsx";
import { SubmitButton } from "#components/forms/submit-button.tsx";
import { useActionForm } from "#components/forms/use-action-form.ts";
import { BylineFields } from "#components/stories/byline-fields.tsx";
import { ConsentField } from "#components/stories/consent-field.tsx";
import { StoryField } from "#components/stories/story-field.tsx";
import { SubjectFields } from "#components/stories/subject-fields.tsx";
import { ThemeField } from "#components/stories/theme-field.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import type { OpenCall } from "#lib/calls/queries.ts";
import { submitStoryAction } from "#lib/stories/actions.ts";
import { emptyStoryForm, readStoryForm, storyFormSchema } from "#lib/stories/schema.ts";

type StoryFormProps = {
  /** Null: none is open. */
  call: Pick<OpenCall, "slug" | "themes"> | null;
  submissionKey: string;
};

const fields = [
  "text",
  "warnings",
  "subject",
  "subjectConsent",
  "bylineName",
  "bylineRole",
  "theme",
  "consent",
];

export function StoryForm({ call, submissionKey }: StoryFormProps) {
  const { state, failure, pending, register, errorOf, formProps } = useActionForm({
    action: submitStoryAction,
    initial: { failure: null, values: emptyStoryForm, key: submissionKey },
    schema: storyFormSchema,
    read: readStoryForm,
    problem: "Your story is not sent yet. Please look at the marked fields.",
  });
  const { values } = state;
  if (!call && !failure) return <ButtonLink href="/">Read the stories</ButtonLink>;
  return (
    <form {...formProps}>
      <ErrorSummary failure={failure} order={fields} />
      <input type="hidden" name="key" value={state.key} />
      <input type="hidden" name="call" value={call?.slug ?? ""} />
      <StoryField defaultValue={values.text} error={errorOf("text")} register={register} />
      <WarningPicker
        values={values}
        hint="What should someone know before they read it? Readers see this first, and choose. A moderator may add to it."
        error={errorOf("warnings") ?? errorOf("intensities")}
        register={register}
      />
      <SubjectFields
        values={values}
        errors={{ subject: errorOf("subject"), subjectConsent: errorOf("subjectConsent") }}
        register={register}
      />
      <BylineFields
        values={values}
        errors={{ bylineName: errorOf("bylineName"), bylineRole: errorOf("bylineRole") }}
        register={register}
      />
      {call && (
        <ThemeField
          themes={call.themes}
          defaultValue={values.theme}
          error={errorOf("theme")}
          register={register}
        />
      )}
      <ConsentField
        defaultChecked={values.consent}
        error={errorOf("consent")}
        register={register}
      />
      <SubmitButton pending={pending} pendingLabel="Sending your story…">
        Share your story
      </SubmitButton>
      <p className="mt-4 max-w-[28rem] text-small text-quiet">
        A person reads it before anyone else does. You get a private link to follow it, or to take
        it back.
      </p>
    </form>
  );
}
