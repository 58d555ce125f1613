import { Notice } from "#components/ui/notice.tsx";
import type { ModerationStory } from "#lib/moderation/queries.ts";

type AppealNoteProps = { appeal: NonNullable<ModerationStory["appeal"]> };

function whoAnswers({ againstOwn, mayAnswer }: AppealNoteProps["appeal"]): string {
  if (!againstOwn) return "Another moderator decided before. What you decide now stands.";
  return mayAnswer
    ? "It is against your own decision. There is no other moderator to ask, so please look afresh."
    : "It is against your own decision, so another moderator answers it.";
}

/** The storyteller asks for another look. */
export function AppealNote({ appeal }: AppealNoteProps) {
  return (
    <Notice title="The storyteller appeals" className="mb-8">
      <blockquote dir="auto" className="mt-2 font-serif text-lead whitespace-pre-line">
        {appeal.text}
      </blockquote>
      <p className="mt-3 text-quiet">{whoAnswers(appeal)}</p>
    </Notice>
  );
}
