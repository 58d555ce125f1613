import { Chip } from "#components/forms/controls.tsx";
import {
  type WarningSlug,
  intensities,
  intensityLabel,
  warningLabel,
} from "#lib/content-warnings/list.ts";
import type { WarningValues } from "#lib/content-warnings/schema.ts";
import * as choices from "#lib/generated/messages/choices.ts";

/** What ties a control to its form; react-hook-form's `register` is one. */
export type RegisterField = (name: string) => object;

type WarningChipProps = { slug: WarningSlug; values: WarningValues; register: RegisterField };

/** A content warning to choose; once chosen, how much of it there is. */
export function WarningChip({ slug, values, register }: WarningChipProps) {
  const label = warningLabel(slug);
  const name = `intensities.${slug}`;
  return (
    <Chip
      type="checkbox"
      id={`warning-${slug}`}
      label={label}
      {...register("warnings")}
      name="warnings"
      value={slug}
      defaultChecked={values.warnings.includes(slug)}
    >
      <select
        aria-label={choices.howMuch({ warning: label })}
        {...register(name)}
        name={name}
        defaultValue={values.intensities[slug] ?? "MENTIONED"}
      >
        {intensities.map((intensity) => (
          <option key={intensity} value={intensity}>
            {intensityLabel(slug, intensity)}
          </option>
        ))}
      </select>
    </Chip>
  );
}
