import { z } from "zod";

/** How long a claim holds after the last sign of work. */
export const CLAIM_MINUTES = 10;

/** Which opening of a story a claim comes from: its moment, ISO 8601. */
export function isClaimMark(value: string): boolean {
  return z.iso.datetime().safeParse(value).success && Date.parse(value) > 0;
}
