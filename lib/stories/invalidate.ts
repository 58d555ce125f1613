import "server-only";
import { revalidateTag } from "next/cache";
import { storiesTag, storyTag } from "#lib/stories/tags.ts";

/**
 * Forgets the public pages that show a story, at once and here, so that whoever acted sees it. The
 * other server processes hear of it from PostgreSQL (server/invalidation.ts).
 */
export function forgetStory(id: string): void {
  revalidateTag(storiesTag, { expire: 0 });
  revalidateTag(storyTag(id), { expire: 0 });
}
