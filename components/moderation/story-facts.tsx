import type { ReactNode } from "react";
import { Moment } from "#components/ui/day.tsx";
import { gateLabel } from "#lib/content-warnings/list.ts";
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

/** After a number. */
const earlierWords: Record<EarlierStatus, string> = {
  PUBLISHED: "published",
  CHANGES_REQUESTED: "returned",
  REJECTED: "rejected",
  TAKEN_DOWN: "taken down",
  PENDING: "waiting",
};

/** What is known of a story, beside its words. */
export function StoryFacts({ story }: { story: ModerationStory }) {
  const { earlier, hints, storytellerWarnings } = story;
  return (
    <dl className="facts">
      <Fact name="Sent">
        <Moment iso={story.submittedAt} />
      </Fact>
      {story.publishedAt && (
        <Fact name="First published">
          <Moment iso={story.publishedAt} />
        </Fact>
      )}
      <Fact name="Warnings from the storyteller">
        {storytellerWarnings.length > 0
          ? gateLabel(storytellerWarnings).replace("Contains: ", "")
          : "None"}
      </Fact>
      {hints.length > 0 && (
        <Fact name="Pointed out to the storyteller">
          <ul>
            {hints.map(({ kind, start, end }) => (
              <li key={start}>
                {findingKinds[kind].label}:{" "}
                <bdi className="font-medium">{story.text.slice(start, end)}</bdi>
              </li>
            ))}
          </ul>
        </Fact>
      )}
      <Fact name="Length">
        {story.weight} of {MAX_WEIGHT}
      </Fact>
      {story.revisionNumber > 1 && <Fact name="Revision">{story.revisionNumber}</Fact>}
      {earlier && (
        <Fact name="Others from this storyteller">
          {earlier.length > 0
            ? earlier.map(({ status, count }) => `${count} ${earlierWords[status]}`).join(", ")
            : "None"}
        </Fact>
      )}
    </dl>
  );
}
