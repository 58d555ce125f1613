"use client";

import type { ReactNode } from "react";
import { HelplineLine } from "#components/helplines/helpline-note.tsx";
import { Byline, bylineName } from "#components/stories/byline.tsx";
import { HeartButton } from "#components/reactions/heart-button.tsx";
import { ThemeLink } from "#components/finding/theme-link.tsx";
import { ReportLink } from "#components/reports/report-link.tsx";
import { StoryBody } from "#components/stories/story-body.tsx";
import { Day } from "#components/ui/day.tsx";
import { callsForHelpline } from "#lib/content-warnings/list.ts";
import * as reading from "#lib/generated/messages/reading.ts";
import { localized } from "#lib/locale.ts";
import type { StoryCard as StoryCardData } from "#lib/stories/queries.ts";

type StoryCardProps = {
  story: StoryCardData;
  /** In the place of its plain words. */
  words?: ReactNode;
};

/**
 * A story among others. In the browser too, though it does nothing there: what the server alone
 * renders travels twice, once to be seen and once to be hydrated around, and twenty of these were
 * half of a page. So it is its data that travels, and 3 KB of code that are kept.
 */
export function StoryCard({ story, words }: StoryCardProps) {
  const name = bylineName(story.bylineName);
  return (
    <article id={`story-${story.id}`} className="story" aria-label={reading.storyBy({ name })}>
      <StoryBody story={story} place="list" words={words} />
      <footer className="story-meta">
        <Byline name={story.bylineName} role={story.bylineRole} />
        <span className="flex flex-wrap items-center gap-x-4">
          {story.theme && <ThemeLink theme={story.theme} />}
          <a
            href={localized(`/stories/${story.id}`)}
            className="-my-2.5 inline-flex min-h-target items-center hover:text-ink"
          >
            <Day iso={story.publishedAt} brief />
            <span className="sr-only">{reading.onItsOwnPage({ name })}</span>
          </a>
          <ReportLink id={story.id} />
        </span>
        <HeartButton id={story.id} hearts={story.hearts} />
      </footer>
      {callsForHelpline(story.warnings) && (
        <HelplineLine about={story.warnings.map(({ warning }) => warning)} />
      )}
    </article>
  );
}
