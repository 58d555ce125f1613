import type { Viewer } from "#lib/accounts/viewer.ts";

/** Nobody decides on what they told themselves. */
export function isOwnStory(viewer: Viewer, story: { storytellerId: string | null }): boolean {
  return story.storytellerId === viewer.id;
}

export function isDecisionId(value: string): boolean {
  return /^[\w-]{1,40}$/.test(value);
}
