import { randomBytes } from "node:crypto";
import { NextRequest } from "next/server";
import { beforeEach, expect, test, vi } from "vitest";
import type { Mail } from "#lib/notifications/mail.ts";

const mails: Mail[] = [];
vi.mock("#lib/notifications/mail.ts", async (original) => ({
  ...(await original<typeof import("#lib/notifications/mail.ts")>()),
  sendMail: async (mail: Mail) => void mails.push(mail),
}));

const { askNextAuth } = await import("#lib/accounts/auth.ts");
const { handleAuthRequest } = await import("#lib/accounts/auth-requests.ts");
const { createFirstAdminLink, requestSignInLink, signOut } =
  await import("#lib/accounts/commands.ts");
const { findViewer } = await import("#lib/accounts/queries.ts");
const { database } = await import("#lib/db.ts");
const { inLocale } = await import("#lib/in-locale.ts");
const { env } = await import("#lib/env.ts");
const { MailError } = await import("#lib/notifications/mail.ts");

const { prisma } = database();
const site = env().SITE_URL ?? "";
let email: string;
let address: string;

beforeEach(() => {
  mails.length = 0;
  const random = randomBytes(6).toString("hex");
  email = `${random}@example.org`;
  address = `2001:db8:${random.replace(/(....)(?=.)/g, "$1:")}::1`;
});

/** The link in the last mail, as the form on its page would post it. */
function lastLink(): Record<string, string> {
  const url = mails.at(-1)?.text.match(/^https?:\S+\/sign-in\/confirm\S+$/m)?.[0] ?? "";
  return Object.fromEntries(new URL(url).searchParams);
}

async function askForLink(next: string | null = "/moderation") {
  const result = await requestSignInLink({ email, next, address });
  expect(result).toEqual({ ok: true, value: null });
  return lastLink();
}

function press(form: Record<string, string>, cookie = "") {
  const url = new URL("/api/auth/callback/email", site);
  const request = new NextRequest(url, {
    method: "POST",
    headers: { host: url.host, "sec-fetch-site": "same-origin", cookie },
    body: new URLSearchParams(form),
  });
  return handleAuthRequest(request, { path: ["callback", "email"], ask: askNextAuth });
}

function sessionOf(response: Response): string | undefined {
  const cookies = response.headers.getSetCookie().join("\n");
  return cookies.match(/next-auth\.session-token=([^;\n]+)/)?.[1];
}

test("a link from the mail signs in someone new, on the page they were going to", async () => {
  const response = await press(await askForLink());
  expect(response.status).toBe(303);
  expect(response.headers.get("location")).toBe("/moderation");
  const cookie = response.headers.getSetCookie().find((each) => each.includes("session-token"));
  expect(cookie).toMatch(/; Path=\/;.*; HttpOnly;.*SameSite=Lax/);
  const viewer = await findViewer(sessionOf(response));
  expect(viewer).toMatchObject({ email, role: "STORYTELLER" });
});

test("a link that is asked for in Spanish is mailed in Spanish, and signs in in Spanish", async () => {
  await inLocale("es", () => askForLink(null));
  expect(mails[0]?.text).toContain(`${site}/es/sign-in/confirm?token=`);
  expect(mails[0]?.text).not.toMatch(/\b(sign|link|you)\b(?!-)/i);
  const response = await press({ ...lastLink(), next: "/es/sign-in" });
  expect(response.headers.get("location")).toBe("/es/sign-in");
});

test("an address with an account and one without get the same answer and the same mail", async () => {
  await askForLink();
  const [unknown] = mails;
  await press(lastLink());
  await askForLink();
  const known = mails.at(-1);
  const withoutToken = (mail?: Mail) => mail?.text.replace(/token=[\w-]{43}/, "token=…");
  expect(withoutToken(known)).toBe(withoutToken(unknown));
});

