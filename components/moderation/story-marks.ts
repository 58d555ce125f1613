import type { Mark } from "#components/moderation/marked-words.tsx";
import type { ModerationStory } from "#lib/moderation/queries.ts";
import { findingKinds } from "#lib/privacy/findings.ts";
import { marksOf as marksOfRules } from "#lib/screening/marks.ts";
import type { FoundMatch } from "#lib/screening/queries.ts";

/** What was noticed in the words that are shown: by rules, and what the storyteller was shown. */
export function marksOf(story: ModerationStory, matches: readonly FoundMatch[]): Mark[] {
  // Of a story that was taken down the words shown may be older ones than the rules looked at.
  const found = story.text === story.latest.text ? marksOfRules(matches) : [];
  const hints = story.hints.map(({ kind, start, end }) => ({
    ...{ start, end },
    label: findingKinds[kind].label(),
  }));
  return [...found, ...hints];
}
