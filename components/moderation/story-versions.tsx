import { StoryDifference } from "#components/stories/story-difference.tsx";
import { Moment } from "#components/ui/day.tsx";
import * as desk from "#lib/generated/messages/desk.ts";
import type { ModerationStory } from "#lib/moderation/queries.ts";

type StoryVersionsProps = Pick<ModerationStory, "versions"> & {
  /** Whether the last change stands open beside it. */
  lastShown: boolean;
};

/** What was changed from version to version, folded. */
export function StoryVersions({ versions, lastShown }: StoryVersionsProps) {
  if (versions.length < (lastShown ? 3 : 2)) return null;
  return (
    <details className="more mt-4">
      <summary>{desk.allVersions({ count: versions.length })}</summary>
      <ol className="mt-3 space-y-6">
        {versions.slice(1).map((version, at) => {
          const before = versions[at];
          return (
            before && (
              <li key={version.sentAt}>
                <p className="mb-2 text-small text-quiet">
                  {desk.changedOn({ when: () => <Moment iso={version.sentAt} /> })}
                </p>
                <StoryDifference before={before} after={version} />
              </li>
            )
          );
        })}
      </ol>
    </details>
  );
}
