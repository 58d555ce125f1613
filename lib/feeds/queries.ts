import "server-only";
import { unstable_cache } from "next/cache";
import { database } from "#lib/db.ts";
import { type StoryCard, readCards } from "#lib/stories/queries.ts";
import { everyStoryTag, listingsTag, storiesTag } from "#lib/stories/tags.ts";

/** More than most readers look at a day, and little enough to be asked for every minute. */
export const FEED_SIZE = 50;

async function readIds(list: string | null): Promise<string[]> {
  const { prisma } = database();
  if (list === null) {
    const rows = await prisma.publishedStory.findMany({
      orderBy: [{ publishedAt: "desc" }, { id: "desc" }],
      take: FEED_SIZE,
      select: { id: true },
    });
    return rows.map(({ id }) => id);
  }
  const rows = await prisma.listing.findMany({
    where: { list },
    orderBy: [{ publishedAt: "desc" }, { storyId: "desc" }],
    take: FEED_SIZE,
    select: { storyId: true },
  });
  return rows.map(({ storyId }) => storyId);
}

/** The newest stories of a list that `listName` made, or of all. */
export const readNewest = unstable_cache(
  async (list: string | null): Promise<StoryCard[]> => readCards(await readIds(list)),
  ["newest"],
  { tags: [listingsTag, storiesTag, everyStoryTag], revalidate: 300 },
);
