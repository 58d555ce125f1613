import { MoreStories } from "#components/finding/more-stories.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { addressOf } from "#lib/finding/older.ts";
import * as reading from "#lib/generated/messages/reading.ts";
import { localized } from "#lib/locale.ts";

type FeedPagesProps = {
  /** The address of the list: "/" for the feed. */
  href: string;
  older: string | null;
  newest: boolean;
  empty: boolean;
};

/** From one page of a list to the next, and back to its beginning. */
export function FeedPages({ href, older, newest, empty }: FeedPagesProps) {
  if (!older && newest) return null;
  return (
    <MoreStories>
      {older ? (
        <ButtonLink tone="quiet" href={localized(addressOf(href, older))} rel="next">
          {href === "/" ? reading.older() : reading.more()}
        </ButtonLink>
      ) : (
        !empty && <p className="text-ui text-quiet">{reading.last()}</p>
      )}
      {!newest && (
        <a href={localized(href)} className="inline-flex min-h-target items-center text-ui">
          {href === "/" ? reading.toNewest() : reading.toBeginning()}
        </a>
      )}
    </MoreStories>
  );
}
