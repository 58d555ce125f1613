import { ButtonLink } from "#components/ui/button.tsx";
import * as own from "#lib/generated/messages/own.ts";
import { localized } from "#lib/locale.ts";
import type { OwnStory } from "#lib/stories/own/queries.ts";

/** What there is to do about a story as it stands, the likeliest first. */
export function OwnActs({ story }: { story: OwnStory }) {
  const { id, way, status, can } = story;
  const published = status === "PUBLISHED";
  // With proposed words there are ways of their own to change it.
  const change = can.change && !story.proposal;
  if (!published && !change && !can.appeal) return null;
  return (
    <div className="flex flex-wrap gap-3">
      {published && <ButtonLink href={localized(`/stories/${id}`)}>{own.read()}</ButtonLink>}
      {change && (
        <ButtonLink
          tone={isAskedFor(story) ? "primary" : "quiet"}
          href={localized(`/my/${way}/change`)}
        >
          {own.change()}
        </ButtonLink>
      )}
      {can.appeal && (
        <ButtonLink tone="quiet" href={localized(`/my/${way}/appeal`)}>
          {own.appeal()}
        </ButtonLink>
      )}
    </div>
  );
}

function isAskedFor({ status, waitingFor, asked }: OwnStory): boolean {
  if (asked) return true;
  return waitingFor === null && (status === "CHANGES_REQUESTED" || status === "REJECTED");
}
