/**
 * What storytellers are told. Nothing here puts a word of the story into a mail: a mailbox may be
 * shared, and shows the first lines of a mail before it is opened. Subjects tell nothing either. Only
 * a moderator's own message may quote the story; it goes along unless there is a content warning.
 */
import "server-only";
import { env, requiredSetting } from "#lib/env.ts";
import type { Status } from "#lib/generated/prisma/enums.ts";
import type { ToldKind } from "#lib/moderation/transitions.ts";
import type { Mail } from "#lib/notifications/mail.ts";
import { type Part, compose } from "#lib/notifications/templates.ts";
import { type GivenReason, whyWords } from "#lib/notifications/why.ts";

type ToStoryteller = {
  to: string;
  /** Of the story's own page; null when only the storyteller has it. */
  link: string | null;
  stop: { pageUrl: string; oneClickUrl: string };
  messageId: string;
};

function toPage(href: string): Part {
  return { href, words: "Open your story’s page" };
}

function wayIn(link: string | null): Part[] {
  if (link) return [toPage(link)];
  return [
    "To open your story’s page, please use the private link that you kept. If it is lost, we can mail a new one to this address.",
    { href: `${requiredSetting("SITE_URL")}/my/lost-link`, words: "Ask for a new link" },
  ];
}

export function receivedMail({ to, link, stop, messageId }: ToStoryteller): Mail {
  const { SITE_NAME } = env();
  return compose({
    ...{ to, stop, messageId },
    subject: `Your story has reached ${SITE_NAME}`,
    parts: [
      "Hello,",
      `your story has reached ${SITE_NAME}. A moderator reads it before anyone else does.`,
      "It has a page of its own, where you see what is decided, and can change or withdraw it. Whoever has the link to it can do the same, so please keep it to yourself.",
      ...wayIn(link),
      "We write to this address about this story only: now, and whenever something is decided. It is never shown to anyone, and it is erased with the story, or 90 days after the last decision on it.",
      "If you sent no story, someone may have mistyped their address. Stop this mail with the link below, and your address is erased.",
    ],
  });
}

type DecidedMail = ToStoryteller & {
  kind: ToldKind;
  reason: GivenReason | null;
  /** The moderator's own words. */
  message: string | null;
  /** Whether there are such words, which stay out of the mail. */
  messageOnPage: boolean;
  stoodPublished: boolean;
  onAppeal: boolean;
  /** Whether words are proposed on its page, where alone they stand. */
  proposed: boolean;
  /** Where anyone can read it now. */
  publicUrl: string | null;
};

export function decidedMail(decision: DecidedMail): Mail {
  const { to, link, stop, messageId, publicUrl } = decision;
  return compose({
    ...{ to, stop, messageId },
    subject: `About your story on ${env().SITE_NAME}`,
    parts: [
      "Hello,",
      whatWasDecided(decision),
      ...whyWords(decision),
      ...whatNow(decision),
      ...wayIn(link),
      ...(publicUrl && shows(decision) ? [{ href: publicUrl, words: "See it as readers do" }] : []),
    ],
  });
}

function shows({ kind }: DecidedMail): boolean {
  return kind === "APPROVE" || kind === "RESTORE" || kind === "SET_WARNINGS";
}

