import { may } from "#lib/accounts/rights.ts";
import type { Viewer } from "#lib/accounts/viewer.ts";

/** Who may read the rules and what they found, change them, and try words against them. */
export function mayScreen(viewer: Viewer | null): viewer is Viewer {
  return may(viewer, "screen");
}

export function isRuleId(value: string): boolean {
  return /^[\w-]{1,40}$/.test(value);
}
