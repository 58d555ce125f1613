import { isKept } from "#components/stories/own/words.ts";
import type { OwnStory } from "#lib/stories/own/queries.ts";
import type { Done } from "#lib/stories/own/schema.ts";

/**
 * The sentence for what the address says was done. Null where it is not so: an address can be typed,
 * kept, or be older than what happened since.
 */
export function doneSentence(done: Done, story: OwnStory): string | null {
  const { waitingFor, contact, status } = story;
  if (status === "WITHDRAWN") return null;
  const sentences: Record<Done, string | null> = {
    changed: changeSentence(story),
    appealed:
      waitingFor === "appeal" ? "Your appeal is sent. Your story will be read again." : null,
    accepted: acceptedSentence(story),
    kept: isKept(story)
      ? "Your words stay as they are. A moderator reads them once more, and decides."
      : null,
    anonymous: story.can.becomeAnonymous
      ? null
      : "Your name is erased here. The story is told anonymously from now on.",
    consents: "Your choices are saved, and count from now on.",
    claimed: story.privateLink
      ? null
      : "It is in your account now. The private link leads nowhere any more.",
    contact: contact
      ? `Your address is saved. Mail about this story goes to ${contact.email}.`
      : "Your address is erased. There will be no more mail about this story.",
  };
  return sentences[done];
}

function acceptedSentence({ waitingFor, history, latest, published }: OwnStory): string | null {
  const last = history.findLast(({ kind }) => kind === "changed");
  if (last?.kind !== "changed" || last.proposal !== "ACCEPTED") return null;
  if (published?.id === latest.id) return "Your story is published in these words. Thank you.";
  if (waitingFor !== "story" && waitingFor !== "change") return null;
  return "Thank you. Your story has these words now, and a moderator looks once more before they appear.";
}

function changeSentence({ waitingFor, latest, published }: OwnStory): string | null {
  if (latest.number === 1) return null;
  if (published?.id === latest.id) return "Your change is saved, and readers see it now.";
  if (waitingFor === "story" || waitingFor === "change") {
    return "Your change is sent. A moderator reads it before it appears.";
  }
  return null;
}
