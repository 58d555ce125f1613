/**
 * What storytellers are told. Nothing here puts a word of the story into a mail: a mailbox may be
 * shared, and shows the first lines of a mail before it is opened. Subjects tell nothing either. Only
 * a moderator's own message may quote the story; it goes along unless there is a content warning.
 */
import "server-only";
import { env } from "#lib/env.ts";
import { byLocale } from "#lib/formats.ts";
import * as mail from "#lib/generated/messages/mail.ts";
import type { Status } from "#lib/generated/prisma/enums.ts";
import type { ToldKind } from "#lib/moderation/transitions.ts";
import type { Mail } from "#lib/notifications/mail.ts";
import { pageUrl } from "#lib/notifications/page-url.ts";
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
  return { href, words: mail.openPage() };
}

function wayIn(link: string | null): Part[] {
  if (link) return [toPage(link)];
  return [mail.useKeptLink(), { href: pageUrl("/my/lost-link"), words: mail.askForLink() }];
}

export function receivedMail({ to, link, stop, messageId }: ToStoryteller): Mail {
  const { SITE_NAME: site } = env();
  return compose({
    ...{ to, stop, messageId },
    subject: mail.received({ site }),
    parts: [
      mail.hello(),
      mail.receivedBegins({ site }),
      mail.receivedPage(),
      ...wayIn(link),
      mail.receivedWhy(),
      mail.receivedMistyped(),
    ],
  });
}

type DecidedMail = ToStoryteller & {
  kind: ToldKind;
  reason: GivenReason | null;
  /** The moderator's own words. */
  message: string | null;
  /** What is written on the story's gate; null where there is none. */
  gate: string | null;
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
    subject: mail.decided({ site: env().SITE_NAME }),
    parts: [
      mail.hello(),
      whatWasDecided(decision),
      ...whyWords(decision),
      ...whatNow(decision),
      ...wayIn(link),
      ...(publicUrl && shows(decision) ? [{ href: publicUrl, words: mail.seeAsReaders() }] : []),
    ],
  });
}

function shows({ kind }: DecidedMail): boolean {
  return kind === "APPROVE" || kind === "RESTORE" || kind === "SET_WARNINGS";
}

function whatWasDecided({ kind, stoodPublished, onAppeal }: DecidedMail): string {
  switch (kind) {
    case "APPROVE":
      if (stoodPublished) return onAppeal ? mail.approvedChangeAgain() : mail.approvedChange();
      return onAppeal ? mail.approvedAgain() : mail.approved();
    case "ASK_FOR_CHANGES":
      if (onAppeal) return mail.askedAgain();
      return stoodPublished ? mail.askedOfChange() : mail.asked();
    case "REJECT":
      if (stoodPublished) return onAppeal ? mail.rejectedChangeAgain() : mail.rejectedChange();
      return onAppeal ? mail.rejectedAgain() : mail.rejected();
    case "TAKE_DOWN":
      return onAppeal ? mail.takenDownAgain() : mail.takenDown();
    case "RESTORE":
      return onAppeal ? mail.restoredAgain() : mail.restored();
    case "SET_WARNINGS":
      return mail.warningsSet();
  }
}

function whatNow({ kind, stoodPublished, onAppeal, proposed }: DecidedMail): Part[] {
  if (kind === "ASK_FOR_CHANGES") return [proposed ? mail.nowAnswer() : mail.nowChange()];
  if (kind === "REJECT") {
    return [stoodPublished || onAppeal ? mail.nowChange() : mail.nowChangeOrAppeal()];
  }
  return kind === "TAKE_DOWN" && !onAppeal ? [mail.nowAppeal()] : [];
}

export function withdrawnMail({ to, messageId }: { to: string; messageId: string }): Mail {
  const { SITE_NAME: site } = env();
  return compose({
    ...{ to, messageId },
    subject: mail.withdrawn({ site }),
    parts: [
      mail.hello(),
      mail.withdrawnBegins({ site }),
      mail.withdrawnStays(),
      mail.withdrawnByOther(),
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

const day = byLocale((tag) => new Intl.DateTimeFormat(tag, { dateStyle: "long", timeZone: "UTC" }));

export function lostLinkMail({ to, stories, more, messageId }: LostLinkMail): Mail {
  const { SITE_NAME: site } = env();
  return compose({
    ...{ to, messageId },
    subject: mail.links({ site }),
    parts: [
      mail.hello(),
      mail.linksBegin({ site }),
      ...stories.flatMap(({ sentAt, status, link, isNew }): Part[] => [
        mail.linkOf({ day: day().format(sentAt), status }),
        ...(isNew ? [mail.linkIsNew()] : []),
        toPage(link),
      ]),
      ...(more > 0 ? [mail.linksLeftOut({ more })] : []),
      mail.linksNotAsked(),
    ],
  });
}
