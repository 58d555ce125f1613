import { ButtonLink } from "#components/ui/button.tsx";
import { Thread } from "#components/ui/thread.tsx";
import * as accounts from "#lib/generated/messages/accounts.ts";
import { localized } from "#lib/locale.ts";

/** The list of someone signed in, before there is a story in it. */
export function NoOwnStories() {
  return (
    <div>
      <p className="words">{accounts.noneYet()}</p>
      <Thread reach={0} className="mt-5 mb-2" />
      <p className="mb-6 text-ui text-quiet">{accounts.noneYetHow()}</p>
      <ButtonLink href={localized("/share")}>{accounts.shareStory()}</ButtonLink>
    </div>
  );
}
