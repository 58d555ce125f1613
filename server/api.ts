/** What the API answers before Next is asked, or when it has failed: problems, and browsers' questions. */
import type { ServerResponse } from "node:http";
import { apiHeaders, problemHeaders, problemOf } from "#lib/api/problem.ts";
import { localized } from "#lib/locale.ts";
import { securityHeaders } from "#server/security-headers.ts";

const allowed = "GET, HEAD, OPTIONS";

/** Of a refusal the status counts: its words are for people at pages. */
export function sendProblem(res: ServerResponse, { status }: { status: number }): void {
  if (res.headersSent) {
    res.destroy();
    return;
  }
  const pathname = pathOf(res);
  const body = JSON.stringify(problemOf(status, localized(pathname)));
  for (const name of res.getHeaderNames()) {
    if (name !== "x-request-id") res.removeHeader(name);
  }
  res.writeHead(status, {
    ...securityHeaders(pathname),
    ...problemHeaders,
    "Content-Length": Buffer.byteLength(body),
    ...(status === 405 ? { Allow: allowed } : {}),
    // What it would still send is not read.
    ...(res.req.method === "GET" || res.req.method === "HEAD" ? {} : { Connection: "close" }),
  });
  res.end(body);
}

/** What a browser asks before a page of another site may send more than it always may. */
export function sendPreflight(res: ServerResponse): void {
  res.writeHead(204, {
    ...securityHeaders(pathOf(res)),
    ...apiHeaders,
    Allow: allowed,
    "Access-Control-Allow-Methods": allowed,
    "Access-Control-Allow-Headers": "*",
    "Access-Control-Max-Age": "86400",
  });
  res.end();
}

function pathOf(res: ServerResponse): string {
  return (res.req.url ?? "").split("?", 1)[0] ?? "";
}
