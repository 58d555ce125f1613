import { MoreStories } from "#components/finding/more-stories.tsx";
import { ReadersChoices } from "#components/content-warnings/readers-choices.tsx";
import { HeartKeeper } from "#components/reactions/heart-keeper.tsx";
import { MarkedParts } from "#components/stories/marked-parts.tsx";
import { StoryCard } from "#components/stories/story-card.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import type { Results } from "#lib/finding/search/queries.ts";
import {
  COUNT_LIMIT,
  type Find,
  findQuery,
  isNarrowed,
  widened,
} from "#lib/finding/search/schema.ts";
import * as finding from "#lib/generated/messages/finding.ts";
import * as reading from "#lib/generated/messages/reading.ts";
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
              {reading.more()}
            </ButtonLink>
          )}
          {find.older && (
            <a
              href={localized(`/search${findQuery(find)}`)}
              className="inline-flex min-h-target items-center text-ui"
            >
              {reading.toBeginning()}
            </a>
          )}
        </MoreStories>
      )}
    </>
  );
}

function countWords(count: number | null): string {
  return count === null
    ? finding.foundMoreThan({ count: COUNT_LIMIT })
    : finding.foundCount({ count });
}

function NoneFound({ find, meant }: { find: Find; meant: Find | null }) {
  const narrowed = isNarrowed(find);
  const didYouMean =
    narrowed && meant && !isNarrowed(meant) ? finding.didYouMeanInAll : finding.didYouMean;
  return (
    <div>
      <p className="words">{narrowed ? finding.foundNoneHere() : finding.foundNone()}</p>
      {meant && (
        <p className="mt-4 text-lead">
          {didYouMean({
            words: meant.q,
            link: (words) => (
              <a href={localized(`/search${findQuery(meant)}`)}>
                <bdi>{words}</bdi>
              </a>
            ),
          })}
        </p>
      )}
      {!narrowed && <p className="mt-4 text-ui text-quiet">{finding.fewerWords()}</p>}
      <a
        href={localized(narrowed ? `/search${findQuery(widened(find))}` : "/")}
        className="mt-4 inline-flex min-h-target items-center text-ui"
      >
        {narrowed ? finding.inAllStories() : reading.toNewest()}
      </a>
    </div>
  );
}
