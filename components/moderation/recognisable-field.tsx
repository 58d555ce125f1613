import { Chip } from "#components/forms/controls.tsx";
import { Fieldset } from "#components/forms/fieldset.tsx";
import { recognisableNames } from "#components/moderation/names.ts";
import * as desk from "#lib/generated/messages/desk.ts";

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
      legend={desk.recognisable()}
      {...(required ? {} : { hint: desk.recognisableHint() })}
      error={error}
    >
      <div className="chips">
        {Object.entries(recognisableNames).map(([answer, label]) => (
          <Chip
            key={answer}
            type="radio"
            id={`recognisable-${answer}`}
            label={label()}
            {...register("recognisable")}
            value={answer}
            defaultChecked={value === answer}
          />
        ))}
      </div>
      <details className="more">
        <summary>{desk.howToTell()}</summary>
        <ul className="guide">
          <li>{desk.tellAsSister()}</li>
          <li>{desk.tellDetails()}</li>
          <li>{desk.tellNews()}</li>
          <li>{desk.tellPropose()}</li>
        </ul>
      </details>
    </Fieldset>
  );
}
