/**
 * The fixed list of content warnings. Groups and labels follow the Webis content-warning label set
 * (ACL 2023, MIT licence) checked against the NEON typology (PLOS ONE 2022,
 * doi 10.1371/journal.pone.0266722), with some that health stories need added.
 * A slug, once published, is never renamed: stories in the database carry it.
 */

export const intensities = ["MENTIONED", "DESCRIBED", "GRAPHIC"] as const;
export type Intensity = (typeof intensities)[number];

export const intensityLabels: Record<Intensity, string> = {
  MENTIONED: "mentioned",
  DESCRIBED: "described",
  GRAPHIC: "graphic",
};

export const warningGroups = [
  {
    name: "Death",
    warnings: [
      { slug: "death", label: "death" },
      { slug: "child-death", label: "death of a child or baby" },
      { slug: "end-of-life", label: "end of life care" },
      { slug: "animal-death", label: "death of an animal" },
    ],
  },
  {
    name: "Pregnancy and birth",
    warnings: [
      { slug: "miscarriage", label: "miscarriage" },
      { slug: "stillbirth", label: "stillbirth" },
      { slug: "childbirth", label: "childbirth" },
      { slug: "abortion", label: "abortion" },
    ],
  },
  {
    name: "Medical",
    warnings: [
      { slug: "medical-procedures", label: "medical procedures" },
      { slug: "blood-gore", label: "blood or gore" },
      { slug: "resuscitation", label: "resuscitation" },
      { slug: "needles", label: "needles" },
      { slug: "medical-error", label: "medical error" },
    ],
  },
  {
    name: "Mental health",
    warnings: [
      { slug: "suicide", label: "suicide" },
      { slug: "self-harm", label: "self-harm" },
      { slug: "mental-illness", label: "mental illness" },
      { slug: "addiction", label: "addiction" },
      { slug: "eating-disorder", label: "eating disorder" },
    ],
  },
  {
    name: "Abuse",
    warnings: [
      { slug: "sexual-assault", label: "sexual assault" },
      { slug: "child-abuse", label: "child abuse" },
      { slug: "domestic-abuse", label: "domestic abuse" },
      { slug: "animal-cruelty", label: "animal cruelty" },
    ],
  },
  {
    name: "Violence",
    warnings: [
      { slug: "violence", label: "violence" },
      { slug: "kidnapping", label: "kidnapping" },
      { slug: "war-terror", label: "war or terror" },
    ],
  },
  {
    name: "Discrimination",
    warnings: [
      { slug: "racism", label: "racism" },
      { slug: "sexism", label: "sexism" },
      { slug: "homophobia-transphobia", label: "homophobia or transphobia" },
      { slug: "ableism", label: "ableism" },
      { slug: "religious-hatred", label: "religious hatred" },
    ],
  },
  {
    name: "Other",
    warnings: [
      { slug: "sexual-content", label: "sexual content" },
      { slug: "strong-language", label: "strong language" },
    ],
  },
] as const;

export type WarningSlug = (typeof warningGroups)[number]["warnings"][number]["slug"];

/** One warning on a story, with how strongly the words go into it. */
export type ContentWarning = { warning: WarningSlug; intensity: Intensity };

const labels = new Map<string, string>(
  warningGroups.flatMap((group) => group.warnings.map(({ slug, label }) => [slug, label] as const)),
);

export const warningSlugs = [...labels.keys()] as WarningSlug[];

export function isWarningSlug(slug: string): slug is WarningSlug {
  return labels.has(slug);
}

export function warningLabel(slug: WarningSlug): string {
  return labels.get(slug) ?? slug;
}

/** Shown first in the forms; the others are one step away. */
export const commonWarnings: readonly WarningSlug[] = [
  "death",
  "child-death",
  "end-of-life",
  "miscarriage",
  "medical-procedures",
  "resuscitation",
  "suicide",
  "mental-illness",
];

/** What calls for a helpline. */
export const helplineWarnings: readonly WarningSlug[] = [
  "suicide",
  "self-harm",
  "sexual-assault",
  "child-abuse",
  "domestic-abuse",
  "eating-disorder",
  "addiction",
  "child-death",
  "miscarriage",
  "stillbirth",
];

const offerHelplineFor: ReadonlySet<string> = new Set(helplineWarnings);

/** Whether a story or page with these warnings carries the helpline note. */
export function callsForHelpline(warnings: readonly { warning: string }[]): boolean {
  return warnings.some(({ warning }) => offerHelplineFor.has(warning));
}

/** The gate's label: "Contains: stillbirth, described; needles, mentioned". */
export function gateLabel(warnings: readonly ContentWarning[]): string {
  const parts = warnings.map(
    ({ warning, intensity }) => `${warningLabel(warning)}, ${intensityLabels[intensity]}`,
  );
  return `Contains: ${parts.join("; ")}`;
}

const strength = (intensity: Intensity) => intensities.indexOf(intensity);

/** Every warning of either, each as strong as it is in one of them. In no order. */
export function strongest(
  one: readonly ContentWarning[],
  other: readonly ContentWarning[],
): ContentWarning[] {
  const found = new Map<WarningSlug, Intensity>();
  for (const { warning, intensity } of [...one, ...other]) {
    const known = found.get(warning);
    if (!known || strength(intensity) > strength(known)) found.set(warning, intensity);
  }
  return [...found].map(([warning, intensity]) => ({ warning, intensity }));
}

/** Whether `warnings` says everything that `than` says, and no less of it. */
export function isAsStrong(
  warnings: readonly ContentWarning[],
  than: readonly ContentWarning[],
): boolean {
  return than.every((each) =>
    warnings.some(
      ({ warning, intensity }) =>
        warning === each.warning && strength(intensity) >= strength(each.intensity),
    ),
  );
}
