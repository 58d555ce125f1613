import type { Viewer } from "#lib/accounts/viewer.ts";
import * as decisions from "#lib/generated/messages/decisions.ts";

/** Nobody decides on what they told themselves. */
export function isOwnStory(viewer: Viewer, story: { storytellerId: string | null }): boolean {
  return story.storytellerId === viewer.id;
}

/** What stands in the log of an approval that came about because a storyteller accepted words. */
export const ACCEPTED_NOTE = "The storyteller accepted the proposed words.";

/** An internal note as moderators read it: what the site itself noted, in the language they read. */
export function noteInWords(note: string | null): string | null {
  return note === ACCEPTED_NOTE ? decisions.acceptedNote() : note;
}

export function isDecisionId(value: string): boolean {
  return /^[\w-]{1,40}$/.test(value);
}
