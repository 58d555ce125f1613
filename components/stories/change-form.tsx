"use client";

import { ErrorSummary } from "#components/forms/error-summary.tsx";
import { SubmitButton } from "#components/forms/submit-button.tsx";
import { changeDraft } from "#components/stories/draft.ts";
import { DraftNote } from "#components/stories/draft-note.tsx";
import { type Beginning, useBeginAgain } from "#components/stories/use-begin-again.ts";
import { useWordsForm } from "#components/stories/use-words-form.ts";
import { WordsFields, wordsFieldIds } from "#components/stories/words-fields.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import * as submit from "#lib/generated/messages/submit.ts";
import { localized } from "#lib/locale.ts";
import type { Helpline } from "#lib/helplines/helpline.ts";
import { changeStoryAction } from "#lib/stories/actions.ts";
import type { StoryForChange } from "#lib/stories/queries.ts";
import { changeFormSchema, readWordsForm } from "#lib/stories/schema.ts";

type ChangeFormProps = {
  /** What stands after `/my/`. */
  way: string;
  story: Omit<StoryForChange, "picture">;
  /** Words to begin with, in the place of the story's own. */
  proposed?: string | undefined;
  pictureSrc: string | null;
  /** Should the words speak of danger. */
  helplines: readonly Helpline[];
  submissionKey: string;
};

/**
 * A story that can't be changed shows the form only to someone for whom that came while they wrote:
 * React brings their words back to it.
 */
export function ChangeForm({ submissionKey, ...props }: ChangeFormProps) {
  const { times, beginning } = useBeginAgain(submissionKey);
  return <Form key={times} {...props} beginning={beginning} />;
}

type FormProps = Omit<ChangeFormProps, "submissionKey"> & { beginning: Beginning };

function Form({ way, story, proposed, pictureSrc, helplines, beginning }: FormProps) {
  const { state, failure, key, draft, pending, register, errorOf, formProps } = useWordsForm({
    action: changeStoryAction,
    initial: {
      failure: null,
      values: { ...story.values, text: proposed ?? story.values.text },
      key: beginning.submissionKey,
      base: story.base,
      findings: [],
      suggested: [],
      country: null,
    },
    schema: changeFormSchema,
    read: readWordsForm,
    draft: changeDraft(story.id),
    beginning,
  });
  if (!story.open && !failure) {
    return <ButtonLink href={localized(`/my/${way}`)}>{submit.toStoryPage()}</ButtonLink>;
  }
  return (
    <form {...formProps}>
      <DraftNote {...draft} />
      <ErrorSummary failure={failure} order={wordsFieldIds} />
      {story.asked && <Asked asked={story.asked} />}
      <input type="hidden" name="key" value={key} />
      <input type="hidden" name="way" value={way} />
      {/* A draft keeps its own: what was changed elsewhere since is not overwritten unseen. */}
      <input type="hidden" name="base" value={draft.base ?? state.base} />
      <WordsFields
        state={state}
        themes={story.themes}
        helplines={helplines}
        pictureSrc={state.values.pictureId === story.values.pictureId ? pictureSrc : null}
        before={story.values.text}
        pending={pending}
        pendingLabel={submit.sendingChange()}
        errorOf={errorOf}
        register={register}
      />
      <div className="flex flex-wrap gap-3">
        <SubmitButton pending={pending} pendingLabel={submit.sendingChange()}>
          {submit.sendChange()}
        </SubmitButton>
        <ButtonLink tone="quiet" href={localized(`/my/${way}`)}>
          {submit.leaveAsItIs()}
        </ButtonLink>
      </div>
    </form>
  );
}

/** Beside the words, so that nobody has to remember what was asked. */
function Asked({ asked }: { asked: NonNullable<StoryForChange["asked"]> }) {
  return (
    <aside aria-labelledby="asked" className="note mb-10">
      <p id="asked" className="note-title">
        {submit.moderatorSaid()}
      </p>
      {asked.reason && <p className="mt-1">{asked.reason}</p>}
      {asked.message && (
        <blockquote dir="auto" className="mt-2 font-serif text-lead whitespace-pre-line">
          {asked.message}
        </blockquote>
      )}
    </aside>
  );
}
