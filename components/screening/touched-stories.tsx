import { statusNames } from "#components/moderation/names.ts";
import { FoundWords } from "#components/screening/matched-rules.tsx";
import { Day } from "#components/ui/day.tsx";
import { gateLabel } from "#lib/content-warnings/list.ts";
import * as screening from "#lib/generated/messages/screening.ts";
import { localized } from "#lib/locale.ts";
import type { Touched, TouchedStory } from "#lib/screening/trying/queries.ts";

function summary({ looked, cut, touched }: Touched): string {
  if (looked === 0) return screening.touchedNoStory();
  if (touched === 0) {
    return (cut ? screening.touchedNoneOfNewest : screening.touchedNone)({ looked });
  }
  return (cut ? screening.touchedSomeOfNewest : screening.touchedSome)({ looked, touched });
}

/** What the storyteller's words are called where they are not spelled out, as in the queue. */
function titleOf({ text, warnings }: TouchedStory): string {
  return warnings.length > 0 ? gateLabel(warnings) : (text ?? screening.notPublic());
}

function Story({ story }: { story: TouchedStory }) {
  return (
    <li>
      <a href={localized(`/moderation/stories/${story.id}`)} dir="auto" className="touched-link">
        <span className="line-clamp-2">{titleOf(story)}</span>
      </a>
      <p className="text-small text-quiet">
        {screening.statusSent({
          status: statusNames[story.status](),
          day: () => <Day iso={story.submittedAt} />,
        })}
      </p>
      {story.words.length > 0 && <FoundWords words={story.words} />}
    </li>
  );
}

/** What a rule would have done with the stories of the last 30 days. */
export function TouchedStories({ touched }: { touched: Touched }) {
  const { stories } = touched;
  return (
    <div role="group" aria-label={screening.touched()} className="tried">
      <p role="status" className="text-ui font-semibold">
        {summary(touched)}
      </p>
      {stories.length > 0 && (
        <>
          {touched.touched > stories.length && (
            <p className="text-small text-quiet">
              {screening.touchedNewest({ count: stories.length })}
            </p>
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
