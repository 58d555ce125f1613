import { Chip } from "#components/forms/controls.tsx";
import { Fieldset } from "#components/forms/fieldset.tsx";
import {
  type ConsentChoice,
  type ConsentField,
  type ConsentValues,
  choiceLabels,
  consentChoices,
  consentUses,
  optionalUses,
} from "#lib/stories/consents.ts";

type ConsentChoicesProps = {
  values: ConsentValues;
  errors?: Partial<Record<ConsentField, string | undefined>>;
  /** Whether there is a byline to show. Where that is still open, it is asked for. */
  hasByline?: boolean;
  register: (name: string) => object;
};

/** What else the story may be used for: a question for each use, with its own answer. */
export function ConsentChoices({
  values,
  errors = {},
  hasByline = true,
  register,
}: ConsentChoicesProps) {
  const offered = consentChoices.filter((choice) => hasByline || choice !== "BYLINE");
  const chosen = (field: ConsentField): ConsentChoice =>
    values[field] === "BYLINE" && !hasByline ? "ANONYMOUS" : values[field];
  return (
    <div className="consents">
      {optionalUses.map((use) => {
        const { field, label, means } = consentUses[use];
        return (
          <Fieldset key={use} id={field} legend={label()} hint={means()} error={errors[field]}>
            <div className="chips">
              {offered.map((choice) => (
                <Chip
                  key={choice}
                  type="radio"
                  id={`${field}-${choice || "NO"}`}
                  label={choiceLabels[choice]()}
                  {...register(field)}
                  name={field}
                  value={choice}
                  defaultChecked={chosen(field) === choice}
                />
              ))}
            </div>
          </Fieldset>
        );
      })}
    </div>
  );
}
