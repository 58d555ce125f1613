import type { Intensity } from "#lib/content-warnings/list.ts";

type Warned = { warning: string; intensity: Intensity };

/** A story as a moderator's care looks at it. */
export type Weighed = { careMark: boolean; warnings: readonly Warned[] };

/** So many warnings at least DESCRIBED make a story heavy. */
const DESCRIBED_TOGETHER = 2;

/**
 * Whether reading a story asks much of whoever reads it: someone speaks of a wish to die, one thing
 * is told graphically, or two are described. Of most stories here one thing is described (a death,
 * an operation): were that enough, nearly all were heavy and the offer of a pause would mean
 * nothing. No kind is let off: to be offered a pause once too often costs less than a list of what
 * others may find hard.
 */
export function isHeavy({ careMark, warnings }: Weighed): boolean {
  const described = warnings.filter(({ intensity }) => intensity !== "MENTIONED");
  return (
    careMark ||
    described.length >= DESCRIBED_TOGETHER ||
    described.some(({ intensity }) => intensity === "GRAPHIC")
  );
}

/** For whom a story is: for whoever asks, for others first, or for them as nobody else is left. */
export type Offer = "theirs" | "others-first" | "nobody-else";

/**
 * Whether a moderator is offered a story. `others` has what each other moderator and admin would
 * rather not get: one of them must mind nothing in the story for it to go to them, or of two who
 * each mind another thing in it both would wait for the other.
 */
export function offerOf(
  story: { warnings: readonly { warning: string }[] },
  avoids: readonly string[],
  others: readonly (readonly string[])[],
): Offer {
  const minds = (kinds: readonly string[]) =>
    story.warnings.some(({ warning }) => kinds.includes(warning));
  if (!minds(avoids)) return "theirs";
  return others.some((kinds) => !minds(kinds)) ? "others-first" : "nobody-else";
}

/** A break of so many minutes and the row begins anew. */
export const BREAK_MINUTES = 30;

/** How many of someone's latest decisions are on heavy stories, without a break. `decisions` are the newest first. */
export function heavyRow(decisions: readonly (Weighed & { decidedAt: Date })[], now: Date): number {
  let after = now.getTime();
  let row = 0;
  for (const { decidedAt, ...story } of decisions) {
    if (after - decidedAt.getTime() >= BREAK_MINUTES * 60_000 || !isHeavy(story)) break;
    after = decidedAt.getTime();
    row += 1;
  }
  return row;
}

/** Whether the desk offers something else after so many in a row. `limit` is HEAVY_IN_A_ROW; 0: never. */
export function offersPause(row: number, limit: number): boolean {
  return limit > 0 && row >= limit;
}

/** A claim lasts ten minutes: no more than that can have been spent since it was last renewed. */
const LONGEST_STRETCH = 10 * 60;

/** The whole seconds of a stretch at the desk that count. */
export function countableSeconds(seconds: number): number {
  if (!(seconds > 0)) return 0;
  return Math.min(Math.floor(seconds), LONGEST_STRETCH);
}
