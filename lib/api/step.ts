import type { Way } from "#lib/pagination.ts";

/** Where a page begins, and which way it goes from there. */
export type Step = { cursor: string; way: Way };

/** As it stands in an address: a step back begins with a hyphen, which no cursor does. */
export function writeStep({ cursor, way }: Step): string {
  return way === "newer" ? `-${cursor}` : cursor;
}

export function readStep(value: string): Step {
  return value.startsWith("-")
    ? { cursor: value.slice(1), way: "newer" }
    : { cursor: value, way: "older" };
}
