import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { check } from "./fixtures/axe.ts";
import { query } from "./fixtures/database.ts";
import { decideOn, openAtDesk, shareStory, signIn, someWords } from "./fixtures/steps.ts";
import { expect, test } from "./fixtures/test.ts";

const newEmail = () => `own-${Date.now()}-${Math.random().toString(36).slice(2, 8)}@example.org`;

const choiceFor = (page: Page, words: string) =>
  page.getByRole("group").filter({ hasText: words.slice(0, 60) });

async function shareAs(page: Page, name: string, words: string): Promise<string> {
  await page.goto("/share");
  await page.getByLabel("Your story", { exact: true }).fill(words);
  await page.getByLabel("Your name").fill(name);
  await page.getByRole("checkbox", { name: /may appear on this site/ }).check();
  await page.getByRole("button", { name: "Share your story" }).click();
  await expect(page).toHaveURL(/\/my\/[\w-]{32}$/);
  return page.url();
}

test("without an account one is told what there is", async ({ page }) => {
  const answer = await page.goto("/my");
  expect(answer?.headers()).toMatchObject({
    "cache-control": "private, no-store",
    "referrer-policy": "same-origin",
    "x-robots-tag": "noindex, nofollow",
  });
  await expect(page.getByRole("heading", { name: "Your stories", level: 1 })).toBeVisible();
  await expect(page.getByRole("link", { name: "Ask for a lost link" })).toHaveAttribute(
    "href",
    "/my/lost-link",
  );
  const main = page.getByRole("main");
  await expect(main.getByRole("link", { name: "Sign in" })).toHaveAttribute(
    "href",
    "/sign-in?next=/my",
  );
  for (const path of ["/my/account", "/my/account/delete"]) {
    await page.goto(path);
    await expect(page.getByText(/Sign in/).first()).toBeVisible();
  }
});

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled });

    test("a private link is claimed into the account, and works no more", async ({
      page,
      browser,
    }) => {
      const words = someWords();
      const link = await shareStory(page, words);
      const token = new URL(link).pathname.split("/").at(-1) ?? "";
      await expect(page.getByRole("main").getByRole("link", { name: "sign in" })).toHaveAttribute(
        "href",
        "/sign-in", // the token would be in the mail otherwise
      );
      await signIn(page, newEmail());
      await page.goto("/my");
      await expect(page.getByText("There is none here yet.")).toBeVisible();
      await page.goto(link);
      await page.getByRole("button", { name: "Keep it in my account" }).click();
      await expect(page).toHaveURL(/\/my\/[0-9A-Za-z]{12}\?done=claimed$/);
      await expect(page.getByRole("status")).toContainText("It is in your account now");
      await expect(page.getByText(words)).toBeVisible();
      await expect(page.getByRole("button", { name: "Keep it in my account" })).toHaveCount(0);
      const own = page.url().replace(/\?.*/, "");
      expect((await page.goto(link))?.status()).toBe(404);

      await page.goto("/my");
      const item = page.getByRole("listitem").filter({ hasText: words.slice(0, 60) });
      await item.getByRole("link", { name: /^Waiting to be read/ }).click();
      await expect(page).toHaveURL(own);

      const stranger = await (await browser.newContext()).newPage();
      for (const way of [own, link]) expect((await stranger.goto(way))?.status()).toBe(404);
      await stranger.context().close();
      const [story] = await query<{ link: unknown }>(
        'SELECT "privateLinkHash" AS link FROM "Story" WHERE id = $1',
        [new URL(own).pathname.split("/").at(-1)],
      );
      expect(story).toEqual({ link: null });
      expect(token).toHaveLength(32);
    });

    test("deleting the account: one story is withdrawn, one stays as Anonymous with a link", async ({
      page,
      moderator,
    }) => {
      const email = newEmail();
      await signIn(page, email);
      const [gone, kept] = [someWords("The lift stopped."), someWords("The kettle was on.")];
      const ids: string[] = [];
      for (const words of [gone, kept]) {
        const link = await shareAs(page, "Noor Haddad", words);
        ids.push(await openAtDesk(moderator, words));
        await decideOn(moderator, "Approve");
        if (words === kept) {
          await page.goto(link);
          await page.getByRole("button", { name: "Keep it in my account" }).click();
          await expect(page).toHaveURL(/\/my\/[0-9A-Za-z]{12}\?done=claimed$/);
        }
      }
      const [goneId, keptId] = ids;
      await page.goto(`/stories/${keptId}`);
      // Stories like it stand below.
      const told = page.getByRole("article").first();
      await expect(told.getByText("Noor Haddad", { exact: true })).toBeVisible();

      await page.goto("/my/account");
      await expect(page.getByText(email)).toBeVisible();
      await page.getByRole("link", { name: "Delete my account" }).click();
      await choiceFor(page, gone).getByRole("radio", { name: "Withdraw it" }).check();
      await page.getByRole("button", { name: "Delete my account" }).click();
      const alert = page.getByRole("main").getByRole("alert");
      await expect(alert).toContainText("Nothing is deleted yet.");
      await expect(alert.getByRole("link")).toHaveCount(1);
      await expect(choiceFor(page, gone).getByRole("radio", { name: "Withdraw it" })).toBeChecked();
      await choiceFor(page, kept).getByRole("radio", { name: "Keep it as Anonymous" }).check();
      await page.getByRole("button", { name: "Delete my account" }).click();

      await expect(page.getByRole("heading", { name: "Your account is deleted" })).toBeVisible();
      await expect(page.getByText("One story was withdrawn")).toBeVisible();
      expect(page.url()).toMatch(/\/my\/account\/delete$/);
      const link = await page.getByLabel("Private link").inputValue();
      expect(link).toMatch(/\/my\/[\w-]{32}$/);

      await page.goto("/my");
      await expect(page.getByRole("link", { name: "Ask for a lost link" })).toBeVisible();
      await expect
        .poll(async () => (await page.goto(`/stories/${goneId}`))?.status(), { timeout: 5_000 })
        .toBe(404);
      await page.goto(`/stories/${keptId}`);
      await expect(page.getByText(kept)).toBeVisible();
      await expect(told.getByText("Noor Haddad")).toHaveCount(0);
      await expect(page.getByText("Anonymous").first()).toBeVisible();
      expect((await page.goto(link))?.status()).toBe(200);
      await expect(page.getByRole("link", { name: "Withdraw this story" })).toBeVisible();
      expect(await query('SELECT FROM "User" WHERE email = $1', [email])).toEqual([]);
    });
  });
}

