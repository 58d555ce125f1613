import "server-only";
import { toContentWarnings } from "#lib/content-warnings/schema.ts";
import type { Prisma } from "#lib/generated/prisma/client.ts";
import type { Intensity } from "#lib/generated/prisma/enums.ts";
import type { Finding } from "#lib/privacy/findings.ts";
import { weightedLength } from "#lib/stories/length.ts";
import type { WordsInput } from "#lib/stories/schema.ts";

/** What a revision holds of a form; the same for two forms means that nothing was changed. */
export const contentFields = {
  text: true,
  bylineName: true,
  bylineRole: true,
  subject: true,
  subjectConsent: true,
  pictureId: true,
  pictureAlt: true,
  theme: { select: { slug: true } },
  warnings: { select: { warning: true, intensity: true }, orderBy: { warning: "asc" } },
} as const satisfies Prisma.RevisionSelect;

/** A form in the shape of `contentFields`. */
export function contentOf(input: WordsInput) {
  const { text, bylineName, bylineRole, subject, subjectConsent, pictureId, pictureAlt } = input;
  return {
    ...{ text, bylineName, bylineRole, subject, subjectConsent, pictureId, pictureAlt },
    theme: input.theme === null ? null : { slug: input.theme },
    warnings: byName(toContentWarnings(input)),
  };
}

/** In the order of `contentFields`. */
export function byName<Warning extends { warning: string }>(warnings: readonly Warning[]) {
  return warnings.toSorted((a, b) => (a.warning < b.warning ? -1 : 1));
}

type Changeable = {
  latestRevisionId: string | null;
  publishedRevisionId: string | null;
  /** As readers see them. */
  warnings: { warning: string; intensity: Intensity }[];
};

/**
 * The content warnings that a change begins with: as readers see them, a moderator's among them, so
 * that taking one away is meant. While another change is open, those of that one.
 */
export function warningsToChange(
  { latestRevisionId, publishedRevisionId, warnings }: Changeable,
  latest: Pick<Changeable, "warnings">,
): Changeable["warnings"] {
  return latestRevisionId === publishedRevisionId ? warnings : latest.warnings;
}

/**
 * What a form to change a story was filled from. A story that has become anonymous since is another
 * one: an older form would bring the byline back.
 */
export function baseOf(latest: Signed): string {
  const isSigned = latest.bylineName !== null || latest.bylineRole !== null;
  return isSigned ? `${latest.id}-signed` : latest.id;
}

type Signed = { id: string; bylineName: string | null; bylineRole: string | null };

type NewRevision = {
  storyId: string;
  number: number;
  themeId: string | null;
  input: WordsInput;
  hints: Finding[];
};

/** Writes a revision, makes it the one that is decided on, and moves the story with it. */
export async function writeRevision(
  tx: Prisma.TransactionClient,
  revision: NewRevision,
  move: (revisionId: string) => Prisma.StoryUncheckedUpdateInput = () => ({}),
): Promise<void> {
  const { storyId, number, themeId, input, hints } = revision;
  const { theme: _theme, warnings: _warnings, ...content } = contentOf(input);
  const { id } = await tx.revision.create({
    data: {
      ...content,
      storyId,
      number,
      weight: weightedLength(input.text),
      themeId,
      hints,
      warnings: { create: toContentWarnings(input) },
    },
    select: { id: true },
  });
  await tx.story.update({
    where: { id: storyId },
    data: { latestRevisionId: id, ...move(id) },
  });
}