function whatWasDecided({ kind, stoodPublished, onAppeal }: DecidedMail): string {
  const again = "a moderator has looked at your story again";
  const stays = "Readers go on seeing the version that was published before.";
  switch (kind) {
    case "APPROVE":
      if (onAppeal && stoodPublished) return `${again}. Readers see the new version now.`;
      if (onAppeal) return `${again}, and published it. Anyone can read it now.`;
      if (stoodPublished)
        return "a moderator has read the change to your story. Readers see the new version now.";
      return "a moderator has read your story and published it. Anyone can read it now.";
    case "ASK_FOR_CHANGES":
      if (onAppeal) return `${again}. With a change it can be published.`;
      if (stoodPublished)
        return `a moderator has read the change to your story, and asks you to change something more. ${stays}`;
      return "a moderator has read your story, and asks for a change before it is published.";
    case "REJECT":
      if (onAppeal && stoodPublished) return `${again}. The change is not published. ${stays}`;
      if (onAppeal) return `${again}. It stays unpublished, and nobody else can see it.`;
      if (stoodPublished)
        return `a moderator has read the change to your story, and decided not to publish it. ${stays}`;
      return "a moderator has read your story, and decided not to publish it. Nobody else can see it.";
    case "TAKE_DOWN":
      if (onAppeal) return `${again}. It stays off the site, and nobody else can see it.`;
      return "a moderator has taken your story off the site. Nobody else can see it now.";
    case "RESTORE":
      if (onAppeal) return `${again}, and put it back. Anyone can read it.`;
      return "a moderator has put your story back on the site. Anyone can read it again.";
    case "SET_WARNINGS":
      return "a moderator has changed the content warnings of your story. Its words are as you wrote them.";
  }
}

function whatNow({ kind, stoodPublished, onAppeal, proposed }: DecidedMail): Part[] {
  if (kind === "ASK_FOR_CHANGES" && proposed) {
    return [
      "On its page the moderator proposes other words. You can accept them, change them or keep your own: nothing in your story changes without your yes.",
    ];
  }
  if (kind === "ASK_FOR_CHANGES") return ["On its page you can change it and send it again."];
  if (kind === "REJECT" && !stoodPublished && !onAppeal) {
    return [
      "On its page you can change it and send it again, or ask for it to be looked at once more.",
    ];
  }
  if (kind === "REJECT") return ["On its page you can change it and send it again."];
  if (kind === "TAKE_DOWN" && !onAppeal) {
    return ["On its page you can ask for it to be looked at once more."];
  }
  return [];
}

export function withdrawnMail({ to, messageId }: { to: string; messageId: string }): Mail {
  const { SITE_NAME } = env();
  return compose({
    ...{ to, messageId },
    subject: `Your story on ${SITE_NAME} is withdrawn`,
    parts: [
      "Hello,",
      `your story is withdrawn. Its words, its picture and your name are erased from ${SITE_NAME}. So is this address: this is the last mail about the story.`,
      "What stays is that there was a story, when, and which decisions were made on it.",
      "If it was not you who withdrew it, someone else has your private link. What is erased can’t be brought back. You can share the story again at any time.",
    ],
  });
}

type LostLinkMail = {
  to: string;
  /** Newest first. */
  stories: {
    sentAt: Date;
    status: Status;
    link: string;
    /** Whether it takes the place of one that works until now. */
    isNew: boolean;
  }[];
  /** How many there are besides. */
  more: number;
  messageId: string;
};

const standing: Record<Status, string> = {
  PENDING: "waiting to be read",
  PUBLISHED: "published",
  CHANGES_REQUESTED: "a change was asked for",
  REJECTED: "not published",
  TAKEN_DOWN: "taken down",
  WITHDRAWN: "withdrawn",
};

const day = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" });

export function lostLinkMail({ to, stories, more, messageId }: LostLinkMail): Mail {
  const { SITE_NAME } = env();
  return compose({
    ...{ to, messageId },
    subject: `Your private links on ${SITE_NAME}`,
    parts: [
      "Hello,",
      `someone asked for the private links to the stories that were sent to ${SITE_NAME} with this address. Here they are, the newest first. Whoever has such a link can change or withdraw the story, so please keep them to yourself.`,
      ...stories.flatMap(({ sentAt, status, link, isNew }): Part[] => [
        `Sent on ${day.format(sentAt)}, ${standing[status]}:`,
        ...(isNew ? ["This link is new. The one that you had no longer works."] : []),
        toPage(link),
      ]),
      ...(more > 0
        ? [`${more === 1 ? "One older story is" : `${more} older stories are`} not in this list.`]
        : []),
      "If it was not you who asked, you can leave this mail alone: it went to you and nobody else.",
    ],
  });
}
