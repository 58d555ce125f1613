import "server-only";
import { env, requiredSetting } from "#lib/env.ts";
import type { Mail } from "#lib/notifications/mail.ts";

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

const stopWords = "Stop all mail about this story";

/** A mail in plain text and in HTML that reads the same and needs no pictures. */
export function compose({ to, subject, parts, messageId, stop }: Draft): Mail {
  const { SITE_NAME } = env();
  const site = requiredSetting("SITE_URL");
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
<html lang="en">
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
    subject: `Your sign-in link for ${SITE_NAME}`,
    parts: [
      "Hello,",
      `here is your link to sign in to ${SITE_NAME}. Open it and press the button there.`,
      { href: url, words: "Open the sign-in page" },
      `It works once, within ${minutes} minutes.`,
      "If you did not ask for it, you can leave this mail alone: nobody is signed in without this link.",
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
  const { SITE_NAME } = env();
  return compose({
    to,
    subject: `You are invited to ${SITE_NAME}`,
    parts: [
      "Hello,",
      `${invitedBy ?? "An admin"} has invited you to ${SITE_NAME} as ${role.article}: someone who ${role.does}.`,
      `To begin, sign in with this address, ${to}. You need no password: a link comes by mail.`,
      { href: url, words: "Go to the sign-in page" },
      "If you did not expect this, you can leave this mail alone.",
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
      "Hello,",
      `${sentence}. People who may be in danger are shown them meanwhile, so please compare each with its source, and say that it is checked.`,
      { href: url, words: "Look at the helplines" },
      "Every admin gets this mail, once a month at most, until all of them are checked.",
    ],
    messageId,
  });
}
