import "server-only";
import { randomBytes } from "node:crypto";
import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { createTransport } from "nodemailer";
import { env } from "#lib/env.ts";

type Message = {
  from: string | { name: string; address: string };
  to: { name: string; address: string };
  subject: string;
  text: string;
  html: string;
  messageId?: string;
  headers?: Record<string, string>;
};

/** Where no mail server is set: a file that any mail program opens, and the words in the terminal. */
export async function keepMail(message: Message): Promise<void> {
  const composer = createTransport({ streamTransport: true, buffer: true, newline: "windows" });
  const composed = await composer.sendMail({ ...message, text: { raw: asTyped(message.text) } });
  const folder = path.join(env().DATA_DIR, "mail");
  const file = path.join(folder, fileName(new Date()));
  // It holds links that sign people in: only whoever runs the server may read it.
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await writeFile(file, composed.message as Buffer, { flag: "wx", mode: 0o600 });
  process.stdout.write(framed(message, file));
}

/** The part for reading, unencoded: whoever opens the file in an editor can follow its links. */
function asTyped(text: string): string {
  const head = "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n";
  return head + text;
}

/** Sorts by time; two in one millisecond differ. */
function fileName(now: Date): string {
  const time = now.toISOString().replace(/[:.]/g, "-");
  return `${time}-${randomBytes(4).toString("hex")}.eml`;
}

/** As one block, so that mails sent at once don't mix. A link stands alone on its line. */
function framed({ to, subject, text }: Message, file: string): string {
  const words = text
    .trimEnd()
    .replace(/[^\P{Cc}\n]/gu, "")
    .split("\n");
  const lines = [`Mail to ${to.address}: ${subject}`, "", ...words, "", `Kept as ${file}`];
  const body = lines.map((line) => `  │ ${line}`.trimEnd()).join("\n");
  return `\n${body}\n\n`;
}
