import { WarningGate } from "#components/content-warnings/warning-gate.tsx";
import type { ListedStory } from "#lib/accounts/own/queries.ts";
import * as accounts from "#lib/generated/messages/accounts.ts";

/** The words by which one knows one's story again, behind its gate if it needs one. */
export function StoryLine({ story }: { story: Pick<ListedStory, "firstLine" | "warnings"> }) {
  if (!story.firstLine) return <p className="text-quiet">{accounts.erased()}</p>;
  return (
    <WarningGate warnings={story.warnings}>
      <p dir="auto" className="font-serif text-lead break-words">
        {story.firstLine}
      </p>
    </WarningGate>
  );
}
