import { Byline } from "#components/stories/byline.tsx";
import { StoryBody } from "#components/stories/story-body.tsx";
import type { OwnStory as OwnStoryData } from "#lib/stories/queries.ts";

const headings: Partial<Record<OwnStoryData["status"], string>> = {
  PENDING: "As readers would see it",
  PUBLISHED: "As readers see it",
};

/** The storyteller's own story, as readers see it or would. */
export function OwnStory({ story }: { story: OwnStoryData }) {
  return (
    <section aria-labelledby="as-read">
      <h2 id="as-read" className="mb-5 text-ui font-semibold">
        {headings[story.status] ?? "As you sent it"}
      </h2>
      <article className="story" aria-label="Your story">
        <StoryBody story={story} />
        <footer className="story-meta">
          <Byline name={story.bylineName} role={story.bylineRole} />
          {story.theme && <bdi>{story.theme.title}</bdi>}
        </footer>
      </article>
    </section>
  );
}
