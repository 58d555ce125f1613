import type { ContentWarning, Intensity, WarningSlug } from "#lib/content-warnings/list.ts";
import { toContentWarnings } from "#lib/content-warnings/schema.ts";
import type { DemoTheme } from "./call.ts";

type DemoWarnings = Partial<Record<WarningSlug, Intensity>>;

/** One version of a demo story, as its storyteller would have sent it. */
export type DemoRevision = {
  lines: readonly string[];
  theme?: DemoTheme;
  /** Absent: Anonymous. */
  name?: string;
  role?: string;
  about: "MYSELF" | "AGREED" | "DETAILS_CHANGED";
  warnings?: DemoWarnings;
};

/** What a moderator said. `reason` is a slug of a Reason, as an installation begins with. */
export type DemoVerdict = { reason: string; message: string; internalNote?: string };

export type DemoStory = DemoRevision & {
  /** What the moderator made of the storyteller's warnings, where that differs. */
  decided?: DemoWarnings;
  /** An earlier revision, and why it was returned. */
  returned?: { revision: DemoRevision; verdict: DemoVerdict };
};

/** A story that ended, or paused, with a verdict other than approval. */
export type DemoJudgedStory = DemoStory & { verdict: DemoVerdict };

export function words({ lines }: DemoRevision): string {
  return lines.join("\n");
}

/** As the storyteller set them. */
export function contentWarnings({ warnings = {} }: DemoRevision): ContentWarning[] {
  return toContentWarnings({
    warnings: Object.keys(warnings) as WarningSlug[],
    intensities: warnings,
  });
}

/** As the moderator set them: the storyteller's, unless there was something to change. */
export function decidedWarnings({ decided, ...revision }: DemoStory): ContentWarning[] {
  return contentWarnings(decided ? { ...revision, warnings: decided } : revision);
}
