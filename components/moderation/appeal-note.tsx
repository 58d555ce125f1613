import { Notice } from "#components/ui/notice.tsx";
import * as desk from "#lib/generated/messages/desk.ts";
import type { ModerationStory } from "#lib/moderation/queries.ts";

type AppealNoteProps = { appeal: NonNullable<ModerationStory["appeal"]> };

function whoAnswers({ againstOwn, mayAnswer }: AppealNoteProps["appeal"]): string {
  if (!againstOwn) return desk.appealOfOther();
  return mayAnswer ? desk.appealNobodyElse() : desk.appealOfOwn();
}

/** The storyteller asks for another look. */
export function AppealNote({ appeal }: AppealNoteProps) {
  return (
    <Notice title={desk.appeals()} className="mb-8">
      <blockquote dir="auto" className="mt-2 font-serif text-lead whitespace-pre-line">
        {appeal.text}
      </blockquote>
      <p className="mt-3 text-quiet">{whoAnswers(appeal)}</p>
    </Notice>
  );
}
