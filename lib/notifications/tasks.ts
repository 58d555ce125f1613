import "server-only";
import { requiredSetting } from "#lib/env.ts";
import type { Payload } from "#lib/jobs/tasks.ts";
import { type Mail, sendMail } from "#lib/notifications/mail.ts";
import { messageId } from "#lib/notifications/message-id.ts";
import { ownPage } from "#lib/notifications/own-page.ts";
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

/** Mails the links to all stories of an address. An address without any gets no mail. */
export async function sendLostLinks({ request, to }: Payload<"lost-link-mail">): Promise<void> {
  const email = unsealAddress(to);
  if (!email) return;
  const { stories, more } = await getStoriesOf(email, { atMost: LINKS_IN_A_MAIL });
  if (stories.length === 0) return;
  const mail = lostLinkMail({
    to: email,
    stories: stories.map((story) => ({
      sentAt: story.submittedAt,
      status: story.status,
      link: ownPage(story),
    })),
    more,
    messageId: messageId(`lost-link ${request}`),
  });
  await sendMail(mail, "long");
}
