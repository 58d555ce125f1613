import { IntensityHint } from "#components/content-warnings/intensity-hint.tsx";
import { SuggestedWarnings } from "#components/content-warnings/suggested-warnings.tsx";
import { type RegisterField, WarningChip } from "#components/content-warnings/warning-chip.tsx";
import { Fieldset } from "#components/forms/fieldset.tsx";
import {
  type WarningSlug,
  commonWarnings,
  isWarningSlug,
  warningGroups,
} from "#lib/content-warnings/list.ts";
import type { WarningValues } from "#lib/content-warnings/schema.ts";
import * as choices from "#lib/generated/messages/choices.ts";

type WarningPickerProps = {
  values: WarningValues;
  hint: string;
  error?: string | undefined;
  /** What the words seem to call for and is not chosen. */
  suggested?: readonly WarningSlug[];
  register: RegisterField;
};

/** Everything that is not at hand, in its groups. */
function othersThan(atHand: readonly WarningSlug[]) {
  const groups = warningGroups.map(({ name, warnings }) => ({
    name,
    slugs: warnings.map(({ slug }) => slug).filter((slug) => !atHand.includes(slug)),
  }));
  return groups.filter(({ slugs }) => slugs.length > 0);
}

/** The fixed list: the common ones and those chosen at hand, the others one step away. */
export function WarningPicker({
  values,
  hint,
  error,
  suggested = [],
  register,
}: WarningPickerProps) {
  const atHand = [...new Set([...commonWarnings, ...values.warnings.filter(isWarningSlug)])];
  const others = othersThan(atHand);
  const chip = (slug: WarningSlug) => (
    <WarningChip key={slug} slug={slug} values={values} register={register} />
  );
  return (
    <Fieldset id="warnings" legend={choices.legend()} hint={hint} error={error}>
      <SuggestedWarnings slugs={suggested} />
      <div className="chips">{atHand.map(chip)}</div>
      <IntensityHint />
      <details className="more">
        <summary>
          {choices.moreByTopic({
            count: others.reduce((count, { slugs }) => count + slugs.length, 0),
          })}
        </summary>
        <div className="mt-3 space-y-5">
          {others.map(({ name, slugs }) => (
            <fieldset key={slugs[0]}>
              <legend className="mb-2 text-small text-quiet">{name()}</legend>
              <div className="chips">{slugs.map(chip)}</div>
            </fieldset>
          ))}
        </div>
      </details>
    </Fieldset>
  );
}
