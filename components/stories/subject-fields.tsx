import { Chip } from "#components/forms/controls.tsx";
import { Fieldset } from "#components/forms/fieldset.tsx";
import type { StoryFormValues } from "#lib/stories/schema.ts";

type SubjectFieldsProps = {
  values: Pick<StoryFormValues, "subject" | "subjectConsent">;
  errors: { subject?: string | undefined; subjectConsent?: string | undefined };
  register: (name: string) => object;
};

const subjects = [
  ["MYSELF", "Me"],
  ["SOMEONE_ELSE", "Someone else"],
] as const;

const consents = [
  ["AGREED", "Yes, they agreed"],
  ["DETAILS_CHANGED", "No, or they can’t be asked. I changed the details"],
] as const;

/** Whom the story is about; of someone else, whether they agreed or can't be recognised. */
export function SubjectFields({ values, errors, register }: SubjectFieldsProps) {
  return (
    <div className="subject">
      <Fieldset id="subject" legend="Who is it about?" error={errors.subject}>
        <div className="chips">
          {subjects.map(([value, label]) => (
            <Chip
              key={value}
              type="radio"
              id={`subject-${value}`}
              label={label}
              {...register("subject")}
              value={value}
              defaultChecked={values.subject === value}
            />
          ))}
        </div>
      </Fieldset>
      <Fieldset
        id="subjectConsent"
        legend="Did they agree to you telling it?"
        hint="Leaving out a name is often not enough: a ward, a date or an unusual illness tells a family who it is."
        error={errors.subjectConsent}
        className="subject-consent"
      >
        <div className="chips">
          {consents.map(([value, label]) => (
            <Chip
              key={value}
              type="radio"
              id={`subjectConsent-${value}`}
              label={label}
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
