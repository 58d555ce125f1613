import { ButtonLink } from "#components/ui/button.tsx";
import { Thread } from "#components/ui/thread.tsx";
import { localized } from "#lib/locale.ts";

/** The list of someone signed in, before there is a story in it. */
export function NoOwnStories() {
  return (
    <div>
      <p className="words">There is none here yet.</p>
      <Thread reach={0} className="mt-5 mb-2" />
      <p className="mb-6 text-ui text-quiet">
        What you share while you are signed in comes here by itself. Did you share one before? Open
        its private link while you are signed in, and keep it in your account from there.
      </p>
      <ButtonLink href={localized("/share")}>Share a story</ButtonLink>
    </div>
  );
}
