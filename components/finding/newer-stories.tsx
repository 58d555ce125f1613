import { addressOf } from "#lib/finding/older.ts";
import * as finding from "#lib/generated/messages/finding.ts";
import * as reading from "#lib/generated/messages/reading.ts";
import { localized } from "#lib/locale.ts";

type NewerStoriesProps = {
  /** The address of the list: "/" for the feed. */
  href: string;
  /** As `pageBefore` has it; of a list that does not go by time there is none, but its beginning. */
  before?: string | null | undefined;
};

/** The way up, above the stories of any page but the first. */
export function NewerStories({ href, before }: NewerStoriesProps) {
  return (
    <a
      href={localized(addressOf(href, before ?? null))}
      rel={before === undefined ? undefined : "prev"}
      className="mb-6 inline-flex min-h-target items-center text-ui"
    >
      <span aria-hidden="true">←&nbsp;</span>
      {before === undefined ? reading.toBeginning() : finding.newer()}
    </a>
  );
}
