import type { ServerResponse } from "node:http";
import { exchange } from "#lib/exchange.ts";
import * as server from "#lib/generated/messages/server.ts";
import { currentLocale, localized } from "#lib/locale.ts";
import { escapeXml } from "#lib/xml.ts";
import { pageMethods } from "#server/request.ts";
import { contentSecurityPolicy, securityHeaders } from "#server/security-headers.ts";

/** What is said of a failure of ours. */
export const failed = () => ({
  status: 500,
  title: server.failed(),
  sentence: server.failedWhy(),
});

/** What is said of a form that can't be read. */
export const unread = () => ({
  status: 400,
  title: server.unread(),
  sentence: server.unreadWhy(),
});

/** A page of one sentence, for when Next is not asked or has failed. */
export function sendPlainPage(
  res: ServerResponse,
  { status, title, sentence }: { status: number; title: string; sentence: string },
): void {
  if (res.headersSent) {
    res.destroy();
    return;
  }
  const atDesk = /^\/moderation(?:\/|$)/.test(exchange.getStore()?.pathname ?? "");
  const [href, onward] = atDesk
    ? (["/moderation", server.backToQueue()] as const)
    : (["/", server.toStories()] as const);
  const body = `<!doctype html><html lang="${currentLocale()}"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><title>${escapeXml(title)}</title><link rel="stylesheet" href="/plain.css"><link rel="icon" href="/favicon.svg"><body><main><h1>${escapeXml(title)}</h1><p>${escapeXml(sentence)}</p><p><a href="${localized(href)}">${escapeXml(onward)}</a></p></main></body></html>`;
  for (const name of res.getHeaderNames()) {
    if (name !== "x-request-id") res.removeHeader(name);
  }
  res.writeHead(status, {
    ...securityHeaders(""),
    "Content-Security-Policy": contentSecurityPolicy([]),
    "Content-Type": "text/html; charset=utf-8",
    "Content-Length": Buffer.byteLength(body),
    "Cache-Control": "private, no-store",
    ...(status === 405 ? { Allow: pageMethods.join(", ") } : {}),
    Connection: "close",
  });
  res.end(body);
}
