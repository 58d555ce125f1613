/**
 * When the pages that show a count of hearts are forgotten: at once where none was for a while, and
 * then every 20 seconds as long as hearts come. A busy evening then costs a page one more rendering
 * every 20 seconds, not one with each heart; with the second that pages are kept as they were sent
 * and the two that a proxy may keep them, no count is older than half a minute. `revalidate` would
 * not do: it shows the old count once more to whoever asks first, however long nobody had.
 */
import { heartsTag, storyTag } from "#lib/stories/tags.ts";
import { forget } from "#server/cache-handler.ts";

export const PAUSE_MS = 20_000;

const changed = new Set<string>();
let pausing = false;

function forgetCounts(): void {
  pausing = changed.size > 0;
  if (!pausing) return;
  forget([heartsTag, ...[...changed].map(storyTag)]);
  changed.clear();
  setTimeout(forgetCounts, PAUSE_MS).unref();
}

/** A story has a heart more or less, whichever process wrote it. */
export function tellHearts(storyId: string): void {
  changed.add(storyId);
  if (!pausing) forgetCounts();
}
