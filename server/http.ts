import { randomBytes, randomUUID } from "node:crypto";
import { type IncomingMessage, type ServerResponse, createServer } from "node:http";
import path from "node:path";
import inject from "light-my-request";
import next from "next";
import { PUBLIC_CACHE } from "#lib/answers.ts";
import { env, requiredSetting } from "#lib/env.ts";
import { exchange } from "#lib/exchange.ts";
import { type Locale, localized, readLocale } from "#lib/locale.ts";
import { takeOver } from "#server/answer.ts";
import { sendPreflight, sendProblem } from "#server/api.ts";
import { LONGEST_ARRIVAL_MS, crowded, limitArrival, readAway, takeIn } from "#server/bodies.ts";
import { clientAddress, isFromProxy, readProxies } from "#server/client-address.ts";
import { keyOf, sendKeptPage } from "#server/finished-pages.ts";
import { closeDesk } from "#lib/moderation/live/hub.ts";
import { listenForChanges } from "#server/invalidation.ts";
import { log, withoutWords } from "#lib/log.ts";
import { quietConsole, routeOf } from "#server/log.ts";
import { failed, sendPlainPage } from "#server/plain-page.ts";
import {
  dropInternalHeaders,
  isForPrograms,
  isNowhere,
  isPerRequest,
  isSpoken,
  movedTo,
  pathOf,
  refusal,
  searchOf,
} from "#server/request.ts";
import { untilNext } from "#server/turns.ts";

/** How long requests in flight may take once the server is told to stop. */
const GRACE_MS = 10_000;

/** Where Next renders the page that says that there is nothing: nobody can ask for it by this address. */
const NOWHERE = "/nothing";

type Handle = (req: IncomingMessage, res: ServerResponse) => Promise<void>;

/** What a request is for: its language, its address without and with it, all without the query. */
type Asked = { locale: Locale; pathname: string; address: string };

type Answer = (req: IncomingMessage, res: ServerResponse, asked: Asked) => Promise<void>;

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
    // Nothing here speaks another protocol: who offers one is answered as if they had not.
    shouldUpgradeCallback: () => dev,
  });
  // Before 24.9, Node has no such question, and Next would leave the connection open for good.
  if (!dev) server.on("upgrade", (_req, socket) => socket.destroy());
  const app = next({
    dev,
    hostname: host,
    port,
    httpServer: server,
    dir: path.join(import.meta.dirname, ".."),
  });
  await app.prepare();
  const handle = app.getRequestHandler() as Handle;
  const answer: Answer = dev ? (...all) => handleIn(handle, ...all) : guarded(handle);
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

async function serve(req: IncomingMessage, res: ServerResponse, answer: Answer): Promise<void> {
  const requestId = randomUUID();
  const begun = performance.now();
  const address = pathOf(req);
  // Everything from here on deals with the address as it is in every language.
  const { locale, path: url } = readLocale(req.url ?? "/");
  req.url = url;
  const pathname = pathOf(req);
  const method = req.method;
  const sendRefusal = isForPrograms(pathname) ? sendProblem : sendPlainPage;
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
  await exchange.run(
    { requestId, begun, locale, pathname, search: searchOf(req), byScript: isByScript(req) },
    async () => {
      try {
        limitArrival(req, res);
        const refused = refusal(req, locale);
        // Most requests end with the page as it was last sent: what only others need comes after it.
        if (!refused && (await sendKeptPage(req, res, keyOf(req, address)))) return;
        const client = clientAddress(req, proxies);
        if (refused || !takeIn(req, res, client)) {
          await readAway(req);
          sendRefusal(res, refused ?? crowded());
          return;
        }
        if (method === "OPTIONS") {
          sendPreflight(res);
          return;
        }
        setTrustedHeaders(req, client);
        await untilNext(req, res);
        await answer(req, res, { locale, pathname, address });
      } catch (error) {
        log.error({ requestId, ...withoutWords(error) }, "request failed");
        sendRefusal(res, failed());
      }
    },
  );
}

function isByScript({ headers }: IncomingMessage): boolean {
  return headers.rsc !== undefined || headers["next-action"] !== undefined;
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

/** Hands a request to Next, at the address that app/[locale] has for it. */
async function handleIn(
  handle: Handle,
  req: IncomingMessage,
  res: ServerResponse,
  { locale, pathname }: Asked,
) {
  if (isSpoken(pathname)) req.url = `/${locale}${(req.url ?? "/").replace(/^\/(?=$|\?)/, "")}`;
  await handle(req, res);
}

function guarded(handle: Handle): Answer {
  const pages = new Map<Locale, Promise<Buffer>>();
  const notFound = (locale: Locale) => {
    const page = pages.get(locale) ?? renderNothing(handle, locale);
    pages.set(locale, page);
    return page;
  };

  return async (req, res, asked) => {
    const { locale, pathname } = asked;
    const nonce = randomBytes(16).toString("base64");
    takeOver(req, res, { ...asked, nonce, notFound: () => notFound(locale) });
    if (isNowhere(pathname, locale)) {
      const moved = movedTo(pathname);
      if (moved !== null) {
        res.writeHead(308, { Location: localized(moved, locale), "Cache-Control": PUBLIC_CACHE });
        res.end();
        return;
      }
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
    await handleIn(handle, req, res, asked);
  };
}

/** For nobody's request: nothing of the one that asks first stands in it. */
async function renderNothing(handle: Handle, locale: Locale): Promise<Buffer> {
  const headers = { host: new URL(requiredSetting("SITE_URL")).host };
  const own = { requestId: randomUUID(), begun: performance.now(), locale, pathname: "/" };
  // Within: whatever calls this does so on behalf of the request that asked first.
  const dispatch = (req: unknown, res: unknown) =>
    void exchange.run(own, () => handle(req as IncomingMessage, res as ServerResponse));
  const answer = await inject(dispatch, { url: `/${locale}${NOWHERE}`, headers });
  return answer.rawPayload;
}
