import { STATUS_CODES } from "node:http";
import { PRIVATE_CACHE } from "#lib/answers.ts";
import { API } from "#lib/api/operations.ts";
import type { Problem } from "#lib/api/schema.ts";

/** What is wrong, and what to do about it. */
const details = {
  400: "Some parameters can't be read: see errors.",
  404: "There is nothing at this address, or not any more.",
  405: "This address can be read with GET, HEAD and OPTIONS, and nothing else.",
  414: "This address is too long.",
  429: "Too many requests came from your address within the hour. Please wait as long as Retry-After says, and send ETags back in If-None-Match.",
  500: "Something went wrong here, and it is not your doing. Please try again in a moment.",
} as const;

export type ProblemStatus = keyof typeof details;

type Extras = Partial<Pick<Problem, "type" | "detail" | "errors" | "violated-policies">>;

/** RFC 9457: a problem of a kind of its own, or one that its status says it all of. */
export function problemOf(status: number, pathname: string, extras: Extras = {}): Problem {
  const { type = "about:blank", ...rest } = extras;
  return {
    type,
    title: STATUS_CODES[status] ?? "Problem",
    status,
    detail: details[status as ProblemStatus] ?? details[500],
    instance: pathname,
    ...rest,
  };
}

/** The description has what there is to say of it. */
export const invalidParameters = `${API}/openapi.json#/components/responses/InvalidParameters`;

/** draft-ietf-httpapi-ratelimit-headers-11, 5.1. */
export const quotaExceeded = "https://iana.org/assignments/http-problem-types#quota-exceeded";

/** On every answer of the API: any page may read it, and no cookie counts. */
export const apiHeaders = {
  "Access-Control-Allow-Origin": "*",
  "Access-Control-Expose-Headers": "ETag, Link, RateLimit, RateLimit-Policy, Retry-After",
  Link: `<${API}/openapi.json>; rel="service-desc"; type="application/json"`,
} as const;

export const problemHeaders = {
  ...apiHeaders,
  "Content-Type": "application/problem+json",
  "Cache-Control": PRIVATE_CACHE,
} as const;
