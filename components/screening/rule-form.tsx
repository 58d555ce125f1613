"use client";

import { Chip, TextArea, TextInput } from "#components/forms/controls.tsx";
import { ErrorSummary } from "#components/forms/error-summary.tsx";
import { Field } from "#components/forms/field.tsx";
import { Fieldset } from "#components/forms/fieldset.tsx";
import { SubmitButton } from "#components/forms/submit-button.tsx";
import { useActionForm } from "#components/forms/use-action-form.ts";
import { TouchedStories } from "#components/screening/touched-stories.tsx";
import { TriedWords } from "#components/screening/tried-words.tsx";
import { Button } from "#components/ui/button.tsx";
import * as screening from "#lib/generated/messages/screening.ts";
import { saveRuleAction } from "#lib/screening/actions.ts";
import {
  type RuleFormValues,
  emptyRuleForm,
  readRuleForm,
  ruleFields,
  ruleFormSchema,
} from "#lib/screening/schema.ts";
import { effectNames, effectWords, kindNames, kindWords } from "#lib/screening/words.ts";

type RuleFormProps = {
  /** The rule to change; without one, the form makes a new one. */
  rule?: { id: string; seen: string; values: RuleFormValues };
  labelledBy: string;
};

/** What a rule looks for and what it does; and, before it is saved, what it would have done. */
export function RuleForm({ rule, labelledBy }: RuleFormProps) {
  const { state, failure, pending, register, errorOf, formProps } = useActionForm({
    action: saveRuleAction,
    initial: {
      ...{ failure: null, trial: null, seen: rule?.seen ?? "" },
      values: rule?.values ?? emptyRuleForm,
    },
    schema: ruleFormSchema,
    read: readRuleForm,
    problem: screening.notSaved(),
  });
  const { values, trial } = state;
  /** What a control is, beside what its label and hint say of it. */
  const control = (name: keyof RuleFormValues) => ({
    ...register(name),
    defaultValue: values[name],
  });
  const number = { inputMode: "numeric", autoComplete: "off", className: "max-w-32" } as const;
  return (
    <form {...formProps} aria-labelledby={labelledBy} className="rule-form">
      <ErrorSummary failure={failure} order={ruleFields} />
      {rule && <input type="hidden" name="id" value={rule.id} />}
      <input type="hidden" name="seen" value={state.seen} />
      <Field id="name" label={screening.name()} hint={screening.nameHint()} error={errorOf("name")}>
        {(aria) => (
          <TextInput {...aria} {...control("name")} dir="auto" autoComplete="off" required />
        )}
      </Field>
      <Fieldset id="kind" legend={screening.kind()} error={errorOf("kind")}>
        <div className="chips">
          {kindNames.map((kind) => (
            <Chip
              key={kind}
              type="radio"
              id={`kind-${kind}`}
              label={kindWords[kind]()}
              {...register("kind")}
              value={kind}
              defaultChecked={values.kind === kind}
            />
          ))}
        </div>
      </Fieldset>
      <Field
        id="phrases"
        label={screening.phrases()}
        hint={screening.phrasesHint()}
        error={errorOf("phrases")}
        className="for-PHRASES"
      >
        {(aria) => (
          <TextArea
            {...aria}
            {...control("phrases")}
            dir="auto"
            rows={5}
            autoCapitalize="none"
            spellCheck={false}
          />
        )}
      </Field>
      <Field id="links" label={screening.links()} error={errorOf("links")} className="for-LINKS">
        {(aria) => <TextInput {...aria} {...control("links")} {...number} />}
      </Field>
      <div className="for-REPEATED_SENDER">
        <div className="grid gap-x-8 sm:grid-cols-2">
          <Field
            id="stories"
            label={screening.stories()}
            hint={screening.storiesHint()}
            error={errorOf("stories")}
          >
            {(aria) => <TextInput {...aria} {...control("stories")} {...number} />}
          </Field>
          <Field
            id="within"
            label={screening.within()}
            hint={screening.withinHint()}
            error={errorOf("within")}
          >
            {(aria) => <TextInput {...aria} {...control("within")} {...number} />}
          </Field>
        </div>
      </div>
      <Field
        id="younger"
        label={screening.younger()}
        hint={screening.youngerHint()}
        error={errorOf("younger")}
        className="for-NEW_ACCOUNT"
      >
        {(aria) => <TextInput {...aria} {...control("younger")} {...number} />}
      </Field>
      <Fieldset id="effect" legend={screening.effect()} error={errorOf("effect")}>
        <div className="chips">
          {effectNames.map((effect) => (
            <Chip
              key={effect}
              type="radio"
              id={`effect-${effect}`}
              label={effectWords[effect].choice()}
              {...register("effect")}
              value={effect}
              defaultChecked={values.effect === effect}
            />
          ))}
        </div>
      </Fieldset>
      <Field
        id="sentence"
        label={screening.sentence()}
        hint={screening.sentenceHint()}
        error={errorOf("sentence")}
        className="for-REFUSE"
      >
        {(aria) => <TextArea {...aria} {...control("sentence")} dir="auto" />}
      </Field>
      <div className="check field">
        <input
          type="checkbox"
          id="active"
          {...register("active")}
          value="on"
          defaultChecked={values.active === "on"}
        />
        <label htmlFor="active">{screening.active()}</label>
      </div>
      <Field
        id="words"
        label={screening.words()}
        hint={screening.wordsHint()}
        error={errorOf("words")}
      >
        {(aria) => <TextArea {...aria} {...control("words")} dir="auto" />}
      </Field>
      <div className="flex flex-wrap gap-3">
        <SubmitButton pending={pending} pendingLabel={screening.saving()}>
          {screening.save()}
        </SubmitButton>
        <Button tone="quiet" name="do" value="try">
          {screening.tryRule()}
        </Button>
      </div>
      {trial && !failure && (
        <div className="trial">
          {trial.words && <TriedWords tried={trial.words} />}
          <TouchedStories touched={trial.touched} />
        </div>
      )}
    </form>
  );
}
