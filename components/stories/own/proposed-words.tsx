import { WarningGate } from "#components/content-warnings/warning-gate.tsx";
import { StoryDifference } from "#components/stories/story-difference.tsx";
import { StoryWords } from "#components/stories/story-words.tsx";
import { strongest } from "#lib/content-warnings/list.ts";
import { toContentWarnings, toWarningValues } from "#lib/content-warnings/schema.ts";
import type { OwnProposal, OwnStory } from "#lib/stories/own/queries.ts";

type ProposedWordsProps = { story: OwnStory; proposal: OwnProposal };

/** Words that a moderator proposes, beside the storyteller's own, and what saying yes does. */
export function ProposedWords({ story, proposal }: ProposedWordsProps) {
  const { latest } = story;
  const { text, publishesAtOnce } = proposal;
  // Of a published story, as readers see it and as its change has it.
  const warnings = strongest(story.warnings, latest.warnings);
  return (
    <>
      <h2 className="own-heading">The moderator proposes these words</h2>
      <WarningGate warnings={toContentWarnings(toWarningValues(warnings))}>
        <StoryDifference before={latest} after={{ ...latest, text }} />
        <details className="more">
          <summary>Read it as it would be</summary>
          <StoryWords text={text} />
        </details>
      </WarningGate>
      <p className="mt-5">
        {publishesAtOnce
          ? "It is published as soon as you accept."
          : "A moderator looks once more before it is published."}
      </p>
    </>
  );
}
