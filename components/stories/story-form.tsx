"use client";

import { ErrorSummary } from "#components/forms/error-summary.tsx";
import { SubmitButton } from "#components/forms/submit-button.tsx";
import { ConsentChoices } from "#components/stories/consent-choices.tsx";
import { ConsentField } from "#components/stories/consent-field.tsx";
import { ContactFields } from "#components/stories/contact-fields.tsx";
import { DraftNote } from "#components/stories/draft-note.tsx";
import { type Beginning, useBeginAgain } from "#components/stories/use-begin-again.ts";
import { useWordsForm } from "#components/stories/use-words-form.ts";
import { WordsFields, wordsFieldIds } from "#components/stories/words-fields.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import type { OpenCall } from "#lib/calls/queries.ts";
import * as submit from "#lib/generated/messages/submit.ts";
import { localized } from "#lib/locale.ts";
import type { Helpline } from "#lib/helplines/helpline.ts";
import { submitStoryAction } from "#lib/stories/actions.ts";
import { emptyStoryForm, readStoryForm, storyFormSchema } from "#lib/stories/schema.ts";

type StoryFormProps = {
  /** Null: none is open. */
  call: Pick<OpenCall, "slug" | "themes"> | null;
  /** Should the words speak of danger. */
  helplines: readonly Helpline[];
  submissionKey: string;
};

const fields = [
  ...wordsFieldIds,
  ...["email", "consent", "consentRoundUp", "consentSocial", "consentPrint"],
];

export function StoryForm({ submissionKey, ...props }: StoryFormProps) {
  const { times, beginning } = useBeginAgain(submissionKey);
  return <Form key={times} {...props} beginning={beginning} />;
}

type FormProps = Omit<StoryFormProps, "submissionKey"> & { beginning: Beginning };

function Form({ call, helplines, beginning }: FormProps) {
  const { state, failure, key, draft, pending, register, errorOf, formProps } = useWordsForm({
    action: submitStoryAction,
    initial: {
      failure: null,
      values: emptyStoryForm,
      key: beginning.submissionKey,
      findings: [],
      suggested: [],
      country: null,
    },
    schema: storyFormSchema,
    read: readStoryForm,
    draft: `story ${call?.slug ?? ""}`,
    beginning,
  });
  const { values } = state;
  if (!call && !state.failure)
    return <ButtonLink href={localized("/")}>{submit.readStories()}</ButtonLink>;
  return (
    <form {...formProps}>
      <DraftNote {...draft} />
      <ErrorSummary failure={failure} order={fields} />
      <input type="hidden" name="key" value={key} />
      <input type="hidden" name="call" value={call?.slug ?? ""} />
      <WordsFields
        state={state}
        themes={call?.themes ?? []}
        helplines={helplines}
        pictureSrc={null}
        pending={pending}
        pendingLabel={submit.sendingStory()}
        errorOf={errorOf}
        register={register}
      />
      <ContactFields values={values} errors={{ email: errorOf("email") }} register={register} />
      <ConsentField
        defaultChecked={values.consent}
        error={errorOf("consent")}
        register={register}
      />
      <details className="more field">
        <summary>{submit.usesElsewhere()}</summary>
        <div className="mt-3">
          <p className="field-hint">{submit.usesElsewhereHint()}</p>
          <ConsentChoices
            values={values}
            errors={{
              consentRoundUp: errorOf("consentRoundUp"),
              consentSocial: errorOf("consentSocial"),
              consentPrint: errorOf("consentPrint"),
            }}
            register={register}
          />
        </div>
      </details>
      <SubmitButton pending={pending} pendingLabel={submit.sendingStory()}>
        {submit.shareYourStory()}
      </SubmitButton>
      <p className="mt-4 max-w-[28rem] text-small text-quiet">{submit.whatFollows()}</p>
    </form>
  );
}
