import { statusNames } from "#components/moderation/names.ts";
import { FoundWords } from "#components/screening/matched-rules.tsx";
import { Day } from "#components/ui/day.tsx";
import { gateLabel } from "#lib/content-warnings/list.ts";
import { localized } from "#lib/locale.ts";
import type { Touched, TouchedStory } from "#lib/screening/trying/queries.ts";

const grouped = new Intl.NumberFormat("en");

function summary({ looked, cut, touched }: Touched): string {
  if (looked === 0) return "No story came in the last 30 days, so there is nothing to try it on.";
  const of = cut
    ? `the newest ${grouped.format(looked)} stories of the last 30 days`
    : looked === 1
      ? "the one story of the last 30 days"
      : `the ${grouped.format(looked)} stories of the last 30 days`;
  return touched === 0
    ? `It would have touched none of ${of}.`
    : `It would have touched ${grouped.format(touched)} of ${of}.`;
}

/** What the storyteller's words are called where they are not spelled out, as in the queue. */
function titleOf({ text, warnings }: TouchedStory): string {
  return warnings.length > 0 ? gateLabel(warnings) : (text ?? "A story that is not public");
}

function Story({ story }: { story: TouchedStory }) {
  return (
    <li>
      <a href={localized(`/moderation/stories/${story.id}`)} dir="auto" className="touched-link">
        <span className="line-clamp-2">{titleOf(story)}</span>
      </a>
      <p className="text-small text-quiet">
        {statusNames[story.status]}, sent <Day iso={story.submittedAt} />
      </p>
      {story.words.length > 0 && <FoundWords words={story.words} />}
    </li>
  );
}

/** What a rule would have done with the stories of the last 30 days. */
export function TouchedStories({ touched }: { touched: Touched }) {
  const { stories } = touched;
  return (
    <div role="group" aria-label="Stories it would have touched" className="tried">
      <p role="status" className="text-ui font-semibold">
        {summary(touched)}
      </p>
      {stories.length > 0 && (
        <>
          {touched.touched > stories.length && (
            <p className="text-small text-quiet">The newest {stories.length} are:</p>
          )}
          <ul className="touched">
            {stories.map((story) => (
              <Story key={story.id} story={story} />
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
