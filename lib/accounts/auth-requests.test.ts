import { NextRequest } from "next/server";
import { beforeEach, expect, test, vi } from "vitest";
import type { Ask } from "#lib/accounts/auth.ts";

vi.hoisted(() => {
  process.env.SITE_URL = "https://stories.example";
  process.env.AUTH_SECRET = "a secret that only these tests have";
});

const { handleAuthRequest } = await import("#lib/accounts/auth-requests.ts");

const token = "t".repeat(43);
const email = "ada@example.org";
const asked: Ask[] = [];
let answer: () => Response;

beforeEach(() => {
  asked.length = 0;
  answer = () => new Response("fine");
});

type Options = { method?: string; form?: Record<string, string>; headers?: Record<string, string> };

function request(path: string, { method = "GET", form, headers = {} }: Options = {}) {
  const request = new NextRequest(`https://stories.example/api/auth/${path}`, {
    method,
    headers: { host: "stories.example", ...headers },
    ...(form ? { body: new URLSearchParams(form) } : {}),
  });
  return handleAuthRequest(request, {
    path: request.nextUrl.pathname.split("/").slice(3),
    ask: async (ask) => {
      asked.push(ask);
      return answer();
    },
  });
}

const press = (form: Record<string, string>, headers = { "sec-fetch-site": "same-origin" }) =>
  request("callback/email", { method: "POST", form, headers });

test("opening the link of next-auth's own shape only shows the page with the button", async () => {
  const query = new URLSearchParams({ token, email, callbackUrl: "/moderation" });
  for (const method of ["GET", "HEAD"]) {
    const response = await request(`callback/email?${query}`, { method });
    expect(response.status).toBe(303);
    expect(response.headers.get("location")).toBe(
      `/sign-in/confirm?token=${token}&email=ada%40example.org&next=%2Fmoderation`,
    );
  }
  expect(asked).toEqual([]);
});

test("pressing the button asks next-auth, and goes on to a local path only", async () => {
  await press({ token, email: "Ada@Example.org", next: "/moderation" });
  await press({ token, email, next: "//evil.example" });
  expect(asked.map(({ method, path, query }) => ({ method, path, query }))).toEqual(
    ["/moderation", "/sign-in"].map((callbackUrl) => ({
      method: "POST",
      path: ["callback", "email"],
      query: { token, email, callbackUrl },
    })),
  );
});

test.each<Record<string, string>>([
  {},
  { email },
  { token },
  { token: "short", email },
  { token, email: "nobody" },
])("%j is no link", async (form) => {
  const response = await press({ ...form, next: "/moderation" });
  expect(response.headers.get("location")).toBe("/sign-in?error=Verification&next=%2Fmoderation");
  expect(asked).toEqual([]);
});

test.each<[Record<string, string>, number]>([
  [{ "sec-fetch-site": "same-origin", origin: "null" }, 200],
  [{ "sec-fetch-site": "cross-site", origin: "https://stories.example" }, 403],
  [{ "sec-fetch-site": "same-site" }, 403],
  [{ "sec-fetch-site": "none" }, 403],
  [{ origin: "https://stories.example" }, 200],
  [{ origin: "http://127.0.0.1:3000", host: "127.0.0.1:3000" }, 200],
  [{ origin: "https://evil.example" }, 403],
  [{ origin: "null" }, 403],
  [{ origin: "stories.example" }, 403],
  [{}, 200],
])("a form with %j is answered %i", async (headers, status) => {
  for (const path of ["callback/email", "signout", "signin/github"]) {
    const form = { token, email };
    expect((await request(path, { method: "POST", form, headers })).status).toBe(status);
  }
  expect(asked).toHaveLength(status === 200 ? 3 : 0);
});

test.each([
  ["POST", "signin/email"],
  ["POST", "_log"],
  ["POST", "session"],
  ["POST", "callback/credentials"],
  ["POST", "callback/github"],
  ["GET", "signin/github"],
  ["GET", "callback/evil"],
  ["GET", "nothing"],
  ["GET", "session/more"],
])("%s %s is not open", async (method, path) => {
  const headers = { "sec-fetch-site": "same-origin" };
  expect((await request(path, { method, headers })).status).toBe(404);
  expect(asked).toEqual([]);
});

test.each([
  ["https://stories.example", "/"],
  ["https://stories.example/moderation?a=b", "/moderation?a=b"],
  ["/moderation", "/moderation"],
  ["https://github.com/login/oauth/authorize?x=y", "https://github.com/login/oauth/authorize?x=y"],
  ["https://stories.example.evil.example/", "https://stories.example.evil.example/"],
  [
    "https://stories.example/api/auth/error?error=Verification",
    "/sign-in?error=Verification&next=%2Fhere",
  ],
  ["https://stories.example/api/auth/error?error=a%0Ab", "/sign-in"],
  ["/sign-in?error=EmailUnverified", "/sign-in?error=EmailUnverified&next=%2Fhere"],
  ["https://stories.example/api/auth/signin?csrf=true", "/sign-in"],
])("next-auth's redirect to %s goes to %s", async (given, location) => {
  answer = () => {
    const headers = new Headers({ location: given });
    headers.append("Set-Cookie", "a=1");
    headers.append("Set-Cookie", "b=2");
    return new Response(null, { status: 302, headers });
  };
  const headers = { cookie: "__Secure-next-auth.callback-url=%2Fhere" };
  const response = await request("callback/github?code=1&state=2", { headers });
  expect(response.status).toBe(303);
  expect(response.headers.get("location")).toBe(location);
  expect(response.headers.getSetCookie()).toEqual(["a=1", "b=2"]);
  expect(response.headers.get("cache-control")).toContain("no-store");
});

test("a way to go on that is none never reaches next-auth, which fails on it", async () => {
  const cookie = "next-auth.callback-url=https%3A%2F%2F%5B; next-auth.csrf-token=x";
  await request("session?callbackUrl=evil&a=b", { headers: { cookie } });
  expect(asked[0]?.query).toEqual({ a: "b" });
  expect(asked[0]?.cookies).toEqual({ "next-auth.csrf-token": "x" });
});

test("whoever signs in in Spanish goes on in Spanish", async () => {
  await press({ token, email, next: "/es/sign-in" });
  await press({ token, email, next: "/es/my" });
  expect(asked.map(({ query }) => query?.callbackUrl)).toEqual(["/es/sign-in", "/es/my"]);
  const over = await press({ token: "short", email, next: "/es/sign-in" });
  expect(over.headers.get("location")).toBe("/es/sign-in?error=Verification");
  const query = new URLSearchParams({ token, email, callbackUrl: "/es/my" });
  const opened = await request(`callback/email?${query}`);
  expect(opened.headers.get("location")).toMatch(/^\/es\/sign-in\/confirm\?.*&next=%2Fes%2Fmy$/);
});

test.each([
  ["/es/sign-in", "/sign-in?error=EmailUnverified", "/es/sign-in?error=EmailUnverified"],
  ["/es/my", "/api/auth/error?error=Callback", "/es/sign-in?error=Callback&next=%2Fes%2Fmy"],
  ["/es/my", "https://stories.example", "/es"],
  ["/es/my", "https://stories.example/es/my", "/es/my"],
])("who left for GitHub from %s and is sent to %s comes to %s", async (left, given, location) => {
  answer = () => new Response(null, { status: 302, headers: { location: given } });
  const cookie = `__Secure-next-auth.callback-url=${encodeURIComponent(left)}`;
  const response = await request("callback/github?code=1&state=2", { headers: { cookie } });
  expect(response.headers.get("location")).toBe(location);
});
