import * as desk from "#lib/generated/messages/desk.ts";

/** Decisions that leave a story's words to readers. */
const leaveIt: ReadonlySet<string> = new Set([
  "APPROVE",
  "RESTORE",
  "SET_WARNINGS",
  "DISMISS_REPORTS",
]);

/**
 * What keeps a story from being decided on, by a slip of a key: its words behind their gate, or its
 * picture blurred still. Without JavaScript nobody can tell, and nothing does.
 */
export function unreadProblems(kind: string, page: ParentNode): Record<string, string[]> {
  if (!leaveIt.has(kind)) return {};
  if (page.querySelector("#story > details.gate:not([open])")) {
    return { story: [desk.stillGated()] };
  }
  if (page.querySelector("#story .veil-box:not(:checked)")) {
    return { story: [desk.stillBlurred()] };
  }
  return {};
}
