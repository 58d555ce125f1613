import { addressOf } from "#lib/finding/older.ts";
import * as finding from "#lib/generated/messages/finding.ts";
import { localized } from "#lib/locale.ts";

type NewerStoriesProps = {
  /** The address of the list: "/" for the feed. */
  href: string;
  /** As `pageBefore` has it. */
  before: string | null;
};

/** The way up, above the stories of any page but the first. */
export function NewerStories({ href, before }: NewerStoriesProps) {
  return (
    <a
      href={localized(addressOf(href, before))}
      rel="prev"
      className="mb-6 inline-flex min-h-target items-center text-ui"
    >
      <span aria-hidden="true">←&nbsp;</span>
      {finding.newer()}
    </a>
  );
}
