import { randomBytes, randomUUID } from "node:crypto";
import { type IncomingMessage, type ServerResponse, createServer } from "node:http";
import path from "node:path";
import inject from "light-my-request";
import next from "next";
import { env, requiredSetting } from "#lib/env.ts";
import { exchange } from "#lib/exchange.ts";
import { takeOver } from "#server/answer.ts";
import { LONGEST_ARRIVAL_MS, crowded, limitArrival, readAway, takeIn } from "#server/bodies.ts";
import { clientAddress, isFromProxy, readProxies } from "#server/client-address.ts";
import { sendKeptPage } from "#server/finished-pages.ts";
import { closeDesk } from "#lib/moderation/live/hub.ts";
import { listenForChanges } from "#server/invalidation.ts";
import { log, withoutWords } from "#lib/log.ts";
import { quietConsole, routeOf } from "#server/log.ts";
import { failed, sendPlainPage } from "#server/plain-page.ts";
import { untilNext } from "#server/turns.ts";
import { dropInternalHeaders, isNowhere, isPerRequest, refusal } from "#server/request.ts";

/** How long requests in flight may take once the server is told to stop. */
const GRACE_MS = 10_000;

/** Where Next renders app/not-found.tsx as a page of its own. */
const NOWHERE = "/_not-found";

type Handle = (req: IncomingMessage, res: ServerResponse) => Promise<void>;

export type HttpServer = { close(): Promise<void> };

/** Serves the site. Rejects with EADDRINUSE or EACCES when the port can't be had. */
export async function startHttpServer(options: {
  port: number;
  host: string;
  dev: boolean;
}): Promise<HttpServer> {
  const { port, host, dev } = options;
  if (!dev) quietConsole();
  const server = createServer({
    requestTimeout: LONGEST_ARRIVAL_MS,
    headersTimeout: 10_000,
    keepAliveTimeout: 65_000,
    maxHeaderSize: 16 * 1024,
  });
  const app = next({
    dev,
    hostname: host,
    port,
    httpServer: server,
    dir: path.join(import.meta.dirname, ".."),
  });
  await app.prepare();
  const handle = app.getRequestHandler() as Handle;
  const answer = dev ? handle : guarded(handle);
  server.on("request", (req: IncomingMessage, res: ServerResponse) => void serve(req, res, answer));
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, resolve);
  });
  const changes = listenForChanges();

  return {
    async close() {
      closeDesk();
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeIdleConnections();
      // Those that were at work until now become idle one by one.
      const idle = setInterval(() => server.closeIdleConnections(), 100);
      const deadline = setTimeout(() => server.closeAllConnections(), GRACE_MS);
      await closed;
      clearInterval(idle);
      clearTimeout(deadline);
      await changes.close();
    },
  };
}

const proxies = readProxies(env().TRUSTED_PROXIES);

async function serve(req: IncomingMessage, res: ServerResponse, answer: Handle): Promise<void> {
  const requestId = randomUUID();
  const begun = performance.now();
  const pathname = pathOf(req);
  const method = req.method;
  res.setHeader("X-Request-Id", requestId);
  // A client that leaves in the middle of its answer is no failure of ours.
  res.on("error", () => undefined);
  res.once("close", () => {
    const ms = Math.round(performance.now() - begun);
    const finished = res.writableFinished;
    log.info(
      { requestId, method, route: routeOf(pathname), status: res.statusCode, ms, finished },
      "request",
    );
  });
  try {
    limitArrival(req, res);
    const refused = refusal(req);
    // Most requests end with the page as it was last sent: what only others need comes after it.
    if (!refused && (await sendKeptPage(req, res, pathname))) return;
    const address = clientAddress(req, proxies);
    if (refused || !takeIn(req, res, address)) {
      await readAway(req);
      sendPlainPage(res, refused ?? crowded);
      return;
    }
    setTrustedHeaders(req, address);
    const byScript = req.headers.rsc !== undefined || req.headers["next-action"] !== undefined;
    await untilNext(req, res);
    await exchange.run({ requestId, begun, byScript }, () => answer(req, res));
  } catch (error) {
    log.error({ requestId, ...withoutWords(error) }, "request failed");
    sendPlainPage(res, failed);
  }
}

function pathOf(req: IncomingMessage): string {
  return (req.url ?? "/").split("?", 1)[0] ?? "/";
}

/** What the rest of the program may believe about where a request came from. */
function setTrustedHeaders(req: IncomingMessage, address: string): void {
  const behindProxy = isFromProxy(req, proxies);
  const host = behindProxy ? req.headers["x-forwarded-host"] : undefined;
  dropInternalHeaders(req);
  const protocol = new URL(requiredSetting("SITE_URL")).protocol;
  req.headers["x-forwarded-for"] = address;
  req.headers["x-forwarded-proto"] = protocol.slice(0, -1);
  req.headers["x-forwarded-host"] = typeof host === "string" ? host : (req.headers.host ?? "");
  // A form that another site sent was refused before. Where a browser calls the origin "null", Next
  // would take it for a stranger's.
  if (req.method === "POST") {
    req.headers.origin = `${protocol}//${req.headers["x-forwarded-host"]}`;
  }
}

function guarded(handle: Handle): Handle {
  let page: Promise<Buffer> | undefined;
  const notFound = () =>
    (page ??= inject((req, res) => void handle(req as IncomingMessage, res as ServerResponse), {
      url: NOWHERE,
      headers: { host: new URL(requiredSetting("SITE_URL")).host },
    }).then((answer) => answer.rawPayload));

  return async (req, res) => {
    const pathname = pathOf(req);
    const nonce = randomBytes(16).toString("base64");
    takeOver(req, res, { pathname, nonce, notFound });
    if (isNowhere(pathname)) {
      res.statusCode = 404;
      res.setHeader("Content-Type", "text/html; charset=utf-8");
      res.end();
      return;
    }
    // How Next learns the nonce. On a page that is kept it would be a leftover.
    if (isPerRequest(pathname)) {
      req.headers["content-security-policy"] = `script-src 'nonce-${nonce}'`;
    }
    if (req.method === "HEAD") req.method = "GET";
    await handle(req, res);
  };
}
