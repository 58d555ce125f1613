import "server-only";
import type { NextRequest } from "next/server";
import type { Ask } from "#lib/accounts/auth.ts";
import { signOut } from "#lib/accounts/commands.ts";
import { localPath, withQuery } from "#lib/accounts/local-path.ts";
import { emailSchema } from "#lib/accounts/schema.ts";
import { sessionCookie } from "#lib/accounts/session-cookie.ts";
import { isSignInToken } from "#lib/accounts/sign-in-token.ts";
import { requiredSetting } from "#lib/env.ts";
import * as accounts from "#lib/generated/messages/accounts.ts";
import { type Locale, localized, readLocale } from "#lib/locale.ts";

type Asking = { path: string[]; ask: (asked: Ask) => Promise<Response> };

const readable =
  /^(csrf|session|providers|signin|signout|error|verify-request|callback\/(github|google))$/;
const postable = /^(signout|signin\/(github|google))$/;

/**
 * What of next-auth is open, and how. Its own e-mail sign-in is not: the link in a mail is opened by
 * scanners too, so opening it shows a page with a button, and only the button's POST uses it up.
 */
export async function handleAuthRequest(
  request: NextRequest,
  { path, ask }: Asking,
): Promise<Response> {
  const route = path.join("/");
  if (request.method === "POST") {
    if (!isSameOrigin(request)) return plain(403, accounts.formOfHere());
    if (route === "callback/email") return useSignInLink(request, { path, ask });
    if (postable.test(route)) {
      return tidy(request, await ask({ ...whole(request), path, body: await fields(request) }));
    }
  } else if (route === "callback/email") {
    const { token, email, callbackUrl } = Object.fromEntries(request.nextUrl.searchParams);
    const { next, locale } = wayOn(callbackUrl);
    return redirectTo(localized(withQuery("/sign-in/confirm", { token, email, next }), locale));
  } else if (readable.test(route)) {
    return tidy(request, await ask({ ...whole(request), path }));
  }
  return plain(404, accounts.nothingHere());
}

type WayOn = { next: string | null; locale: Locale };

/**
 * Where the person was going, and their language, which only that says: these addresses have none.
 * Of someone who was going nowhere else, it names the page of signing in.
 */
function wayOn(value: unknown): WayOn {
  const next = localPath(value);
  const { locale, path } = readLocale(next ?? "/");
  return { next: path === "/sign-in" ? null : next, locale };
}

async function useSignInLink(request: NextRequest, { path, ask }: Asking): Promise<Response> {
  const form = await fields(request);
  const on = wayOn(form.next);
  const signInPage = localized("/sign-in", on.locale);
  const email = emailSchema.safeParse(form.email);
  if (!isSignInToken(form.token) || !email.success) {
    return redirectTo(withQuery(signInPage, { error: "Verification", next: on.next }));
  }
  const query = { token: form.token, email: email.data, callbackUrl: on.next ?? signInPage };
  const response = await ask({ ...whole(request), path, query });
  const { name } = sessionCookie();
  // next-auth leaves the session that this browser had, but for one case, to live on unseen.
  const signedIn = response.headers.getSetCookie().some((each) => each.startsWith(`${name}=`));
  if (signedIn) await signOut(request.cookies.get(name)?.value);
  return tidy(request, response, on);
}

/** The request as it came, but for ways to go on that are none: next-auth fails on those. */
function whole({ method, nextUrl, cookies }: NextRequest) {
  const { callbackUrl, ...query } = Object.fromEntries(nextUrl.searchParams);
  const next = localPath(callbackUrl);
  const kept = cookies
    .getAll()
    .filter(({ name, value }) => !name.endsWith("callback-url") || localPath(value) !== null);
  return {
    method,
    query: next ? { ...query, callbackUrl: next } : query,
    cookies: Object.fromEntries(kept.map(({ name, value }) => [name, value])),
  };
}

/** The form's fields that are text. What is no form has none. */
async function fields(request: NextRequest): Promise<Record<string, string>> {
  const form = await request.formData().catch(() => new FormData());
  return Object.fromEntries(
    [...form].filter((each): each is [string, string] => typeof each[1] === "string"),
  );
}

/**
 * Whether a page of this site sent the form. Every browser of today says so in one header or the
 * other; a client that sends neither has no one's cookies to misuse.
 */
function isSameOrigin({ headers }: NextRequest): boolean {
  const site = headers.get("sec-fetch-site");
  if (site) return site === "same-origin";
  const origin = headers.get("origin");
  if (!origin) return true;
  if (!URL.canParse(origin)) return false;
  return [headers.get("host"), new URL(requiredSetting("SITE_URL")).host].includes(
    new URL(origin).host,
  );
}

/**
 * next-auth's redirects name the site by SITE_URL and go by way of pages of its own; people stay on
 * the name they came by, and errors go to /sign-in at once.
 */
function tidy(request: NextRequest, response: Response, on = remembered(request)): Response {
  const headers = new Headers(response.headers);
  headers.set("Cache-Control", "private, no-store");
  const location = headers.get("Location");
  if (location === null) {
    return new Response(response.body, { status: response.status, headers });
  }
  headers.set("Location", tidyLocation(location, on));
  return new Response(null, { status: 303, headers });
}

function tidyLocation(location: string, { next, locale }: WayOn): string {
  const site = requiredSetting("SITE_URL");
  if (location === site) return localized("/", locale);
  const local = location.startsWith(`${site}/`) ? location.slice(site.length) : location;
  if (!local.startsWith("/")) return local;
  const { pathname, searchParams } = new URL(local, site);
  if (!/^\/(api\/auth\/(error|signin)|sign-in)$/.test(pathname)) return local;
  const error = searchParams.get("error")?.match(/^\w{1,40}$/)?.[0];
  return withQuery(localized("/sign-in", locale), { error, next: error ? next : null });
}

/** Where the person was going when they left for GitHub or Google. */
function remembered({ cookies }: NextRequest): WayOn {
  const cookie =
    cookies.get("__Secure-next-auth.callback-url") ?? cookies.get("next-auth.callback-url");
  return wayOn(cookie?.value);
}

function redirectTo(location: string): Response {
  return new Response(null, {
    status: 303,
    headers: { Location: location, "Cache-Control": "private, no-store" },
  });
}

function plain(status: number, sentence: string): Response {
  return new Response(sentence, {
    status,
    headers: { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "no-store" },
  });
}