test("the database never holds the token itself", async () => {
  const { token } = await askForLink();
  const row = await prisma.verificationToken.findFirstOrThrow({ where: { identifier: email } });
  expect(token).toMatch(/^[\w-]{43}$/);
  expect(row.token).toMatch(/^[0-9a-f]{64}$/);
  const minutes = (row.expires.getTime() - Date.now()) / 60_000;
  expect(minutes).toBeGreaterThan(9.5);
  expect(minutes).toBeLessThanOrEqual(10);
});

test("of twenty presses at once, one signs in", async () => {
  const link = await askForLink();
  const responses = await Promise.all(Array.from({ length: 20 }, () => press(link)));
  expect(responses.filter(sessionOf)).toHaveLength(1);
  const locations = responses
    .filter((each) => !sessionOf(each))
    .map((each) => each.headers.get("location"));
  expect(new Set(locations)).toEqual(new Set(["/sign-in?error=Verification&next=%2Fmoderation"]));
  expect(await prisma.session.count({ where: { user: { email } } })).toBe(1);
});

test("a link that has run out signs nobody in", async () => {
  const link = await askForLink();
  await prisma.verificationToken.updateMany({
    where: { identifier: email },
    data: { expires: new Date(Date.now() - 1) },
  });
  const response = await press(link);
  expect(response.headers.get("location")).toBe("/sign-in?error=Verification&next=%2Fmoderation");
  expect(sessionOf(response)).toBeUndefined();
  expect(await prisma.user.count({ where: { email } })).toBe(0);
});

test("a link is for its own address", async () => {
  const link = await askForLink();
  expect(sessionOf(await press({ ...link, email: "eve@example.org" }))).toBeUndefined();
  expect(sessionOf(await press(link))).toBeDefined();
});

test("a second link leaves the first one be, and each works once", async () => {
  const links = [await askForLink(), await askForLink()];
  for (const link of links) expect(sessionOf(await press(link))).toBeDefined();
  for (const link of links) expect(sessionOf(await press(link))).toBeUndefined();
});

test("of one address the three newest links work, also when many are asked for at once", async () => {
  const first = await askForLink();
  await Promise.all([askForLink(), askForLink(), askForLink(), askForLink()]);
  expect(await prisma.verificationToken.count({ where: { identifier: email } })).toBe(3);
  expect(sessionOf(await press(first))).toBeUndefined();
  expect(sessionOf(await press(await askForLink()))).toBeDefined();
});

test("links that nobody used are removed when the next one is made", async () => {
  const token = randomBytes(32).toString("hex");
  const expires = new Date(Date.now() - 1000);
  await prisma.verificationToken.create({ data: { identifier: `old-${email}`, token, expires } });
  await askForLink();
  expect(await prisma.verificationToken.count({ where: { token } })).toBe(0);
});

test.each([
  ["of a session that is gone", "00000000-0000-4000-8000-000000000000"],
  ["that can't be a session", "%00%ff'"],
])("a cookie %s does not keep anyone out", async (_what, value) => {
  const response = await press(await askForLink(), `next-auth.session-token=${value}`);
  expect(await findViewer(sessionOf(response))).toMatchObject({ email });
});

test("signing in again ends the earlier session of this browser", async () => {
  const first = sessionOf(await press(await askForLink()));
  const failed = await press({ ...lastLink() }, `next-auth.session-token=${first}`);
  expect(sessionOf(failed)).toBeUndefined();
  expect(await findViewer(first)).toMatchObject({ email });
  const second = sessionOf(await press(await askForLink(), `next-auth.session-token=${first}`));
  expect(await findViewer(first)).toBeNull();
  expect(await findViewer(second)).toMatchObject({ email });
});

test("signing in as someone else ends the earlier session", async () => {
  const first = sessionOf(await press(await askForLink()));
  email = `other-${email}`;
  const second = sessionOf(await press(await askForLink(), `next-auth.session-token=${first}`));
  expect(await findViewer(first)).toBeNull();
  expect(await findViewer(second)).toMatchObject({ email });
});

