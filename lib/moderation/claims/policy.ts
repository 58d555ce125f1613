import { z } from "zod";

/** How long a claim holds after the last sign of work. */
export const CLAIM_MINUTES = 10;

/**
 * For how long a story that a moderator left for another is not their next while there are others;
 * one whose words speak of danger for no longer than a claim holds.
 */
export const PASSED_OVER_MINUTES = { care: CLAIM_MINUTES, other: 60 };

/** Which opening of a story a claim comes from: its moment, ISO 8601. */
export function isClaimMark(value: string): boolean {
  return z.iso.datetime().safeParse(value).success && Date.parse(value) > 0;
}
