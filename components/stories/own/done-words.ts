import { isKept } from "#components/stories/own/words.ts";
import * as own from "#lib/generated/messages/own.ts";
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
    appealed: waitingFor === "appeal" ? own.doneAppealed() : null,
    accepted: acceptedSentence(story),
    kept: isKept(story) ? own.doneKept() : null,
    anonymous: story.can.becomeAnonymous ? null : own.doneAnonymous(),
    consents: own.doneConsents(),
    claimed: story.privateLink ? null : own.doneClaimed(),
    contact: contact ? own.doneContact({ email: contact.email }) : own.doneNoContact(),
  };
  return sentences[done];
}

function acceptedSentence({ waitingFor, history, latest, published }: OwnStory): string | null {
  const last = history.findLast(({ kind }) => kind === "changed");
  if (last?.kind !== "changed" || last.proposal !== "ACCEPTED") return null;
  if (published?.id === latest.id) return own.doneAccepted();
  if (waitingFor !== "story" && waitingFor !== "change") return null;
  return own.doneAcceptedWaits();
}

function changeSentence({ waitingFor, latest, published }: OwnStory): string | null {
  if (latest.number === 1) return null;
  if (published?.id === latest.id) return own.doneChanged();
  if (waitingFor === "story" || waitingFor === "change") return own.doneChangeWaits();
  return null;
}
