import { randomInt } from "node:crypto";
import { type Server, createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { NextRequest } from "next/server";
import type { OAuthConfig } from "next-auth/providers/oauth";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";

vi.hoisted(() => {
  process.env.GITHUB_ID = "test-id";
  process.env.GITHUB_SECRET = "test-secret";
  process.env.GOOGLE_ID = "";
});

// GitHub, as far as this server talks to it: on this machine.
let profile: Record<string, unknown>;
let emails: unknown;
let github: Server;
let port = 0;

vi.mock("next-auth/providers/github", async (original) => {
  const actual = await original<typeof import("next-auth/providers/github")>();
  return {
    default: (options: Parameters<typeof actual.default>[0]) => {
      const config = actual.default(options) as OAuthConfig<Record<string, unknown>>;
      return {
        ...config,
        token: `http://127.0.0.1:${port}/token`,
        userinfo: `http://127.0.0.1:${port}/user`,
      };
    },
  };
});

const { askNextAuth, beginOAuth } = await import("#lib/accounts/auth.ts");
const { handleAuthRequest } = await import("#lib/accounts/auth-requests.ts");
const { setName } = await import("#lib/accounts/own/commands.ts");
const { findViewer } = await import("#lib/accounts/queries.ts");
const { database } = await import("#lib/db.ts");
const { env } = await import("#lib/env.ts");

const { prisma } = database();
const site = env().SITE_URL ?? "";

beforeAll(async () => {
  github = createServer((request, response) => {
    const token = {
      access_token: "secret-access",
      token_type: "bearer",
      refresh_token_expires_in: 1,
    };
    response.setHeader("Content-Type", "application/json");
    response.end(JSON.stringify(request.url === "/token" ? token : profile));
  });
  await new Promise<void>((listening) => github.listen(0, "127.0.0.1", listening));
  port = (github.address() as AddressInfo).port;
  vi.stubGlobal("fetch", async () => Response.json(emails));
});

afterAll(async () => {
  vi.unstubAllGlobals();
  github.close();
});

beforeEach(() => {
  const id = randomInt(2 ** 40);
  profile = { id, login: `user${id}`, name: "Ada", email: null };
  emails = [{ email: `Ada.${id}@Example.org`, primary: true, verified: true }];
});

const address = () => `ada.${String(profile.id)}@example.org`;

async function leave() {
  const begun = await beginOAuth("github", "/moderation");
  if (!begun) throw new Error("The provider is set up.");
  const cookie = begun.cookies.map(({ name, value }) => `${name}=${encodeURIComponent(value)}`);
  return { location: new URL(begun.location), cookie: cookie.join("; ") };
}

function comeBack(query: Record<string, string>, cookie: string) {
  const url = new URL(`/api/auth/callback/github?${new URLSearchParams(query)}`, site);
  const request = new NextRequest(url, { headers: { host: url.host, cookie } });
  return handleAuthRequest(request, { path: ["callback", "github"], ask: askNextAuth });
}

async function signIn() {
  const { location, cookie } = await leave();
  const response = await comeBack(
    { code: "c", state: location.searchParams.get("state") ?? "" },
    cookie,
  );
  const session = response.headers
    .getSetCookie()
    .join("\n")
    .match(/session-token=([^;\n]+)/)?.[1];
  return { location: response.headers.get("location"), viewer: await findViewer(session) };
}

test("beginning leads to the provider, with a state that is bound to the browser", async () => {
  const { location, cookie } = await leave();
  expect(location.origin + location.pathname).toBe("https://github.com/login/oauth/authorize");
  expect(location.searchParams.get("client_id")).toBe("test-id");
  expect(location.searchParams.get("redirect_uri")).toBe(`${site}/api/auth/callback/github`);
  expect(location.searchParams.get("state")?.length).toBeGreaterThan(20);
  expect(location.searchParams.get("code_challenge")?.length).toBeGreaterThan(20);
  expect(cookie).toContain("next-auth.state=");
  expect(cookie).toContain("next-auth.pkce.code_verifier=");
});

test("a provider without settings can't be begun with", async () => {
  expect(await beginOAuth("google", "/")).toBeNull();
});

test("someone new gets an account, and is the same person the next time", async () => {
  const first = await signIn();
  expect(first.location).toBe("/moderation");
  expect(first.viewer).toMatchObject({ email: address(), name: "Ada", role: "STORYTELLER" });
  expect((await signIn()).viewer?.id).toBe(first.viewer?.id);
});

test("a name that someone chose here, or took away, stays as it is", async () => {
  const { viewer } = await signIn();
  for (const name of ["Dr. Lovelace", null]) {
    await setName(viewer, name);
    profile.name = "Countess of Lovelace";
    expect((await signIn()).viewer).toMatchObject({ id: viewer?.id, name });
  }
});

test("of the account elsewhere only the identity is kept", async () => {
  const { viewer } = await signIn();
  const account = await prisma.account.findFirstOrThrow({ where: { userId: viewer?.id ?? "" } });
  const { userId, type, provider, providerAccountId, ...rest } = account;
  expect({ userId, type, provider, providerAccountId }).toEqual({
    userId: viewer?.id,
    type: "oauth",
    provider: "github",
    providerAccountId: String(profile.id),
  });
  expect(Object.values(rest).every((value) => value === null)).toBe(true);
});

test("an address that signs in by mail is not handed to whoever has it at GitHub", async () => {
  await prisma.user.create({ data: { email: address(), role: "MODERATOR" } });
  const { location, viewer } = await signIn();
  expect(location).toBe("/sign-in?error=OAuthAccountNotLinked&next=%2Fmoderation");
  expect(viewer).toBeNull();
});

test("an address that GitHub has not verified makes no account", async () => {
  emails = [{ email: address(), primary: true, verified: false }];
  const { location, viewer } = await signIn();
  expect(location).toBe("/sign-in?error=EmailUnverified&next=%2Fmoderation");
  expect(viewer).toBeNull();
  expect(await prisma.user.count({ where: { email: address() } })).toBe(0);
});

test.each(["", "another-state"])("coming back with the state %j is refused", async (state) => {
  const { cookie } = await leave();
  const response = await comeBack({ code: "c", state }, cookie);
  expect(response.headers.get("location")).toBe("/sign-in?error=OAuthCallback&next=%2Fmoderation");
});

test("coming back without the cookies is refused", async () => {
  const { location } = await leave();
  const state = location.searchParams.get("state") ?? "";
  expect((await comeBack({ code: "c", state }, "")).headers.get("location")).toBe(
    "/sign-in?error=OAuthCallback",
  );
});
