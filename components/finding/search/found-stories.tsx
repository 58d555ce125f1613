import { MoreStories } from "#components/finding/more-stories.tsx";
import { ReadersChoices } from "#components/content-warnings/readers-choices.tsx";
import { HeartKeeper } from "#components/reactions/heart-keeper.tsx";
import { MarkedParts } from "#components/stories/marked-parts.tsx";
import { StoryCard } from "#components/stories/story-card.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import type { Results } from "#lib/finding/search/queries.ts";
import { COUNT_LIMIT, type Find, findQuery } from "#lib/finding/search/schema.ts";
import { localized } from "#lib/locale.ts";

type FoundStoriesProps = { find: Find; results: Results; nonce: string | undefined };

/** What was found, a page at a time, and what to try where nothing was. */
export function FoundStories({ find, results, nonce }: FoundStoriesProps) {
  const { stories, older, count, meant } = results;
  if (count === 0) return <NoneFound find={find} meant={meant} />;
  return (
    <>
      <ReadersChoices nonce={nonce} />
      <h2 className="list-heading mb-10 text-small text-quiet sm:mb-12">{countWords(count)}</h2>
      <div data-stories="" className="space-y-12 sm:space-y-14">
        {stories.map((story) => (
          <StoryCard
            key={story.id}
            story={story}
            words={<MarkedParts parts={story.parts} language={story.language} />}
          />
        ))}
      </div>
      <HeartKeeper />
      {(older || find.older) && (
        <MoreStories>
          {older && (
            <ButtonLink
              tone="quiet"
              href={localized(`/search${findQuery(find, { older })}`)}
              rel="next"
            >
              More stories
            </ButtonLink>
          )}
          {find.older && (
            <a
              href={localized(`/search${findQuery(find)}`)}
              className="inline-flex min-h-target items-center text-ui"
            >
              From the beginning
            </a>
          )}
        </MoreStories>
      )}
    </>
  );
}

function countWords(count: number | null): string {
  if (count === null) return `More than ${COUNT_LIMIT.toLocaleString("en")} stories, newest first`;
  return count === 1 ? "1 story" : `${count.toLocaleString("en")} stories, newest first`;
}

function NoneFound({ find, meant }: { find: Find; meant: string | null }) {
  return (
    <div>
      <p className="words">No story has these words.</p>
      {meant && (
        <p className="mt-4 text-lead">
          Did you mean{" "}
          <a href={localized(`/search${findQuery(find, { q: meant })}`)}>
            <bdi>{meant}</bdi>
          </a>
          ?
        </p>
      )}
      <p className="mt-4 max-w-[30rem] text-ui text-quiet">
        Fewer words find more, and so does looking under every theme.
      </p>
    </div>
  );
}
