import type { ReactNode } from "react";
import { Moment } from "#components/ui/day.tsx";
import { listWarnings } from "#lib/content-warnings/list.ts";
import * as desk from "#lib/generated/messages/desk.ts";
import { findingKinds } from "#lib/privacy/findings.ts";
import { MAX_WEIGHT } from "#lib/stories/length.ts";
import type { EarlierStatus, ModerationStory } from "#lib/moderation/queries.ts";

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt className="text-fine font-semibold text-quiet">{name}</dt>
      <dd className="mt-0.5">{children}</dd>
    </div>
  );
}

const earlierWords: Record<EarlierStatus, (values: { count: number }) => string> = {
  PUBLISHED: desk.earlierPublished,
  CHANGES_REQUESTED: desk.earlierReturned,
  REJECTED: desk.earlierRejected,
  TAKEN_DOWN: desk.earlierTakenDown,
  PENDING: desk.earlierWaiting,
};

/** What is known of a story, beside its words. */
export function StoryFacts({ story }: { story: ModerationStory }) {
  const { earlier, hints, storytellerWarnings } = story;
  return (
    <dl className="facts">
      <Fact name={desk.factSent()}>
        <Moment iso={story.submittedAt} />
      </Fact>
      {story.publishedAt && (
        <Fact name={desk.factFirstPublished()}>
          <Moment iso={story.publishedAt} />
        </Fact>
      )}
      <Fact name={desk.factWarnings()}>
        {storytellerWarnings.length > 0 ? listWarnings(storytellerWarnings) : desk.noWarnings()}
      </Fact>
      {hints.length > 0 && (
        <Fact name={desk.factPointedOut()}>
          <ul>
            {hints.map(({ kind, start, end }) => (
              <li key={start}>
                {desk.pointedOut({
                  kind: findingKinds[kind].label(),
                  found: story.text.slice(start, end),
                  words: (found) => <bdi className="font-medium">{found}</bdi>,
                })}
              </li>
            ))}
          </ul>
        </Fact>
      )}
      <Fact name={desk.factLength()}>
        {desk.length({ weight: story.weight, most: MAX_WEIGHT })}
      </Fact>
      {story.revisionNumber > 1 && <Fact name={desk.factRevision()}>{story.revisionNumber}</Fact>}
      {earlier && (
        <Fact name={desk.factOthers()}>
          {earlier.length > 0
            ? earlier.map(({ status, count }) => earlierWords[status]({ count })).join(", ")
            : desk.noOthers()}
        </Fact>
      )}
    </dl>
  );
}
