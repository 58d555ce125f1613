import { randomBytes } from "node:crypto";
import { readFile } from "node:fs/promises";
import type { Browser, Page } from "@playwright/test";
import { aWord } from "#lib/testing/words.ts";
import { check } from "./fixtures/axe.ts";
import { query } from "./fixtures/database.ts";
import { linkTo } from "./fixtures/mail.ts";
import {
  decideOn,
  noteForModerators,
  openAtDesk,
  shareStory,
  signIn,
  someWords,
} from "./fixtures/steps.ts";
import { expect, newAddress, test } from "./fixtures/test.ts";

const reasonField = (page: Page) => page.getByLabel("Reason", { exact: true });
const rows = (page: Page) => page.getByRole("main").getByRole("row");
const rowOf = (page: Page, id: string) => rows(page).filter({ hasText: id });

/** Shares a story and rejects it, with words to the storyteller and among moderators. */
async function reject(page: Page, moderator: Page, note: string) {
  const words = someWords("The night porter knew all our birthdays.");
  await shareStory(page, words);
  const id = await openAtDesk(moderator, words);
  await moderator.getByLabel("Message to the storyteller").fill("Please tell it to us anew.");
  await noteForModerators(moderator, note);
  await decideOn(moderator, "Reject", "Advertising or spam");
  return { id, words };
}

/** As many decisions as asked for, long ago, on a waiting story of its own. */
async function decidedLongAgo(page: Page, at: string, kinds: [string, string | null][]) {
  const words = someWords();
  await shareStory(page, words);
  const [story] = await query<{ id: string; revision: string }>(
    'SELECT "storyId" AS id, id AS revision FROM "Revision" WHERE text = $1',
    [words],
  );
  const note = aWord();
  await query(
    `INSERT INTO "Decision" (id, "storyId", "revisionId", "moderatorId", kind, reason, message,
       "internalNote", warnings, "createdAt")
     SELECT d.id, $1, $2, u.id, d.kind::"DecisionKind", d.reason, $3, $3, '[]', $4::timestamptz
     FROM unnest($5::text[], $6::text[], $7::text[]) AS d(id, kind, reason),
       (SELECT id FROM "User" WHERE role = 'MODERATOR' ORDER BY "createdAt" LIMIT 1) u`,
    [
      ...[story?.id, story?.revision, note, at],
      kinds.map(() => randomBytes(12).toString("hex")),
      kinds.map(([kind]) => kind),
      kinds.map(([, reason]) => reason),
    ],
  );
  return { id: story?.id ?? "", secrets: [words, note, story?.id ?? ""] };
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled });

    test("a decision is in the log, which is narrowed by its address", async ({
      page,
      moderator,
      moderatorAccount,
    }) => {
      const note = `The third this week. ${aWord()}`;
      const { id, words } = await reject(page, moderator, note);
      await moderator.getByRole("link", { name: "Log", exact: true }).click();
      await expect(moderator.getByRole("heading", { name: "Log", level: 1 })).toBeVisible();
      const row = rowOf(moderator, id);
      await expect(row).toContainText("Rejected");
      await expect(row).toContainText("Advertising or spam");
      await expect(row).toContainText("With a message to the storyteller");
      await expect(row).toContainText(note);
      await expect(row).toContainText(moderatorAccount.email);
      await expect(moderator.getByRole("main")).not.toContainText(words);
      await expect(moderator.getByRole("main")).not.toContainText("Please tell it to us anew.");

      const field = moderator.getByLabel("Decision", { exact: true });
      await field.selectOption({ label: "Approved" });
      await moderator.getByRole("button", { name: "Show", exact: true }).click();
      await expect(moderator).toHaveURL(/\?kind=APPROVE/);
      await expect(field).toHaveValue("APPROVE");
      await expect(rowOf(moderator, id)).toHaveCount(0);
      await field.selectOption({ label: "Rejected" });
      await reasonField(moderator).selectOption({ label: "Advertising or spam" });
      await moderator.getByLabel("Decided by").selectOption({ label: moderatorAccount.email });
      await moderator.getByLabel("From").fill("2026-01-01");
      await moderator.getByRole("button", { name: "Show", exact: true }).click();
      await expect(rowOf(moderator, id)).toBeVisible();
      await expect(moderator.getByLabel("From")).toHaveValue("2026-01-01");
      await moderator.getByLabel("Until").fill("2026-01-02");
      await moderator.getByRole("button", { name: "Show", exact: true }).click();
      await expect(moderator.getByText("No decision is like that.")).toBeVisible();
      await moderator.getByRole("link", { name: "Show all" }).click();
      await expect(moderator).toHaveURL(/\/moderation\/log$/);

      await rowOf(moderator, id).getByRole("link").click();
      await expect(moderator).toHaveURL(`/moderation/stories/${id}`);
    });

    test("older decisions are a page further, narrowed alike", async ({ page, moderator }) => {
      // In a year that nothing else was decided in.
      const year = javaScriptEnabled ? 2012 : 2013;
      const many = Array.from({ length: 51 }, (): [string, string] => ["REJECT", "promotion"]);
      await decidedLongAgo(page, `${year}-05-05`, many);
      await moderator.goto(`/moderation/log?from=${year}-01-01&to=${year}-12-31&reason=promotion`);
      await expect(rows(moderator)).toHaveCount(51);
      await moderator.getByRole("link", { name: "Older decisions" }).click();
      await expect(rows(moderator)).toHaveCount(2);
      await expect(moderator.getByLabel("From")).toHaveValue(`${year}-01-01`);
      await expect(moderator.getByRole("link", { name: "Older decisions" })).toHaveCount(0);
      await moderator.getByRole("link", { name: "Newest decisions" }).click();
      await expect(rows(moderator)).toHaveCount(51);
    });
  });
}

