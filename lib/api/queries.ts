import "server-only";
import { unstable_cache } from "next/cache";
import { callState } from "#lib/calls/policy.ts";
import { callsTag } from "#lib/calls/tags.ts";
import { database } from "#lib/db.ts";
import { published } from "#lib/stories/policy.ts";
import { everyStoryTag, storiesTag } from "#lib/stories/tags.ts";

/** What is said of a story besides what readers are shown. */
export type Background = {
  /** The call that it answers; null while that has yet to open. */
  call: { slug: string; title: string } | null;
  /** When the words that readers see were sent. ISO 8601. */
  writtenAt: string;
  demo: boolean;
};

/** Of published stories, by their ids. */
export const readBackgrounds = unstable_cache(
  async (ids: string[]): Promise<Record<string, Background>> => {
    const now = new Date();
    const rows = await database().prisma.story.findMany({
      where: { id: { in: ids }, ...published },
      select: {
        id: true,
        demo: true,
        publishedRevision: { select: { createdAt: true } },
        call: { select: { slug: true, title: true, opensAt: true, closesAt: true } },
      },
    });
    return Object.fromEntries(
      rows.flatMap(({ id, demo, publishedRevision, call }) => {
        if (!publishedRevision) return [];
        const { slug, title } = call;
        const isTold = callState(call, now) !== "opening";
        const writtenAt = publishedRevision.createdAt.toISOString();
        return [[id, { call: isTold ? { slug, title } : null, writtenAt, demo }]];
      }),
    );
  },
  ["backgrounds"],
  { tags: [storiesTag, everyStoryTag, callsTag], revalidate: 300 },
);
