import { WarningGate } from "#components/content-warnings/warning-gate.tsx";
import { StoryWords } from "#components/stories/story-words.tsx";
import { Thread } from "#components/ui/thread.tsx";
import type { ContentWarning } from "#lib/content-warnings/list.ts";
import { MAX_WEIGHT } from "#lib/stories/length.ts";

type StoryBodyProps = {
  story: { text: string; weight: number; warnings: readonly ContentWarning[] };
  large?: boolean;
};

/** The words, behind their gate if they need one, and the thread that is as long as they are. */
export function StoryBody({ story, large = false }: StoryBodyProps) {
  return (
    <>
      <WarningGate warnings={story.warnings}>
        <StoryWords text={story.text} large={large} />
      </WarningGate>
      <Thread reach={story.weight / MAX_WEIGHT} className="mt-5" />
    </>
  );
}
