import { Chip } from "#components/forms/controls.tsx";
import { Fieldset } from "#components/forms/fieldset.tsx";
import type { Recognisability } from "#lib/generated/prisma/enums.ts";

const answers: [Recognisability, string][] = [
  ["NO", "No"],
  ["NOT_WITH_CHANGES", "Not with the details changed"],
  ["YES", "Yes"],
];

type RecognisableFieldProps = {
  /** Asked before a story about someone else is approved; where it is not known, it may be said. */
  required: boolean;
  value: string;
  error: string | undefined;
  register: (name: string) => object;
};

/** Leaving out a name is often not enough. */
export function RecognisableField({ required, value, error, register }: RecognisableFieldProps) {
  return (
    <Fieldset
      id="recognisable"
      legend="Could they or their family recognise this?"
      {...(required ? {} : { hint: "The storyteller did not say whom it is about." })}
      error={error}
    >
      <div className="chips">
        {answers.map(([answer, label]) => (
          <Chip
            key={answer}
            type="radio"
            id={`recognisable-${answer}`}
            label={label}
            {...register("recognisable")}
            value={answer}
            defaultChecked={value === answer}
          />
        ))}
      </div>
      <details className="more">
        <summary>How to tell</summary>
        <ul className="guide">
          <li>Read it as the person’s sister would, who knows the day and the ward.</li>
          <li>
            A rare illness, an age with a place, a date, a job or a quoted sentence can be enough,
            and two of them together often are.
          </li>
          <li>What was in the news is known to strangers too.</li>
          <li>
            If a detail can go without the story losing its heart, propose the words without it.
          </li>
        </ul>
      </details>
    </Fieldset>
  );
}
