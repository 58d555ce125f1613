import { Byline, bylineName } from "#components/stories/byline.tsx";
import { ThemeLink } from "#components/finding/theme-link.tsx";
import { HeartButton } from "#components/reactions/heart-button.tsx";
import { HeartKeeper } from "#components/reactions/heart-keeper.tsx";
import { ReadersChoices } from "#components/content-warnings/readers-choices.tsx";
import { ReportLink } from "#components/reports/report-link.tsx";
import { StoryBody } from "#components/stories/story-body.tsx";
import { Day } from "#components/ui/day.tsx";
import * as reading from "#lib/generated/messages/reading.ts";
import type { StoryCard } from "#lib/stories/queries.ts";

/** A story that has a page to itself. */
export function StoryWhole({ story }: { story: StoryCard }) {
  return (
    <>
      <ReadersChoices />
      <article className="story pt-14 pb-12 sm:pt-28 sm:pb-16" aria-labelledby="story">
        <h1 id="story" className="sr-only">
          {reading.storyBy({ name: bylineName(story.bylineName) })}
        </h1>
        <StoryBody story={story} large place="page" />
        <footer className="story-meta">
          <Byline name={story.bylineName} role={story.bylineRole} />
          <span className="flex flex-wrap items-center gap-x-4">
            {story.theme && <ThemeLink theme={story.theme} />}
            <Day iso={story.publishedAt} brief />
            <ReportLink id={story.id} />
          </span>
          <HeartButton id={story.id} hearts={story.hearts} />
        </footer>
        <HeartKeeper />
      </article>
    </>
  );
}
