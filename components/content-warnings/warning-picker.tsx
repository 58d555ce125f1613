import { IntensityHint } from "#components/content-warnings/intensity-hint.tsx";
import { type RegisterField, WarningChip } from "#components/content-warnings/warning-chip.tsx";
import { Fieldset } from "#components/forms/fieldset.tsx";
import { commonWarnings, warningGroups } from "#lib/content-warnings/list.ts";
import type { WarningValues } from "#lib/content-warnings/schema.ts";

type WarningPickerProps = {
  values: WarningValues;
  hint: string;
  error?: string | undefined;
  register: RegisterField;
};

const otherGroups = warningGroups
  .map(({ name, warnings }) => ({
    name,
    slugs: warnings.map(({ slug }) => slug).filter((slug) => !commonWarnings.includes(slug)),
  }))
  .filter(({ slugs }) => slugs.length > 0);
const otherCount = otherGroups.reduce((count, { slugs }) => count + slugs.length, 0);

/** The fixed list: the common ones at hand, the others one step away in their groups. */
export function WarningPicker({ values, hint, error, register }: WarningPickerProps) {
  const chip = (slug: (typeof commonWarnings)[number]) => (
    <WarningChip key={slug} slug={slug} values={values} register={register} />
  );
  const openOthers = values.warnings.some((slug) => !commonWarnings.includes(slug));
  return (
    <Fieldset id="warnings" legend="Content warnings" hint={hint} error={error}>
      <div className="chips">{commonWarnings.map(chip)}</div>
      <IntensityHint />
      <details className="more" open={openOthers}>
        <summary>{otherCount} more, by topic</summary>
        <div className="mt-3 space-y-5">
          {otherGroups.map(({ name, slugs }) => (
            <fieldset key={name}>
              <legend className="mb-2 text-small text-quiet">{name}</legend>
              <div className="chips">{slugs.map(chip)}</div>
            </fieldset>
          ))}
        </div>
      </details>
    </Fieldset>
  );
}
