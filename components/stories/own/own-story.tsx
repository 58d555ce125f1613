import { Byline } from "#components/stories/byline.tsx";
import { StoryBody } from "#components/stories/story-body.tsx";
import { StoryDifference } from "#components/stories/story-difference.tsx";
import * as own from "#lib/generated/messages/own.ts";
import type { OwnStory as OwnStoryData } from "#lib/stories/own/queries.ts";

const headings: Partial<Record<OwnStoryData["status"], () => string>> = {
  PENDING: own.asReadersWould,
  PUBLISHED: own.asReadersDo,
};

/** The storyteller's own story, as readers see it or would; and the change of it that waits. */
export function OwnStory({ story }: { story: OwnStoryData }) {
  const { published, latest, warnings } = story;
  const shown = published ?? latest;
  return (
    <section aria-labelledby="as-read">
      <h2 id="as-read" className="own-heading">
        {(headings[story.status] ?? own.asSent)()}
      </h2>
      <article className="story" aria-label={own.yourStory()}>
        <StoryBody story={{ ...shown, warnings }} pictureBase={`/my/${story.way}/pictures`} />
        <footer className="story-meta">
          <Byline name={shown.bylineName} role={shown.bylineRole} />
          {shown.theme && <bdi>{shown.theme.title}</bdi>}
        </footer>
      </article>
      {published && latest.id !== published.id && (
        <div className="mt-10">
          <h3 className="mb-3 text-ui font-semibold">
            {story.waitingFor === "change" ? own.changeWhichWaits() : own.yourChange()}
          </h3>
          {/* Readers see the content warnings of a moderator, and so did who changed it. */}
          <StoryDifference before={{ ...published, warnings }} after={latest} />
        </div>
      )}
    </section>
  );
}
