import "server-only";
import { env } from "#lib/env.ts";
import * as mail from "#lib/generated/messages/mail.ts";
import { currentLocale } from "#lib/locale.ts";
import type { Mail } from "#lib/notifications/mail.ts";
import { pageUrl } from "#lib/notifications/page-url.ts";

/** A paragraph, or a link that stands alone. */
export type Part = string | { href: string; words: string };

type Draft = {
  to: string;
  subject: string;
  parts: Part[];
  messageId?: string;
  /** For mail that someone may want no more of: the page for people, the address for programs. */
  stop?: { pageUrl: string; oneClickUrl: string };
};

/** A mail in plain text and in HTML that reads the same and needs no pictures. */
export function compose({ to, subject, parts, messageId, stop }: Draft): Mail {
  const { SITE_NAME } = env();
  const site = pageUrl("");
  const stopWords = mail.stopWords();
  const words = parts.map((part) =>
    typeof part === "string" ? part : `${part.words}:\n${part.href}`,
  );
  const blocks = parts.map((part) =>
    typeof part === "string" ? `<p>${lines(part)}</p>` : button(part),
  );
  return {
    to,
    subject,
    ...(messageId ? { messageId } : {}),
    ...(stop ? { stopUrl: stop.oneClickUrl } : {}),
    text: [
      ...words,
      `-- \n${[SITE_NAME, site, ...(stop ? [`${stopWords}:`, stop.pageUrl] : [])].join("\n")}`,
      "",
    ].join("\n\n"),
    html: `<!doctype html>
<html lang="${currentLocale()}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><title>${escape(subject)}</title></head>
<body style="margin:0;padding:24px;font:16px/1.55 system-ui,sans-serif">
<div style="max-width:34em;margin:0 auto">
${blocks.join("\n")}
<p style="margin-top:32px;font-size:14px">${escape(SITE_NAME)}<br><a href="${escape(site)}">${escape(site)}</a>${stop ? `<br><a href="${escape(stop.pageUrl)}">${stopWords}</a>` : ""}</p>
</div>
</body>
</html>
`,
  };
}

/** The address is written out too, for whoever's mail program shows no links. */
function button({ href, words }: { href: string; words: string }): string {
  return `<p style="margin:24px 0"><a href="${escape(href)}" style="font-weight:600">${escape(words)}</a></p>
<p style="font-size:14px;word-break:break-all">${escape(href)}</p>`;
}

function lines(text: string): string {
  return escape(text).replaceAll("\n", "<br>");
}

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

type SignInMail = { to: string; url: string; minutes: number };

export function signInMail({ to, url, minutes }: SignInMail): Mail {
  const { SITE_NAME } = env();
  return compose({
    to,
    subject: mail.signIn({ site: SITE_NAME }),
    parts: [
      mail.hello(),
      mail.signInBegins({ site: SITE_NAME }),
      { href: url, words: mail.signInOpen() },
      mail.signInWorks({ minutes }),
      mail.signInNotAsked(),
    ],
  });
}

type InvitationMail = {
  to: string;
  role: { article: string; does: string };
  /** Who invites, as they call themselves. */
  invitedBy: string | null;
  /** Where they sign in, and go on to their work. */
  url: string;
};

export function invitationMail({ to, role, invitedBy, url }: InvitationMail): Mail {
  const { SITE_NAME: site } = env();
  const offer = { site, role: role.article, does: role.does };
  return compose({
    to,
    subject: mail.invitation({ site }),
    parts: [
      mail.hello(),
      invitedBy === null
        ? mail.invitationOfAdmin(offer)
        : mail.invitationBegins({ name: invitedBy, ...offer }),
      mail.invitationHow({ address: to }),
      { href: url, words: mail.invitationOpen() },
      mail.invitationUnexpected(),
    ],
  });
}

type OldHelplinesMail = {
  to: string;
  /** How many there are, as a sentence without its end. */
  sentence: string;
  /** Where they are looked after. */
  url: string;
  messageId: string;
};

export function oldHelplinesMail({ to, sentence, url, messageId }: OldHelplinesMail): Mail {
  return compose({
    to,
    subject: sentence,
    parts: [
      mail.hello(),
      mail.oldHelplinesBegin({ sentence }),
      { href: url, words: mail.oldHelplinesOpen() },
      mail.oldHelplinesWhy(),
    ],
    messageId,
  });
}
