import "server-only";
import { requiredSetting } from "#lib/env.ts";
import type { Payload } from "#lib/jobs/tasks.ts";
import { replaceLink } from "#lib/notifications/commands.ts";
import { type Mail, sendMail } from "#lib/notifications/mail.ts";
import { messageId } from "#lib/notifications/message-id.ts";
import { anotherLink, ownPage } from "#lib/notifications/own-page.ts";
import { getDecisionToMail, getStoriesOf, getStoryToMail } from "#lib/notifications/queries.ts";
import { unsealAddress } from "#lib/notifications/sealed-address.ts";
import { stopLinks } from "#lib/notifications/stop-link.ts";
import {
  decidedMail,
  lostLinkMail,
  receivedMail,
  withdrawnMail,
} from "#lib/notifications/story-templates.ts";

type StoryMail = Payload<"story-mail">;

/** Sends what `mailStoryteller` left to be sent. Without an address, by now, that is nothing. */
export async function sendStoryMail(event: StoryMail): Promise<void> {
  const mail = await compose(event);
  if (mail) await sendMail(mail, "long");
}

function compose(event: StoryMail): Promise<Mail | null> | Mail | null {
  switch (event.kind) {
    case "received":
      return received(event.storyId);
    case "decided":
      return decided(event.decisionId);
    case "withdrawn":
      return withdrawn(event.storyId, event.to);
  }
}

async function received(storyId: string): Promise<Mail | null> {
  const found = await getStoryToMail(storyId);
  if (!found) return null;
  return receivedMail({
    to: found.email,
    link: ownPage(found.story),
    stop: stopLinks(storyId),
    messageId: messageId(`received ${storyId}`),
  });
}

async function decided(decisionId: string): Promise<Mail | null> {
  const found = await getDecisionToMail(decisionId);
  if (!found) return null;
  const { email, story, status, warned, message, ...decision } = found;
  return decidedMail({
    ...decision,
    to: email,
    link: ownPage(story),
    publicUrl: status === "PUBLISHED" ? `${requiredSetting("SITE_URL")}/stories/${story.id}` : null,
    // A moderator may quote the story in it.
    message: warned ? null : message,
    messageOnPage: warned && message !== null,
    stop: stopLinks(story.id),
    messageId: messageId(`decided ${decisionId}`),
  });
}

function withdrawn(storyId: string, sealed: string): Mail | null {
  const to = unsealAddress(sealed);
  return to === null ? null : withdrawnMail({ to, messageId: messageId(`withdrawn ${storyId}`) });
}

const LINKS_IN_A_MAIL = 20;

/**
 * Mails the links to all stories of an address. An address without any gets no mail. A link that
 * can't be told again is replaced, and only after the mail server has taken the mail: where nobody
 * can be reached, the old one is the last way back. It ends when anyone asks who knows the address,
 * but the new one goes to its mailbox alone, and the next to ask gets that one again.
 */
export async function sendLostLinks({ request, to }: Payload<"lost-link-mail">): Promise<void> {
  const email = unsealAddress(to);
  if (!email) return;
  const { stories, more } = await getStoriesOf(email, { atMost: LINKS_IN_A_MAIL });
  if (stories.length === 0) return;
  const found = stories.map((story) => ({ story, known: ownPage(story) }));
  const mail = lostLinkMail({
    to: email,
    stories: found.map(({ story, known }) => ({
      sentAt: story.submittedAt,
      status: story.status,
      link: known ?? anotherLink(story).link,
      isNew: known === null,
    })),
    more,
    messageId: messageId(`lost-link ${request}`),
  });
  await sendMail(mail, "long");
  for (const { story, known } of found) if (!known) await replaceLink(story, email);
}