test("a role and a session count as the database has them at each look", async () => {
  const session = sessionOf(await press(await askForLink()));
  await prisma.user.update({ where: { email }, data: { role: "MODERATOR" } });
  expect(await findViewer(session)).toMatchObject({ role: "MODERATOR" });
  await prisma.user.update({ where: { email }, data: { role: "STORYTELLER" } });
  expect(await findViewer(session)).toMatchObject({ role: "STORYTELLER" });
  await prisma.session.updateMany({ where: { user: { email } }, data: { expires: new Date() } });
  expect(await findViewer(session)).toBeNull();
});

test("signing out ends the session, and can be done twice", async () => {
  const session = sessionOf(await press(await askForLink()));
  await signOut(session);
  await signOut(session);
  expect(await findViewer(session)).toBeNull();
});

test.each([
  ["nothing", undefined],
  ["an empty cookie", ""],
  ["a short one", "short"],
  ["a long one", "a".repeat(5000)],
  ["one with NUL", "x\0y".repeat(10)],
  ["a number", 42],
])("%s is nobody's session", async (_what, value) => {
  expect(await findViewer(value)).toBeNull();
  await signOut(value);
});

test("too many links for one person or from one place are refused, and say when to try again", async () => {
  const refusals: string[] = [];
  for (let count = 0; count < 12; count += 1) {
    const result = await requestSignInLink({ email, next: null, address });
    if (!result.ok) refusals.push(`${result.code}: ${result.message}`);
  }
  expect(refusals.length).toBeGreaterThan(0);
  expect(refusals[0]).toMatch(/^rate-limited: .*Please try again in \d+ minutes\.$/);
  const elsewhere = await requestSignInLink({
    email: `x${email}`,
    next: null,
    address: `${address}2`,
  });
  expect(elsewhere.ok).toBe(true);
});

/** An IPv6 address of another /64 for each number. */
const placeNumber = (number: number) =>
  `2001:${email.slice(0, 4)}:${email.slice(4, 8)}:${number}::1`;

test("refused requests don't keep the recipient from a link of their own", async () => {
  const results = [];
  for (let count = 0; count < 40; count += 1) {
    results.push(await requestSignInLink({ email, next: null, address }));
  }
  expect(results.filter(({ ok }) => ok)).toHaveLength(6);
  const own = { email, next: null, address: placeNumber(1) };
  expect(await requestSignInLink(own)).toEqual({ ok: true, value: null });
});

test("one mailbox gets so many links and no more, wherever they are asked for", async () => {
  const results = [];
  for (let count = 0; count < 35; count += 1) {
    results.push(await requestSignInLink({ email, next: null, address: placeNumber(count) }));
  }
  expect(results.map(({ ok }) => ok)).toEqual(results.map((_, index) => index < 30));
  expect(mails).toHaveLength(30);
});

test("mail that can't be sent is said plainly, alike for everyone", async () => {
  const notifications = await import("#lib/notifications/mail.ts");
  vi.spyOn(notifications, "sendMail").mockRejectedValue(new MailError("ECONNECTION"));
  const result = await requestSignInLink({ email, next: null, address });
  expect(result).toMatchObject({ ok: false, code: "unavailable" });
  expect(JSON.stringify(result)).not.toContain(email);
  vi.restoreAllMocks();
});

test("the first admin gets a link that works once, however often the server starts", async () => {
  await prisma.user.updateMany({ where: { role: "ADMIN" }, data: { role: "STORYTELLER" } });
  await Promise.all([createFirstAdminLink(), createFirstAdminLink(), createFirstAdminLink()]);
  expect(await prisma.user.count({ where: { role: "ADMIN" } })).toBe(1);
  const link = await createFirstAdminLink();
  const form = Object.fromEntries(new URL(link?.url ?? "").searchParams);
  expect(link?.url).toMatch(new RegExp(`^${site}/sign-in/confirm\\?token=`));
  const response = await press(form);
  expect(response.headers.get("location")).toBe("/moderation");
  expect(await findViewer(sessionOf(response))).toMatchObject({
    email: link?.email,
    role: "ADMIN",
  });
  expect(sessionOf(await press(form))).toBeUndefined();
});
