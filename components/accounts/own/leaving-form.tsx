"use client";

import { StoryLine } from "#components/accounts/own/story-line.tsx";
import { standingWords } from "#components/accounts/own/standing-words.ts";
import { Chip } from "#components/forms/controls.tsx";
import { ErrorSummary } from "#components/forms/error-summary.tsx";
import { Fieldset } from "#components/forms/fieldset.tsx";
import { SubmitButton } from "#components/forms/submit-button.tsx";
import type { useActionForm } from "#components/forms/use-action-form.ts";
import { ButtonLink } from "#components/ui/button.tsx";
import { Day } from "#components/ui/day.tsx";
import type { LeavingState } from "#lib/accounts/own/leaving/actions.ts";
import type { Leave } from "#lib/accounts/own/leaving/queries.ts";
import { type Choice, choices, fieldOf } from "#lib/accounts/own/leaving/schema.ts";
import type { ListedStory } from "#lib/accounts/own/queries.ts";
import * as accounts from "#lib/generated/messages/accounts.ts";
import { localized } from "#lib/locale.ts";
import type { Failure } from "#lib/result.ts";

type Form = ReturnType<typeof useActionForm<LeavingState>>;

type ChoiceChipsProps = {
  name: string;
  labels: Record<Choice, () => string>;
  chosen: string | undefined;
  register: Form["register"];
};

/** Neither is chosen until someone chooses. */
function ChoiceChips({ name, labels, chosen, register }: ChoiceChipsProps) {
  return (
    <div className="chips">
      {choices.map((choice) => (
        <Chip
          key={choice}
          type="radio"
          id={`${name}-${choice}`}
          label={labels[choice]()}
          {...register(name)}
          value={choice}
          defaultChecked={chosen === choice}
        />
      ))}
    </div>
  );
}

const forOne = { WITHDRAW: accounts.withdrawIt, KEEP: accounts.keepIt };
const forMany = { WITHDRAW: accounts.withdrawThem, KEEP: accounts.keepThem };

function StoryChoice({ story, form }: { story: ListedStory; form: Form }) {
  const name = fieldOf(story.id);
  return (
    <Fieldset
      id={name}
      legend={standingWords[story.status]()}
      hint={
        <>
          <p className="mb-2">{accounts.sentOn({ day: () => <Day iso={story.submittedAt} /> })}</p>
          <div className="text-ink">
            <StoryLine story={story} />
          </div>
        </>
      }
      error={form.errorOf(name)}
    >
      <input type="hidden" name="listed" value={story.id} />
      <ChoiceChips
        name={name}
        labels={forOne}
        chosen={form.state.values.stories[story.id]}
        register={form.register}
      />
    </Fieldset>
  );
}

/** How all stories that nothing was chosen for are decided on, where there is more than one. */
function RestChoice({ unlisted, form }: { unlisted: number; form: Form }) {
  return (
    <Fieldset
      id="rest"
      legend={accounts.allAtOnce()}
      hint={accounts.allAtOnceHint({ unlisted })}
      error={form.errorOf("rest")}
    >
      <ChoiceChips
        name="rest"
        labels={forMany}
        chosen={form.state.values.rest}
        register={form.register}
      />
    </Fieldset>
  );
}

/** One line in the summary, leading to the first story, where each would say the same. */
function inOneLine(failure: Failure, stories: ListedStory[]): Failure {
  const { fieldErrors = {}, ...rest } = failure;
  const fields = stories.map(({ id }) => fieldOf(id)).filter((field) => fieldErrors[field]);
  const [first] = fields;
  if (!first || fields.length === 1) return failure;
  const message = accounts.notChosen({ count: fields.length });
  return { ...rest, fieldErrors: { [first]: [message] } };
}

/** What becomes of each story, and the one button. */
export function LeavingForm({ leave, form }: { leave: Leave; form: Form }) {
  const { stories, unlisted, hasDecided } = leave;
  const count = stories.length + unlisted;
  return (
    <form {...form.formProps} aria-label={accounts.deleteTitle()}>
      <ErrorSummary failure={form.failure && inOneLine(form.failure, stories)} />
      {stories.length > 0 && (
        <section aria-labelledby="stories" className="mb-4">
          <h2 id="stories" className="font-serif text-heading font-medium">
            {accounts.whatBecomes({ count })}
          </h2>
          <dl className="mt-4 mb-10 space-y-3 text-ui">
            <div>
              <dt className="font-semibold">{accounts.withdraw()}</dt>
              <dd className="text-quiet">{accounts.withdrawWhat()}</dd>
            </div>
            <div>
              <dt className="font-semibold">{accounts.keep()}</dt>
              <dd className="text-quiet">{accounts.keepWhat()}</dd>
            </div>
          </dl>
          {count > 1 && <RestChoice unlisted={unlisted} form={form} />}
          {stories.map((story) => (
            <StoryChoice key={story.id} story={story} form={form} />
          ))}
        </section>
      )}
      <ul className="mb-8 list-disc space-y-2 ps-5 text-ui text-quiet">
        <li>{accounts.addressGoes()}</li>
        {hasDecided && <li>{accounts.decisionsStay()}</li>}
        <li>
          {accounts.cantBeUndone({
            copy: (words) => (
              <a href={localized("/my/export")} download>
                {words}
              </a>
            ),
          })}
        </li>
      </ul>
      <div className="flex flex-wrap gap-3">
        <SubmitButton tone="risk" pending={form.pending} pendingLabel={accounts.deleting()}>
          {accounts.deleteIt()}
        </SubmitButton>
        <ButtonLink tone="quiet" href={localized("/my/account")}>
          {accounts.noKeepIt()}
        </ButtonLink>
      </div>
    </form>
  );
}
