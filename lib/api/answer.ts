import "server-only";
import type { z } from "zod";
import { PRIVATE_CACHE, PUBLIC_CACHE, answerUnlessHad, etagOf } from "#lib/answers.ts";
import { linkHeader } from "#lib/api/links.ts";
import type { Operation } from "#lib/api/operations.ts";
import {
  apiHeaders,
  invalidParameters,
  problemHeaders,
  problemOf,
  quotaExceeded,
} from "#lib/api/problem.ts";
import { type PageLinks, type Problem, readQuery } from "#lib/api/schema.ts";
import { requiredSetting } from "#lib/env.ts";
import { exchange } from "#lib/exchange.ts";
import { log, withoutWords } from "#lib/log.ts";
import { type Counted, addressKey, consume, quotaOf } from "#lib/rate-limit.ts";

/** The limit's name, in the headers too. */
const LIMIT = "api";

/**
 * Answers a request to the API: counts it, reads its parameters, and asks `find` for what is there;
 * null where there is nothing. Whatever happens, the answer is JSON.
 */
export async function answer<Asked extends Operation>(
  request: Request,
  operation: Asked,
  find: (query: z.output<Asked["query"]>) => Promise<z.output<Asked["answer"]> | null>,
): Promise<Response> {
  const { pathname, search } = new URL(request.url);
  try {
    const counted = await consume(LIMIT, addressKey(clientOf(request)));
    const headers = new Headers(rateHeaders(counted));
    const refuse = (problem: Problem) => tell(problem, headers);
    if (!counted.ok) {
      const extras = { type: quotaExceeded, "violated-policies": [LIMIT] };
      return refuse(problemOf(429, pathname, extras));
    }
    // As it came: Next has put it together anew, and lost a `__proto__` on the way.
    const given = new URLSearchParams(exchange.getStore()?.search ?? search);
    const read = readQuery(operation.query, given);
    if (!read.ok) {
      const type = new URL(invalidParameters, requiredSetting("SITE_URL")).href;
      return refuse(problemOf(400, pathname, { type, errors: read.errors }));
    }
    const found = await find(read.query as z.output<Asked["query"]>);
    if (found === null) return refuse(problemOf(404, pathname));
    headers.set("Cache-Control", cacheControl(counted.left));
    return give(request, found as object, headers);
  } catch (error) {
    log.error(withoutWords(error), "the API failed");
    return tell(problemOf(500, pathname), new Headers());
  }
}

const clientOf = (request: Request) => request.headers.get("x-forwarded-for") ?? "unknown";

/** draft-ietf-httpapi-ratelimit-headers-11. */
function rateHeaders(counted: Counted): Record<string, string> {
  const { points, duration } = quotaOf(LIMIT);
  const [left, seconds] = counted.ok
    ? [counted.left, counted.resetSeconds]
    : [0, counted.retryAfterSeconds];
  return {
    "RateLimit-Policy": `"${LIMIT}";q=${points};w=${duration}`,
    RateLimit: `"${LIMIT}";r=${left};t=${seconds}`,
    ...(counted.ok ? {} : { "Retry-After": String(seconds) }),
  };
}

/**
 * How many requests one client has left is not what a shared cache should tell others. That they have
 * many left does nobody harm; that there are few would make them wait, and stays with its client.
 */
function cacheControl(left: number): string {
  return left * 10 < quotaOf(LIMIT).points ? PRIVATE_CACHE : PUBLIC_CACHE;
}

function give(request: Request, found: { links?: unknown }, headers: Headers): Response {
  const body = JSON.stringify(found);
  setAll(headers, apiHeaders);
  if (isPage(found)) headers.append("Link", linkHeader(found.links));
  headers.set("Content-Type", "application/json");
  return answerUnlessHad(request, body, etagOf(body), headers);
}

const isPage = (found: { links?: unknown }): found is { links: PageLinks } =>
  typeof found.links === "object" && found.links !== null && "first" in found.links;

function tell(problem: Problem, headers: Headers): Response {
  setAll(headers, problemHeaders);
  return new Response(JSON.stringify(problem), { status: problem.status, headers });
}

function setAll(headers: Headers, all: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(all)) headers.set(name, value);
}
