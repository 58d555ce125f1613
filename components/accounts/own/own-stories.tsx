import { StoryLine } from "#components/accounts/own/story-line.tsx";
import { standingWords, waitingWords } from "#components/accounts/own/standing-words.ts";
import { Day } from "#components/ui/day.tsx";
import { hidden } from "#components/ui/hidden.tsx";
import type { ListedStory } from "#lib/accounts/own/queries.ts";
import * as accounts from "#lib/generated/messages/accounts.ts";
import { localized } from "#lib/locale.ts";

function OwnStory({ story }: { story: ListedStory }) {
  const { id, status, submittedAt } = story;
  const waiting = waitingWords(story);
  const day = () => <Day iso={submittedAt} />;
  return (
    <li className="border-b border-rule py-5">
      <p className="flex flex-wrap items-center gap-x-4">
        <a
          href={localized(`/my/${id}`)}
          className="inline-flex min-h-target items-center text-ui font-semibold"
        >
          {accounts.standsNamed({ standing: standingWords[status](), hidden, day })}
        </a>
        <span className="text-small text-quiet">{accounts.sentOn({ day })}</span>
      </p>
      <StoryLine story={story} />
      {waiting && <p className="mt-2 text-small">{waiting}</p>}
    </li>
  );
}

type OwnStoriesProps = { stories: ListedStory[]; older: string | null };

/** The stories of someone signed in, each with the way to its private page. */
export function OwnStories({ stories, older }: OwnStoriesProps) {
  return (
    <>
      <ul aria-label={accounts.yourStories()} className="border-t border-rule">
        {stories.map((story) => (
          <OwnStory key={story.id} story={story} />
        ))}
      </ul>
      {older && (
        <p className="mt-6">
          <a
            href={localized(`/my?older=${older}`)}
            className="inline-flex min-h-target items-center text-ui"
          >
            {accounts.olderStories()}
          </a>
        </p>
      )}
    </>
  );
}