test("everything about oneself comes as a file; nobody else gets one", async ({
  page,
  request,
}) => {
  const email = newEmail();
  await signIn(page, email);
  const words = someWords();
  const link = await shareStory(page, words);
  await page.goto("/my/account");
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Download my data" }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^vignette-export-\d{4}-\d\d-\d\d\.json$/);
  const text = await readFile(await download.path(), "utf8");
  expect(JSON.parse(text)).toMatchObject({
    format: "vignette-export/1",
    account: { email, role: "STORYTELLER" },
    stories: [{ status: "PENDING", revisions: [{ text: words }] }],
  });
  expect(text).not.toContain(new URL(link).pathname.split("/").at(-1));

  const answer = await page.request.get("/my/export");
  expect(answer.headers()).toMatchObject({
    "cache-control": "private, no-store",
    "content-disposition": expect.stringMatching(/^attachment; filename="/) as unknown,
    "content-type": "application/json; charset=utf-8",
  });
  const [nobody, unknown] = [await request.get("/my/export"), await request.get("/no-such-page")];
  expect(nobody.status()).toBe(404);
  expect(await nobody.text()).toBe(await unknown.text());
});

test("the only admin is told what to do first", async ({ admin }) => {
  await admin.goto("/my/account/delete");
  await expect(admin.getByText("You are the only admin here")).toBeVisible();
  await expect(admin.getByRole("button", { name: "Delete my account" })).toHaveCount(0);
});

test("axe finds nothing, and nothing is cut off in a phone's width", async ({ page }) => {
  const look = (what: string) => check(page, what);
  await page.goto("/my");
  await look("my stories, not signed in");
  await page.goto("/my/account/delete");
  await look("delete, not signed in");
  const link = await shareStory(page, someWords());
  await signIn(page, newEmail());
  await page.goto("/my");
  await look("my stories, none");
  await page.goto(link);
  await expect(page.getByRole("button", { name: "Keep it in my account" })).toBeVisible();
  await look("private page that can be claimed");
  await page.getByRole("button", { name: "Keep it in my account" }).click();
  await expect(page).toHaveURL(/\/my\/[0-9A-Za-z]{12}\?done=claimed$/);
  await shareStory(page, someWords());
  await page.goto("/my");
  await expect(page.getByRole("main").getByRole("listitem")).toHaveCount(2);
  await look("my stories");
  await page.goto("/my/account");
  await look("my account");
  await page.goto("/my/account/delete");
  await look("delete");
  await page.getByRole("button", { name: "Delete my account" }).click();
  await expect(page.getByRole("main").getByRole("alert")).toBeVisible();
  await look("delete with errors");
  await page
    .getByRole("group", { name: "All at once, if you like" })
    .getByRole("radio", { name: "Keep them as Anonymous" })
    .check();
  await page.getByRole("button", { name: "Delete my account" }).click();
  await expect(page.locator(":focus")).toContainText("Your account is deleted");
  await expect(page.getByLabel("Private link 2")).toBeVisible();
  await look("deleted");
});
