import "server-only";
import NextAuth, { type AuthOptions } from "next-auth";
import GithubProvider from "next-auth/providers/github";
import GoogleProvider from "next-auth/providers/google";
import type { EmailConfig } from "next-auth/providers/email";
import type { NextApiRequest, NextApiResponse } from "next";
import { NextResponse } from "next/server";
import { accountsAdapter } from "#lib/accounts/adapter.ts";
import { localPath } from "#lib/accounts/local-path.ts";
import { fromGithub, fromGoogle } from "#lib/accounts/profiles.ts";
import { type OAuthProvider, oauthProviders } from "#lib/accounts/providers.ts";
import { SESSION_SECONDS, sessionCookie } from "#lib/accounts/session-cookie.ts";
import { SIGN_IN_MINUTES } from "#lib/accounts/sign-in-token.ts";
import { env, requiredSetting } from "#lib/env.ts";
import { log } from "#lib/log.ts";

const httpOptions = { timeout: 5000 };

/**
 * next-auth only uses these links up: lib/accounts/commands.ts makes and sends them, which works
 * without JavaScript, is limited, and answers alike for every address.
 */
const email: EmailConfig = {
  id: "email",
  type: "email",
  name: "Email",
  server: "",
  from: "",
  maxAge: SIGN_IN_MINUTES * 60,
  sendVerificationRequest() {
    throw new Error("Sign-in links are sent by lib/accounts/commands.ts.");
  },
  options: {},
};

function providers(): AuthOptions["providers"] {
  const { GITHUB_ID, GITHUB_SECRET, GOOGLE_ID, GOOGLE_SECRET } = env();
  const list: AuthOptions["providers"] = [email];
  if (GITHUB_ID && GITHUB_SECRET) {
    list.push(
      GithubProvider({
        clientId: GITHUB_ID,
        clientSecret: GITHUB_SECRET,
        httpOptions,
        checks: ["pkce", "state"],
        userinfo: {
          async request({ client, tokens }) {
            const token = String(tokens.access_token);
            const answer = await fetch("https://api.github.com/user/emails", {
              headers: { Authorization: `Bearer ${token}` },
              signal: AbortSignal.timeout(httpOptions.timeout),
            });
            const emails: unknown = answer.ok ? await answer.json() : [];
            return { ...(await client.userinfo(token)), emails };
          },
        },
        profile: fromGithub,
      }),
    );
  }
  if (GOOGLE_ID && GOOGLE_SECRET) {
    list.push(
      GoogleProvider({
        clientId: GOOGLE_ID,
        clientSecret: GOOGLE_SECRET,
        httpOptions,
        profile: fromGoogle,
      }),
    );
  }
  return list;
}

function authOptions(): AuthOptions {
  // The only way to tell next-auth its own address; otherwise it would believe the request's.
  process.env.NEXTAUTH_URL = requiredSetting("SITE_URL");
  return {
    adapter: accountsAdapter(),
    providers: providers(),
    secret: requiredSetting("AUTH_SECRET"),
    session: { strategy: "database", maxAge: SESSION_SECONDS, updateAge: SESSION_SECONDS },
    cookies: { sessionToken: sessionCookie() },
    pages: {
      signIn: "/sign-in",
      signOut: "/sign-in",
      error: "/sign-in",
      verifyRequest: "/sign-in/check-mail",
    },
    callbacks: {
      signIn: ({ user }) => (user.email ? true : "/sign-in?error=EmailUnverified"),
      redirect: ({ url, baseUrl }) =>
        localPath(url.startsWith(`${baseUrl}/`) ? url.slice(baseUrl.length) : url) ?? "/sign-in",
    },
    // Codes and kinds of errors only: their messages may repeat addresses and tokens.
    logger: {
      error: (code, metadata) => log.error({ code, kind: kindOf(metadata) }, "signing in failed"),
      warn: (code) => log.warn({ code }, "next-auth warns"),
      debug: () => undefined,
    },
  };
}

function kindOf(metadata: unknown): string | undefined {
  const error =
    typeof metadata === "object" && metadata !== null && "error" in metadata
      ? metadata.error
      : metadata;
  return error instanceof Error ? error.name : undefined;
}

/** A request as next-auth is asked it: `path` is what stands after /api/auth. */
export type Ask = {
  method: string;
  path: string[];
  query?: Record<string, string>;
  body?: Record<string, unknown>;
  cookies?: Record<string, string>;
};

/**
 * Asks next-auth, in the form of its API routes: that one is told everything, where the form for
 * route handlers looks into Next's current request by itself.
 */
export async function askNextAuth({ method, path, query, body, cookies }: Ask): Promise<Response> {
  const headers = new Headers();
  let status = 200;
  let sent: unknown = null;
  const answer = {
    status(code: number) {
      status = code;
      return answer;
    },
    getHeader: (name: string) => (name === "Set-Cookie" ? headers.getSetCookie() : undefined),
    setHeader(name: string, value: string | string[]) {
      headers.delete(name);
      for (const each of [value].flat()) headers.append(name, each);
      return answer;
    },
    json: (value: unknown) => (sent = value),
    send: (value: unknown) => (sent = value),
    end: () => undefined,
  };
  const asked = { method, query: { ...query, nextauth: path }, body, cookies, headers: {} };
  await NextAuth(
    asked as unknown as NextApiRequest,
    answer as unknown as NextApiResponse,
    authOptions(),
  );
  const text = typeof sent === "object" && sent !== null ? JSON.stringify(sent) : sent;
  return new Response(text as string | null, { status, headers });
}

/** Set-Cookie as `cookies()` takes it; a response of Next's can read it. */
function issuedCookies(response: Response) {
  return new NextResponse(null, { headers: response.headers }).cookies.getAll();
}

/**
 * Begins signing in with GitHub or Google: where to send the person, and the cookies they must bring
 * back. Null when the provider is not set up or can't be reached.
 */
export async function beginOAuth(provider: OAuthProvider, next: string) {
  if (!oauthProviders().includes(provider)) return null;
  const csrf = await askNextAuth({ method: "GET", path: ["csrf"] });
  const begun = await askNextAuth({
    method: "POST",
    path: ["signin", provider],
    body: { ...((await csrf.json()) as { csrfToken: string }), callbackUrl: next },
    cookies: Object.fromEntries(issuedCookies(csrf).map(({ name, value }) => [name, value])),
  });
  const location = begun.headers.get("Location");
  // An error leads back here instead.
  const abroad = location !== null && URL.canParse(location) ? new URL(location) : null;
  if (abroad?.protocol !== "https:" || abroad.origin === requiredSetting("SITE_URL")) return null;
  return { location: abroad.href, cookies: issuedCookies(begun) };
}
