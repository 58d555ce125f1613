import "server-only";
import { createTransport } from "nodemailer";
import { keepMail } from "#lib/notifications/kept-mail.ts";
import { env, requiredSetting } from "#lib/env.ts";
import { log } from "#lib/log.ts";

export type Mail = { to: string; subject: string; text: string; html: string };

/** Mail that could not be sent. Says how it failed in a code; never to whom, nor with what secret. */
export class MailError extends Error {
  constructor(code: string) {
    super(`Mail could not be sent (${code}).`);
    this.name = "MailError";
  }
}

const seconds = 1000;

function smtp(url: string) {
  return createTransport({
    url,
    connectionTimeout: 5 * seconds,
    greetingTimeout: 5 * seconds,
    socketTimeout: 10 * seconds,
    dnsTimeout: 5 * seconds,
  });
}

let sender: ReturnType<typeof smtp> | undefined;

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
export async function sendMail({ to, subject, text, html }: Mail): Promise<void> {
  const { SMTP_URL } = env();
  const message = {
    from: from(),
    // As an address of its own, never as a list to be parsed.
    to: { name: "", address: oneLine(to) },
    subject: oneLine(subject),
    text,
    html,
    headers: { "Auto-Submitted": "auto-generated" },
    disableFileAccess: true,
    disableUrlAccess: true,
  };
  try {
    if (SMTP_URL) await (sender ??= smtp(SMTP_URL)).sendMail(message);
    else await keepMail(message);
  } catch (error) {
    const code = codeOf(error);
    log.warn({ code }, "mail could not be sent");
    throw new MailError(code);
  }
}

/** ECONNECTION, EAUTH, ENOSPC … The message of the error may repeat an address or a password. */
function codeOf(error: unknown): string {
  const code = typeof error === "object" && error !== null && "code" in error ? error.code : null;
  return typeof code === "string" && /^[A-Z_]{2,30}$/.test(code) ? code : "UNKNOWN";
}
