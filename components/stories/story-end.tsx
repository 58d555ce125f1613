import { ButtonLink } from "#components/ui/button.tsx";
import { hidden } from "#components/ui/hidden.tsx";
import * as reading from "#lib/generated/messages/reading.ts";
import { localized } from "#lib/locale.ts";

/** Where to go from a story. The page is the same for everyone, so the way to the desk is too. */
export function StoryEnd({ id }: { id: string }) {
  return (
    <nav aria-label={reading.afterStory()} className="mt-12 flex flex-wrap items-center gap-4">
      <ButtonLink tone="quiet" href={localized("/")}>
        {reading.readMore()}
      </ButtonLink>
      <a href={localized("/share")} className="inline-flex min-h-target items-center text-ui">
        {reading.tellAnother()}
      </a>
      <a
        href={localized(`/moderation/stories/${id}`)}
        rel="nofollow"
        className="inline-flex min-h-target items-center text-ui text-quiet sm:ms-auto"
      >
        {reading.forModerators({ hidden })}
      </a>
    </nav>
  );
}
