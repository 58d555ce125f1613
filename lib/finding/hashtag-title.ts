import { hashtagKey, hashtagsIn } from "#lib/finding/hashtags.ts";
import { isGated } from "#lib/stories/gate.ts";

type Telling = Parameters<typeof isGated>[0] & { text: string };

/**
 * A hashtag as the first of these stories writes it that says it openly: capitals let screen readers
 * tell the words in it. Where none does, as its address has it.
 */
export function hashtagTitle(key: string, stories: readonly Telling[]): string {
  const tags = stories.flatMap((story) => (isGated(story) ? [] : hashtagsIn(story.text)));
  return `#${tags.find(({ tag }) => hashtagKey(tag) === key)?.tag ?? key}`;
}
