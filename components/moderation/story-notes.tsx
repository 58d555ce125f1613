import { Notice } from "#components/ui/notice.tsx";
import * as desk from "#lib/generated/messages/desk.ts";
import type { Offer } from "#lib/moderation/care/policy.ts";
import type { ModerationStory } from "#lib/moderation/queries.ts";

/** What has to be known before the words are read. */
export function StoryNotes({ story, offer }: { story: ModerationStory; offer: Offer }) {
  return (
    <>
      {story.careMark && (
        <Notice title={desk.readFirst()} className="mb-6">
          <p>{desk.readFirstWhy()}</p>
        </Notice>
      )}
      {offer !== "theirs" && (
        <Notice title={desk.ratherNot()} className="mb-6">
          <p>{offer === "others-first" ? desk.othersCanRead() : desk.nobodyElseLeft()}</p>
        </Notice>
      )}
      {story.gated && (
        <Notice title={desk.behindGate()} className="mb-6">
          <p>{gateWords(story)}</p>
        </Notice>
      )}
      {story.needsTwo && story.waitingSince && (
        <Notice title={desk.twoApprove()} className="mb-6">
          <p>{secondNeeded(story.endorsed)}</p>
        </Notice>
      )}
      {story.isOwn && (
        <Notice title={desk.ownStory()} className="mb-6">
          <p>{desk.anotherDecides()}</p>
        </Notice>
      )}
    </>
  );
}

function gateWords({ reportedSince, waitingSince }: ModerationStory): string {
  if (reportedSince) return desk.gateReported();
  return waitingSince ? desk.gateOpensByYou() : desk.gateOpensLater();
}

function secondNeeded(endorsed: ModerationStory["endorsed"]): string {
  if (!endorsed) return desk.firstOfTwo();
  if (endorsed.byViewer) return desk.youApprovedFirst();
  return desk.otherApprovedFirst({ name: endorsed.by });
}
