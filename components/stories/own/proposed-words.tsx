import { WarningGate } from "#components/content-warnings/warning-gate.tsx";
import { StoryDifference } from "#components/stories/story-difference.tsx";
import { StoryWords } from "#components/stories/story-words.tsx";
import { strongest } from "#lib/content-warnings/list.ts";
import { toContentWarnings, toWarningValues } from "#lib/content-warnings/schema.ts";
import * as own from "#lib/generated/messages/own.ts";
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
      <h2 className="own-heading">{own.proposalTitle()}</h2>
      <WarningGate warnings={toContentWarnings(toWarningValues(warnings))}>
        <StoryDifference before={latest} after={{ ...latest, text }} />
        <details className="more">
          <summary>{own.proposalAsItWouldBe()}</summary>
          <StoryWords text={text} />
        </details>
      </WarningGate>
      <p className="mt-5">{publishesAtOnce ? own.proposalAtOnce() : own.proposalLookedAt()}</p>
    </>
  );
}
