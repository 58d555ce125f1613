/**
 * The fixed list of content warnings. Groups and labels follow the Webis content-warning label set
 * (ACL 2023, MIT licence) checked against the NEON typology (PLOS ONE 2022,
 * doi 10.1371/journal.pone.0266722), with some that health stories need added.
 * A slug, once published, is never renamed: stories in the database carry it.
 */

import * as said from "#lib/generated/messages/warnings.ts";

export const intensities = ["MENTIONED", "DESCRIBED", "GRAPHIC"] as const;
export type Intensity = (typeof intensities)[number];

export const warningGroups = [
  {
    name: said.kindDeath,
    warnings: [
      { slug: "death", label: said.death },
      { slug: "child-death", label: said.childDeath },
      { slug: "end-of-life", label: said.endOfLife },
      { slug: "animal-death", label: said.animalDeath },
    ],
  },
  {
    name: said.kindBirth,
    warnings: [
      { slug: "miscarriage", label: said.miscarriage },
      { slug: "stillbirth", label: said.stillbirth },
      { slug: "childbirth", label: said.childbirth },
      { slug: "abortion", label: said.abortion },
    ],
  },
  {
    name: said.kindMedical,
    warnings: [
      { slug: "medical-procedures", label: said.medicalProcedures },
      { slug: "blood-gore", label: said.bloodGore },
      { slug: "resuscitation", label: said.resuscitation },
      { slug: "needles", label: said.needles },
      { slug: "medical-error", label: said.medicalError },
    ],
  },
  {
    name: said.kindMind,
    warnings: [
      { slug: "suicide", label: said.suicide },
      { slug: "self-harm", label: said.selfHarm },
      { slug: "mental-illness", label: said.mentalIllness },
      { slug: "addiction", label: said.addiction },
      { slug: "eating-disorder", label: said.eatingDisorder },
    ],
  },
  {
    name: said.kindAbuse,
    warnings: [
      { slug: "sexual-assault", label: said.sexualAssault },
      { slug: "child-abuse", label: said.childAbuse },
      { slug: "domestic-abuse", label: said.domesticAbuse },
      { slug: "animal-cruelty", label: said.animalCruelty },
    ],
  },
  {
    name: said.kindViolence,
    warnings: [
      { slug: "violence", label: said.violence },
      { slug: "kidnapping", label: said.kidnapping },
      { slug: "war-terror", label: said.warTerror },
    ],
  },
  {
    name: said.kindDiscrimination,
    warnings: [
      { slug: "racism", label: said.racism },
      { slug: "sexism", label: said.sexism },
      { slug: "homophobia-transphobia", label: said.homophobiaTransphobia },
      { slug: "ableism", label: said.ableism },
      { slug: "religious-hatred", label: said.religiousHatred },
    ],
  },
  {
    name: said.kindOther,
    warnings: [
      { slug: "sexual-content", label: said.sexualContent },
      { slug: "strong-language", label: said.strongLanguage },
    ],
  },
] as const;

export type WarningSlug = (typeof warningGroups)[number]["warnings"][number]["slug"];

/** One warning on a story, with how strongly the words go into it. */
export type ContentWarning = { warning: WarningSlug; intensity: Intensity };

const labels = new Map<string, () => string>(
  warningGroups.flatMap((group) => group.warnings.map(({ slug, label }) => [slug, label] as const)),
);

export const warningSlugs = [...labels.keys()] as WarningSlug[];

export function isWarningSlug(slug: string): slug is WarningSlug {
  return labels.has(slug);
}

export function warningLabel(slug: WarningSlug): string {
  return labels.get(slug)?.() ?? slug;
}

const intensityMessages = {
  MENTIONED: said.mentioned,
  DESCRIBED: said.described,
  GRAPHIC: said.graphic,
} satisfies Record<Intensity, unknown>;

/** How strongly a story goes into something, as it is said beside the label of that warning. */
export function intensityLabel(slug: WarningSlug, intensity: Intensity): string {
  // Which form the word takes is for the language to say.
  const form = said.form({ warning: slug.replaceAll("-", "_") });
  return intensityMessages[intensity]({ form });
}

/** "stillbirth, described" */
export function gradedLabel({ warning, intensity }: ContentWarning): string {
  return said.graded({
    warning: warningLabel(warning),
    intensity: intensityLabel(warning, intensity),
  });
}

/** A warning as other programs are told of it: `slug` is never renamed, `label` is for people. */
export type SpelledWarning = { slug: WarningSlug; label: string; intensity: Lowercase<Intensity> };

export function spellOut({ warning, intensity }: ContentWarning): SpelledWarning {
  const lower = intensity.toLowerCase() as Lowercase<Intensity>;
  return { slug: warning, label: warningLabel(warning), intensity: lower };
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

/** "stillbirth, described; needles, mentioned" */
export function listWarnings(warnings: readonly ContentWarning[]): string {
  return warnings.map(gradedLabel).join("; ");
}

/** The gate's label: "Contains: stillbirth, described; needles, mentioned". */
export function gateLabel(warnings: readonly ContentWarning[]): string {
  return said.contains({ warnings: listWarnings(warnings) });
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
