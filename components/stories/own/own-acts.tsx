import { ButtonLink } from "#components/ui/button.tsx";
import type { OwnStory } from "#lib/stories/own/queries.ts";

/** What there is to do about a story as it stands, the likeliest first. */
export function OwnActs({ story }: { story: OwnStory }) {
  const { id, way, status, can } = story;
  const published = status === "PUBLISHED";
  if (!published && !can.change && !can.appeal) return null;
  return (
    <div className="flex flex-wrap gap-3">
      {published && <ButtonLink href={`/stories/${id}`}>Read it on the site</ButtonLink>}
      {can.change && (
        <ButtonLink tone={isAskedFor(story) ? "primary" : "quiet"} href={`/my/${way}/change`}>
          Change it
        </ButtonLink>
      )}
      {can.appeal && (
        <ButtonLink tone="quiet" href={`/my/${way}/appeal`}>
          Appeal
        </ButtonLink>
      )}
    </div>
  );
}

function isAskedFor({ status, waitingFor }: OwnStory): boolean {
  return waitingFor === null && (status === "CHANGES_REQUESTED" || status === "REJECTED");
}
