import type { Viewer } from "#lib/accounts/viewer.ts";

/**
 * A note is for those who decide, and who wrote it may be known by it: a moderator is not shown what
 * readers, or colleagues among themselves, wrote about a story of their own.
 */
export function mayReadNotes(viewer: Viewer, story: { storytellerId: string | null }): boolean {
  return story.storytellerId !== viewer.id;
}
