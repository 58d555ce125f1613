import { StoryCard } from "#components/stories/story-card.tsx";
import type { StoryCard as StoryCardData } from "#lib/stories/queries.ts";

export function StoryList({ stories }: { stories: StoryCardData[] }) {
  return (
    <div className="space-y-12 sm:space-y-14">
      {stories.map((story) => (
        <StoryCard key={story.id} story={story} />
      ))}
    </div>
  );
}
