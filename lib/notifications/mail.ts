import "server-only";
import { createTransport } from "nodemailer";
import { keepMail } from "#lib/notifications/kept-mail.ts";
import { env, requiredSetting } from "#lib/env.ts";
import { log } from "#lib/log.ts";

export type Mail = {
  to: string;
  subject: string;
  text: string;
  html: string;
  /** `<…@host>`, for mail that may leave twice: mail programs show it once. Else one is made up. */
  messageId?: string;
  /** Where a mail program stops this mail with one POST (RFC 8058). */
  stopUrl?: string;
};

/** Mail that could not be sent. Says how it failed in a code; never to whom, nor with what secret. */
export class MailError extends Error {
  /** Whether the mail server knows that this recipient can't be reached. */
  readonly refused: boolean;
  readonly code: string;

  constructor(code: string, { refused = false } = {}) {
    super(`Mail could not be sent (${code}).`);
    this.name = "MailError";
    this.code = code;
    this.refused = refused;
  }
}

const seconds = 1000;

/**
 * How long the mail server may think. Where a person waits, ten seconds. Elsewhere the ten minutes of
 * RFC 5321 (4.5.3.2.6): giving up on a server that has the whole mail makes it arrive twice.
 */
const patience = { brief: 10 * seconds, long: 600 * seconds };

type Patience = keyof typeof patience;

function smtp(url: string, wait: Patience) {
  return createTransport({
    url,
    connectionTimeout: 5 * seconds,
    greetingTimeout: 5 * seconds,
    socketTimeout: patience[wait],
    dnsTimeout: 5 * seconds,
  });
}

const senders: Partial<Record<Patience, ReturnType<typeof smtp>>> = {};

function from(): string | { name: string; address: string } {
  const { MAIL_FROM, SITE_NAME } = env();
  const host = new URL(requiredSetting("SITE_URL")).hostname;
  return MAIL_FROM ?? { name: oneLine(SITE_NAME), address: `no-reply@${host}` };
}

/** A header is one line, whatever its parts bring along. */
function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]+/gu, " ").trim();
}

/**
 * Sends by SMTP_URL; while that is not set, mail is shown in the terminal and kept in a file.
 * Throws a MailError when it can do neither.
 */
export async function sendMail(mail: Mail, wait: Patience = "brief"): Promise<void> {
  const { to, subject, text, html, messageId, stopUrl } = mail;
  const { SMTP_URL } = env();
  const message = {
    from: from(),
    // As an address of its own, never as a list to be parsed.
    to: { name: "", address: oneLine(to) },
    subject: oneLine(subject),
    text,
    html,
    ...(messageId ? { messageId } : {}),
    headers: { "Auto-Submitted": "auto-generated", ...(stopUrl ? stopHeaders(stopUrl) : {}) },
    disableFileAccess: true,
    disableUrlAccess: true,
  };
  try {
    if (SMTP_URL) await (senders[wait] ??= smtp(SMTP_URL, wait)).sendMail(message);
    else await keepMail(message);
  } catch (error) {
    const code = codeOf(error);
    log.warn({ code }, "mail could not be sent");
    throw new MailError(code, { refused: isRefused(error) });
  }
}

function stopHeaders(url: string) {
  return {
    "List-Unsubscribe": `<${url}>`,
    "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
  };
}

/** 5xx to RCPT TO. To anything else it may be about us: who we are, or what we may send. */
function isRefused(error: unknown): boolean {
  if (typeof error !== "object" || error === null) return false;
  const { command, responseCode } = error as { command?: unknown; responseCode?: unknown };
  return command === "RCPT TO" && typeof responseCode === "number" && responseCode >= 500;
}

/** ECONNECTION, EAUTH, ENOSPC … The message of the error may repeat an address or a password. */
function codeOf(error: unknown): string {
  const code = typeof error === "object" && error !== null && "code" in error ? error.code : null;
  return typeof code === "string" && /^[A-Z_]{2,30}$/.test(code) ? code : "UNKNOWN";
}
