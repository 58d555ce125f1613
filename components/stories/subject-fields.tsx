import { Chip } from "#components/forms/controls.tsx";
import { Fieldset } from "#components/forms/fieldset.tsx";
import * as submit from "#lib/generated/messages/submit.ts";
import type { StoryFormValues } from "#lib/stories/schema.ts";

type SubjectFieldsProps = {
  values: Pick<StoryFormValues, "subject" | "subjectConsent">;
  errors: { subject?: string | undefined; subjectConsent?: string | undefined };
  register: (name: string) => object;
};

const subjects = [
  ["MYSELF", submit.subjectMyself],
  ["SOMEONE_ELSE", submit.subjectSomeoneElse],
] as const;

const consents = [
  ["AGREED", submit.subjectAgreed],
  ["DETAILS_CHANGED", submit.subjectDetailsChanged],
] as const;

/** Whom the story is about; of someone else, whether they agreed or can't be recognised. */
export function SubjectFields({ values, errors, register }: SubjectFieldsProps) {
  return (
    <div className="subject">
      <Fieldset id="subject" legend={submit.subject()} error={errors.subject}>
        <div className="chips">
          {subjects.map(([value, label]) => (
            <Chip
              key={value}
              type="radio"
              id={`subject-${value}`}
              label={label()}
              {...register("subject")}
              value={value}
              defaultChecked={values.subject === value}
            />
          ))}
        </div>
      </Fieldset>
      <Fieldset
        id="subjectConsent"
        legend={submit.subjectConsent()}
        hint={submit.subjectConsentHint()}
        error={errors.subjectConsent}
        className="subject-consent"
      >
        <div className="chips">
          {consents.map(([value, label]) => (
            <Chip
              key={value}
              type="radio"
              id={`subjectConsent-${value}`}
              label={label()}
              {...register("subjectConsent")}
              value={value}
              defaultChecked={values.subjectConsent === value}
            />
          ))}
        </div>
      </Fieldset>
    </div>
  );
}