test("the log is a file that spreadsheets read and do not run", async ({ page, moderator }) => {
  const note = `=HYPERLINK("https://evil.example", "${aWord()}")`;
  const { id, words } = await reject(page, moderator, note);
  await moderator.goto("/moderation/log?reason=promotion");
  const [download] = await Promise.all([
    moderator.waitForEvent("download"),
    moderator.getByRole("link", { name: "Export as CSV" }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^vignette-log-\d{4}-\d\d-\d\d\.csv$/);
  const file = await readFile(await download.path(), "utf8");
  expect(file.startsWith("\uFEFFDecided at (UTC),Decided by,")).toBe(true);
  const line = file.split("\r\n").find((each) => each.includes(id));
  expect(line).toContain(`"'${note.replaceAll('"', '""')}"`);
  expect(line).toContain(",Rejected,Advertising or spam,");
  expect(file).not.toContain(words);
  expect(file).not.toContain(",Approved,");

  const answer = await moderator.request.get("/moderation/log/export?kind=APPROVE");
  expect(answer.status()).toBe(200);
  expect(answer.headers()).toMatchObject({
    "content-type": "text/csv; charset=utf-8",
    "cache-control": "private, no-store",
    "x-robots-tag": "noindex, nofollow",
  });
  expect(await answer.text()).not.toContain(id);
});

/** Someone with a role, signed in; null for the first roles of a page, which are none. */
async function signedInAs(role: "storyteller" | "Editor", admin: Page, browser: Browser) {
  const email = `log-${randomBytes(4).toString("hex")}@example.org`;
  if (role === "Editor") {
    await admin.goto("/moderation/team");
    await admin.getByLabel("E-mail address").fill(email);
    await admin.getByRole("radio", { name: /Editor/ }).check();
    await admin.getByRole("button", { name: "Invite" }).click();
    await linkTo(email);
  }
  const context = await browser.newContext({
    extraHTTPHeaders: { "x-forwarded-for": newAddress() },
  });
  const page = await context.newPage();
  await signIn(page, email);
  return page;
}

test("to all but moderators and admins there is no log, like any other unknown page", async ({
  request,
  moderator,
  admin,
  browser,
}) => {
  const unknown = await (await request.get("/no-such-page")).body();
  const storyteller = await signedInAs("storyteller", admin, browser);
  const editor = await signedInAs("Editor", admin, browser);
  const paths = [
    "/moderation/log",
    "/moderation/log?kind=REJECT",
    "/moderation/log/export",
    "/moderation/log/export?kind=REJECT",
  ];
  for (const path of paths) {
    // Signed out, one is asked to sign in where there is a page, as everywhere at the desk.
    const outside = path.includes("export") ? [request] : [];
    for (const who of [...outside, storyteller.request, editor.request]) {
      const answer = await who.get(path, { maxRedirects: 0 });
      expect(answer.status(), path).toBe(404);
      expect((await answer.body()).equals(unknown), path).toBe(true);
    }
    for (const who of [moderator.request, admin.request]) {
      expect((await who.get(path)).status(), path).toBe(200);
    }
  }
  const signedOut = await request.get("/moderation/log", { maxRedirects: 0 });
  expect(signedOut.status()).toBe(307);
  expect(signedOut.headers().location).toBe("/sign-in?next=/moderation/log");
  await storyteller.context().close();
  await editor.context().close();
});

test("whatever stands in the address, there is a log", async ({ moderator }) => {
  const hostile = [
    "kind=DELETE&kind=REJECT",
    "moderator=%27%20OR%201%3D1",
    "reason=%00",
    "from=9999-99-99&to=-1",
    "older=zzzzzzzzz-c1",
    "older=%FF&from[]=x",
    `call=${"a".repeat(1500)}`,
    "__proto__=x&constructor=y",
  ];
  for (const query of hostile) {
    for (const path of ["/moderation/log", "/moderation/log/export"]) {
      const answer = await moderator.request.get(`${path}?${query}`);
      expect(answer.status(), `${path}?${query}`).toBe(200);
    }
  }
});

test("the public log counts what was decided and why, and names nobody", async ({
  page,
  request,
  moderator,
}) => {
  // A year that nothing else decides in, so that the counts are only these.
  const first = await decidedLongAgo(page, "2019-03-31T23:59:59Z", [
    ["APPROVE", null],
    ["APPROVE", null],
    ["REJECT", "promotion"],
    ["TAKE_DOWN", "promotion"],
    ["ASK_FOR_CHANGES", "unclear"],
  ]);
  const few = await decidedLongAgo(page, "2019-04-01", [
    ["REJECT", "hateful"],
    ["TAKE_DOWN", "asked-for"],
  ]);
  await page.goto("/log/2019");
  const march = page.getByRole("region", { name: "March 2019" });
  await expect(march).toContainText("5 decisions");
  const decisions = march.getByRole("table", { name: "Decisions in March 2019" });
  await expect(decisions.getByRole("row", { name: /^Approved/ })).toContainText("2");
  await expect(decisions.getByRole("row", { name: /^Taken down/ })).toContainText("1");
  const reasons = march.getByRole("table", { name: "Reasons given in March 2019" });
  await expect(reasons.getByRole("row", { name: /^Advertising or spam/ })).toContainText("2");
  const april = page.getByRole("region", { name: "April 2019" });
  await expect(april).toContainText("2 decisions");
  await expect(april.getByRole("table")).toHaveCount(0);
  await expect(page.getByRole("main")).not.toContainText("Hateful");
  await expect(page.getByText(/fewer than 5 decisions/)).toBeVisible();

  const answer = await request.get("/log/2019");
  const html = await answer.text();
  for (const secret of [...first.secrets, ...few.secrets, "@example.org"]) {
    expect(html).not.toContain(secret);
  }
  expect(answer.headers()["set-cookie"]).toBeUndefined();
  expect(answer.headers()["cache-control"]).toContain("s-maxage=2");
  const signedIn = await moderator.request.get("/log/2019");
  expect(await signedIn.text()).toBe(html);

  await page.goto("/");
  await page.getByRole("contentinfo").getByRole("link", { name: "What we decide" }).click();
  await expect(page.getByRole("heading", { name: "What we decide", level: 1 })).toBeVisible();
  const unknown = await (await request.get("/no-such-page")).body();
  for (const path of ["/log/2001", "/log/2098", "/log/1999", "/log/x", "/log/2019/3"]) {
    const nowhere = await request.get(path);
    expect(nowhere.status(), path).toBe(404);
    expect((await nowhere.body()).equals(unknown), path).toBe(true);
  }
});

test("axe finds nothing in the logs", async ({ page, moderator }) => {
  const year = 2018;
  await decidedLongAgo(page, `${year}-06-15`, [
    ...Array.from({ length: 60 }, (): [string, string] => ["REJECT", "recognisable"]),
    ["RESTORE", null],
  ]);
  await moderator.goto(`/moderation/log?to=${year}-12-31`);
  await check(moderator, "log");
  await moderator.goto("/moderation/log?from=2016-01-01&to=2016-01-02");
  await expect(moderator.getByText("No decision is like that.")).toBeVisible();
  await check(moderator, "nothing in the log");
  await page.goto(`/log/${year}`);
  await expect(page.getByRole("region", { name: `June ${year}` })).toBeVisible();
  await check(page, "public log");
  await page.goto("/log");
  await check(page, "public log, newest");
});
