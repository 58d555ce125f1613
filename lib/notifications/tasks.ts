import "server-only";
import { gateSentence } from "#lib/stories/gate.ts";
import { inLocale } from "#lib/in-locale.ts";
import type { Payload } from "#lib/jobs/tasks.ts";
import { replaceLink } from "#lib/notifications/commands.ts";
import { type Mail, sendMail } from "#lib/notifications/mail.ts";
import { messageId } from "#lib/notifications/message-id.ts";
import { anotherLink, ownPage } from "#lib/notifications/own-page.ts";
import { pageUrl } from "#lib/notifications/page-url.ts";
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
      return withdrawn(event);
  }
}

async function received(storyId: string): Promise<Mail | null> {
  const found = await getStoryToMail(storyId);
  if (!found) return null;
  return inLocale(found.locale, () =>
    receivedMail({
      to: found.email,
      link: ownPage(found.story),
      stop: stopLinks(storyId),
      messageId: messageId(`received ${storyId}`),
    }),
  );
}

async function decided(decisionId: string): Promise<Mail | null> {
  const found = await getDecisionToMail(decisionId);
  if (!found) return null;
  const { email, locale, story, status, warnings, ...decision } = found;
  return inLocale(locale, () =>
    decidedMail({
      ...decision,
      to: email,
      link: ownPage(story),
      publicUrl: status === "PUBLISHED" ? pageUrl(`/stories/${story.id}`) : null,
      gate: gateSentence({ warnings }),
      stop: stopLinks(story.id),
      messageId: messageId(`decided ${decisionId}`),
    }),
  );
}

function withdrawn(event: Extract<StoryMail, { kind: "withdrawn" }>): Mail | null {
  const to = unsealAddress(event.to);
  if (to === null) return null;
  return inLocale(event.locale, () =>
    withdrawnMail({ to, messageId: messageId(`withdrawn ${event.storyId}`) }),
  );
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
  const { stories, more, locale } = await getStoriesOf(email, { atMost: LINKS_IN_A_MAIL });
  if (stories.length === 0) return;
  const mail = inLocale(locale, () =>
    lostLinkMail({
      to: email,
      stories: stories.map((story) => {
        const known = ownPage(story);
        return {
          sentAt: story.submittedAt,
          status: story.status,
          link: known ?? anotherLink(story).link,
          isNew: known === null,
        };
      }),
      more,
      messageId: messageId(`lost-link ${request}`),
    }),
  );
  await sendMail(mail, "long");
  for (const story of stories) if (ownPage(story) === null) await replaceLink(story, email);
}
