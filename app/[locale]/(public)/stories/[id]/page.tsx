import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { HelplineNote } from "#components/helplines/helpline-note.tsx";
import { StoryAround } from "#components/finding/story-around.tsx";
import { Page } from "#components/layout/page.tsx";
import { ShareStory } from "#components/sharing/share-story.tsx";
import { StoryData } from "#components/stories/story-data.tsx";
import { StoryEnd } from "#components/stories/story-end.tsx";
import { PrintedFrom } from "#components/stories/printed-from.tsx";
import { StoryWhole } from "#components/stories/story-whole.tsx";
import { storyPreview } from "#components/stories/story-preview.ts";
import { callsForHelpline } from "#lib/content-warnings/list.ts";
import { getAround } from "#lib/finding/around/queries.ts";
import { getPublishedStory } from "#lib/stories/queries.ts";

// On demand, then from the cache, like the feed.
export const generateStaticParams = () => [];

export async function generateMetadata({
  params,
}: PageProps<"/[locale]/stories/[id]">): Promise<Metadata> {
  const story = await getPublishedStory((await params).id);
  return story ? storyPreview(story) : {};
}

export default async function StoryPage({ params }: PageProps<"/[locale]/stories/[id]">) {
  const story = await getPublishedStory((await params).id);
  if (!story) notFound();
  return (
    <Page>
      <StoryData story={story} />
      <StoryWhole story={story} />
      <PrintedFrom storyId={story.id} />
      <ShareStory story={story} />
      {callsForHelpline(story.warnings) && (
        <HelplineNote about={story.warnings.map(({ warning }) => warning)} />
      )}
      <StoryAround story={story} around={await getAround(story.id)} />
      <StoryEnd id={story.id} />
    </Page>
  );
}
