import { Notice } from "#components/ui/notice.tsx";
import type { Offer } from "#lib/moderation/care/policy.ts";
import type { ModerationStory } from "#lib/moderation/queries.ts";

/** What has to be known before the words are read. */
export function StoryNotes({ story, offer }: { story: ModerationStory; offer: Offer }) {
  return (
    <>
      {story.careMark && (
        <Notice title="Please read this one first" className="mb-6">
          <p>
            It may speak of a present wish to die, or did before it was changed. The storyteller was
            shown a helpline.
          </p>
        </Notice>
      )}
      {offer !== "theirs" && (
        <Notice title="A kind that you would rather not get" className="mb-6">
          <p>
            {offer === "others-first"
              ? "Others can read this one. Nobody minds if you leave it."
              : "Nobody else is left who would read it. Take your time, or leave it for now."}
          </p>
        </Notice>
      )}
      {story.gated && (
        <Notice title="Behind a gate" className="mb-6">
          <p>{gateWords(story)}</p>
        </Notice>
      )}
      {story.needsTwo && story.waitingSince && (
        <Notice title="Two moderators approve this one" className="mb-6">
          <p>{secondNeeded(story.endorsed)}</p>
        </Notice>
      )}
      {story.isOwn && (
        <Notice title="This is your own story" className="mb-6">
          <p>Another moderator decides on it.</p>
        </Notice>
      )}
    </>
  );
}

function gateWords({ reportedSince, waitingSince }: ModerationStory): string {
  if (reportedSince) {
    return "Several readers have reported it. Until you decide, others see its words only when they ask for them.";
  }
  return waitingSince
    ? "Readers have reported it, and changes were asked for. It opens when you approve them."
    : "Readers have reported it, and changes were asked for. It opens when they are approved, or you open it.";
}

function secondNeeded(endorsed: ModerationStory["endorsed"]): string {
  if (!endorsed) return "A screening rule asks for it. You would be the first.";
  if (endorsed.byViewer) return "You have approved it. Another moderator has to as well.";
  return `${endorsed.by} has approved it. If you do too, it is published.`;
}
