import { z } from "zod";
import {
  type ContentWarning,
  type Intensity,
  type WarningSlug,
  intensities,
  isWarningSlug,
  warningSlugs,
} from "#lib/content-warnings/list.ts";
import { postedText } from "#lib/form.ts";
import * as choices from "#lib/generated/messages/choices.ts";

/** Content warnings as a form holds them: which are checked, and how strong each is. */
export type WarningValues = {
  warnings: WarningSlug[];
  intensities: Partial<Record<WarningSlug, Intensity>>;
};

const fault = { error: () => choices.chooseFromList() };

export const warningFields = {
  warnings: z.array(z.string().refine(isWarningSlug, fault), fault).max(warningSlugs.length, fault),
  intensities: z.partialRecord(z.string().refine(isWarningSlug, fault), z.enum(intensities, fault)),
};

/** Reads `warnings` and `intensities.<slug>` as posted. What is not on the list is left to the schema. */
export function readWarnings(form: FormData): WarningValues {
  const warnings = [...new Set(form.getAll("warnings").map(String))].slice(0, 100) as WarningSlug[];
  const chosen = warnings.filter(isWarningSlug).map((slug) => {
    const intensity = postedText(form, `intensities.${slug}`);
    return [slug, (intensity || "MENTIONED") as Intensity] as const;
  });
  return { warnings, intensities: Object.fromEntries(chosen) };
}

/** In the order of the list, whatever the order of the form. */
export function toContentWarnings({ warnings, intensities }: WarningValues): ContentWarning[] {
  return warningSlugs
    .filter((slug) => warnings.includes(slug))
    .map((warning) => ({ warning, intensity: intensities[warning] ?? "MENTIONED" }));
}

export function toWarningValues(warnings: readonly ContentWarning[]): WarningValues {
  return {
    warnings: warnings.map(({ warning }) => warning),
    intensities: Object.fromEntries(warnings.map((each) => [each.warning, each.intensity])),
  };
}
