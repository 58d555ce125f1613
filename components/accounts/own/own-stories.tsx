import { StoryLine } from "#components/accounts/own/story-line.tsx";
import { standingWords, waitingWords } from "#components/accounts/own/standing-words.ts";
import { Day } from "#components/ui/day.tsx";
import type { ListedStory } from "#lib/accounts/own/queries.ts";
import { localized } from "#lib/locale.ts";

function OwnStory({ story }: { story: ListedStory }) {
  const { id, status, submittedAt } = story;
  const waiting = waitingWords(story);
  return (
    <li className="border-b border-rule py-5">
      <p className="flex flex-wrap items-center gap-x-4">
        <a
          href={localized(`/my/${id}`)}
          className="inline-flex min-h-target items-center text-ui font-semibold"
        >
          {standingWords[status]}
          <span className="sr-only">
            {" "}
            (your story of <Day iso={submittedAt} />)
          </span>
        </a>
        <span className="text-small text-quiet">
          sent <Day iso={submittedAt} />
        </span>
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
      <ul aria-label="Your stories" className="border-t border-rule">
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
            Older stories of yours
          </a>
        </p>
      )}
    </>
  );
}
