import { StoryCard } from "#components/stories/story-card.tsx";
import { hashtagKey, hashtagsIn } from "#lib/finding/hashtags.ts";
import type { Around } from "#lib/finding/around/queries.ts";
import { findRole, rolesIn } from "#lib/finding/roles.ts";
import * as finding from "#lib/generated/messages/finding.ts";
import * as reading from "#lib/generated/messages/reading.ts";
import { localized } from "#lib/locale.ts";
import { isGated } from "#lib/stories/gate.ts";
import type { StoryCard as StoryCardData } from "#lib/stories/queries.ts";

type StoryAroundProps = { story: StoryCardData; around: Around };

/** From one story to others: newer and older, as lists go, of its kind, and like it. */
export function StoryAround({ story, around }: StoryAroundProps) {
  const { earlier, later, alike } = around;
  return (
    <>
      {(earlier || later) && (
        <nav
          aria-label={finding.newerAndOlder()}
          className="mt-10 flex flex-wrap justify-between gap-x-4 text-ui"
        >
          {later && (
            <a
              href={localized(`/stories/${later}`)}
              rel="prev"
              className="inline-flex min-h-target items-center"
            >
              <span aria-hidden="true">←&nbsp;</span>
              {finding.newerStory()}
            </a>
          )}
          {earlier && (
            <a
              href={localized(`/stories/${earlier}`)}
              rel="next"
              className="ms-auto inline-flex min-h-target items-center"
            >
              {finding.olderStory()}
              <span aria-hidden="true">&nbsp;→</span>
            </a>
          )}
        </nav>
      )}
      <OfItsKind story={story} />
      {alike.length > 0 && (
        <section aria-labelledby="alike" className="stories-alike mt-14">
          <h2 id="alike" className="list-heading mb-10 text-small text-quiet">
            {story.theme ? finding.alike() : reading.more()}
          </h2>
          <div className="space-y-12">
            {alike.map((each) => (
              <StoryCard key={each.id} story={each} />
            ))}
          </div>
        </section>
      )}
    </>
  );
}

function listsOf({ text, theme, bylineRole }: StoryCardData): [string, string][] {
  return [
    ...(theme ? [[`/themes/${theme.slug}`, theme.title] as [string, string]] : []),
    ...rolesIn(bylineRole).map((slug): [string, string] => [
      `/roles/${slug}`,
      findRole(slug)?.title ?? slug,
    ]),
    ...hashtagsIn(text).map(({ tag }): [string, string] => [
      `/hashtags/${encodeURIComponent(hashtagKey(tag))}`,
      `#${tag}`,
    ]),
  ];
}

/** A hashtag may be behind the story's gate: then it is not said here either. */
function OfItsKind({ story }: { story: StoryCardData }) {
  const lists = listsOf(isGated(story) ? { ...story, text: "" } : story);
  if (lists.length === 0) return null;
  return (
    <nav aria-label={finding.ofItsKind()} className="mt-6 text-ui">
      <ul className="-mx-2 flex flex-wrap gap-x-2">
        {lists.map(([href, words]) => (
          <li key={href}>
            <a href={localized(href)} className="inline-flex min-h-target items-center px-2">
              <bdi>{words}</bdi>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
