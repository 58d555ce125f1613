import { HeartKeeper } from "#components/reactions/heart-keeper.tsx";
import { ReadersChoices } from "#components/content-warnings/readers-choices.tsx";
import { StoryCard } from "#components/stories/story-card.tsx";
import type { StoryCard as StoryCardData } from "#lib/stories/queries.ts";

type StoryListProps = {
  stories: StoryCardData[];
  /** Of a page that is rendered for one request. */
  nonce?: string | undefined;
};

export function StoryList({ stories, nonce }: StoryListProps) {
  return (
    <>
      <ReadersChoices nonce={nonce} />
      <div data-stories="" className="space-y-12 sm:space-y-14">
        {stories.map((story) => (
          <StoryCard key={story.id} story={story} />
        ))}
        <HeartKeeper />
      </div>
    </>
  );
}
