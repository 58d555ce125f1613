import { HelplineLine } from "#components/content-warnings/helpline-note.tsx";
import { Byline, bylineName } from "#components/stories/byline.tsx";
import { ReportLink } from "#components/reports/report-link.tsx";
import { StoryBody } from "#components/stories/story-body.tsx";
import { Day } from "#components/ui/day.tsx";
import { callsForHelpline } from "#lib/content-warnings/list.ts";
import type { StoryCard as StoryCardData } from "#lib/stories/queries.ts";

/** A story among others. */
export function StoryCard({ story }: { story: StoryCardData }) {
  const name = bylineName(story.bylineName);
  return (
    <article className="story" aria-label={`Story by ${name}`}>
      <StoryBody story={story} />
      <footer className="story-meta">
        <Byline name={story.bylineName} role={story.bylineRole} />
        <span className="flex flex-wrap items-center gap-x-4">
          {story.theme && <bdi>{story.theme.title}</bdi>}
          <a
            href={`/stories/${story.id}`}
            className="-my-2.5 inline-flex min-h-target items-center hover:text-ink"
          >
            <Day iso={story.publishedAt} />
            <span className="sr-only">, this story by {name} on its own page</span>
          </a>
          <ReportLink id={story.id} />
        </span>
      </footer>
      {callsForHelpline(story.warnings) && <HelplineLine />}
    </article>
  );
}
