import { createAccount, retire, signInAs } from "./fixtures/accounts.ts";
import { query } from "./fixtures/database.ts";
import {
  decideOn,
  openAtDesk,
  shareStory,
  signIn,
  someWords,
  takeOverIfHeld,
} from "./fixtures/steps.ts";
import { expect, newAddress, test } from "./fixtures/test.ts";

test("two at one desk: one has a story open, the other takes it over, and the loser goes on", async ({
  page,
  moderator,
  moderatorAccount,
  browser,
}) => {
  const other = await createAccount("MODERATOR");
  const second = await (await browser.newContext()).newPage();
  await signInAs(second.context(), other);
  const words = someWords("Two of them read the same chart aloud.");
  await shareStory(page, words);
  const id = await openAtDesk(moderator, words);
  await moderator.getByLabel("Message to the storyteller").fill("Could you leave the ward out?");

  // Who comes second sees who has it, can read it, and can't decide by chance.
  await second.goto(`/moderation/stories/${id}`);
  const held = second.getByRole("status").filter({ hasText: "has this story open" });
  await expect(held).toContainText(moderatorAccount.email);
  await expect(second.getByRole("article").getByText(words)).toBeVisible();
  await expect(second.getByRole("button", { name: "Approve" })).toHaveCount(0);

  // Taken over, the first is told at once, by name, and loses nothing of what they wrote.
  await held.getByRole("button", { name: "Take over" }).click();
  await expect(second.getByRole("button", { name: "Approve", exact: true })).toBeVisible();
  await expect(
    moderator.getByRole("status").filter({ hasText: "has taken this story over" }),
  ).toContainText(other.email);
  await expect(moderator.getByLabel("Message to the storyteller")).toHaveValue(
    "Could you leave the ward out?",
  );
  await expect(moderator.getByRole("button", { name: "Approve" })).toHaveCount(0);
  await decideOn(second, "Reject", "Advertising or spam");
  await expect(moderator.getByRole("article").getByText("Rejected", { exact: true })).toBeVisible();
  await expect(moderator.getByRole("complementary", { name: "About this story" })).toContainText(
    other.email,
  );
  const queue = moderator.getByRole("navigation", { name: "Waiting stories" });
  await expect(queue.getByRole("link").filter({ hasText: words })).toHaveCount(0);

  // Decided while nothing told of it: refused by name, with a way on.
  const again = someWords("The chart was read a third time.");
  await shareStory(page, again);
  const nextId = await openAtDesk(moderator, again);
  await moderator.route("**/moderation/live", (route) => route.abort());
  await moderator.reload();
  await second.goto(`/moderation/stories/${nextId}`);
  await takeOverIfHeld(second);
  await decideOn(second, "Approve");
  await moderator.getByRole("button", { name: "Approve", exact: true }).click();
  await expect(moderator.getByRole("main").getByRole("alert")).toContainText(
    `${other.email} has already approved this story`,
  );
  await moderator.getByRole("link", { name: "Go on to the next story" }).click();
  await expect(moderator.getByRole("main").getByRole("alert")).toHaveCount(0);
  expect((await page.goto(`/stories/${nextId}`))?.status()).toBe(200);
  await second.context().close();
  await retire(other);
});

test("a reason is asked for at its field, with everything kept", async ({ page, moderator }) => {
  const words = someWords("He asked for the window to be left open.");
  await shareStory(page, words);
  await openAtDesk(moderator, words);
  await moderator.getByLabel("Message to the storyteller").fill("Could you leave the ward out?");
  await moderator.getByRole("button", { name: "Ask for changes" }).click();
  await expect(moderator.getByRole("main").getByRole("alert")).toBeFocused();
  await expect(moderator.getByLabel("Reason", { exact: true })).toBeInViewport({ ratio: 1 });
  await expect(moderator.getByLabel("Reason", { exact: true })).toHaveAttribute(
    "aria-invalid",
    "true",
  );
  await expect(moderator.getByLabel("Message to the storyteller")).toHaveValue(
    "Could you leave the ward out?",
  );
  await decideOn(moderator, "Ask for changes", "Someone could be recognised");
  await page.reload();
  await expect(page.getByRole("heading", { name: "A moderator asks for a change" })).toBeVisible();
  await expect(page.getByText("Could you leave the ward out?")).toBeVisible();
});

test("a published story is taken down and restored, and readers see it within 5 s", async ({
  page,
  moderator,
}) => {
  const words = someWords("She kept the receipt of the first coffee.");
  await shareStory(page, words);
  const id = await openAtDesk(moderator, words);
  await decideOn(moderator, "Approve");
  const status = async () => (await page.request.get(`/stories/${id}`)).status();
  const inFeed = async () => (await (await page.request.get("/")).text()).includes(words);
  await expect.poll(status, { timeout: 5_000 }).toBe(200);

  await page.goto(`/stories/${id}`);
  await moderator.goto(
    await page
      .getByRole("link", { name: "For moderators (this story)" })
      .evaluate((link: HTMLAnchorElement) => link.href),
  );
  await decideOn(moderator, "Take down", "Someone in it asked us to");
  await expect.poll(status, { timeout: 5_000 }).toBe(404);
  await expect.poll(inFeed, { timeout: 5_000 }).toBe(false);
  await moderator.goto(`/moderation/stories/${id}`);
  await decideOn(moderator, "Restore");
  await expect.poll(status, { timeout: 5_000 }).toBe(200);
  await expect.poll(inFeed, { timeout: 5_000 }).toBe(true);
});

test("warned words are behind their gate at the desk too", async ({ page, moderator }) => {
  const words = someWords("Nobody had told the younger brother.");
  await page.goto("/share");
  await page.getByLabel("Your story", { exact: true }).fill(words);
  await page.getByRole("checkbox", { name: "suicide" }).check();
  await page.getByRole("checkbox", { name: /may appear on this site/ }).check();
  await page.getByRole("button", { name: "Share your story" }).click();
  await expect(page).toHaveURL(/\/my\//);
  const id = await openAtDesk(moderator, words);
  // The whole list ends after fifty, and other tests leave stories waiting.
  await moderator.goto(`/moderation/stories/${id}?warning=suicide`);
  const queue = moderator.getByRole("navigation", { name: "Waiting stories" });
  await expect(queue.locator("[aria-current=page]")).toContainText("Contains: suicide, mentioned");
  const shown = moderator.getByText(words).filter({ visible: true });
  await expect(shown).toHaveCount(0);
  // Nobody approves by a slip what they have not read.
  await moderator.getByRole("button", { name: "Approve", exact: true }).click();
  await expect(moderator.getByRole("main").getByRole("alert")).toContainText(
    "still behind their gate",
  );
  await expect(shown).toHaveCount(0);
  await moderator.getByText("Show story").click();
  await expect(shown).toHaveCount(1);
  await decideOn(moderator, "Approve");
  const note = moderator.getByRole("status").filter({ hasText: "Approved" });
  await expect(note).toContainText("Contains: suicide, mentioned");
  await expect(shown).toHaveCount(0);
});

test("a story that is changed while it is open is read again before it is decided on", async ({
  page,
  moderator,
}) => {
  const words = someWords("The porter learned the tune by ear.");
  const link = await shareStory(page, words);
  const id = await openAtDesk(moderator, words);
  await moderator.getByLabel("Message to the storyteller").fill("We like the tune.");
  await page.goto(`${link}/change`);
  await page.getByLabel("Your story", { exact: true }).fill(words.replace("by ear", "by heart"));
  await page.getByRole("button", { name: "Send the change" }).click();
  const changed = moderator.getByRole("alert").filter({ hasText: "has just changed this story" });
  await expect(changed).toBeVisible();
  await expect(moderator.getByRole("button", { name: "Approve" })).toHaveCount(0);
  await expect(moderator.getByLabel("Message to the storyteller")).toHaveValue("We like the tune.");
  await changed.getByRole("button", { name: "I have read it" }).click();
  await decideOn(moderator, "Approve");
  await expect(async () => {
    await page.goto(`/stories/${id}`);
    await expect(page.getByText("by heart")).toBeVisible({ timeout: 500 });
  }).toPass({ timeout: 5_000 });
});

test("a moderator who is demoted while the desk is open is out, and holds nothing any more", async ({
  browser,
  admin,
  page: storyteller,
}) => {
  const words = someWords("The new one asked what the bell was for.");
  await shareStory(storyteller, words);
  const account = await createAccount("MODERATOR");
  const context = await browser.newContext({
    extraHTTPHeaders: { "x-forwarded-for": newAddress() },
  });
  await signInAs(context, account);
  const page = await context.newPage();
  const id = await openAtDesk(page, words);
  const claims = () =>
    query(`SELECT FROM "Claim" c JOIN "User" u ON u."id" = c."moderatorId" WHERE u."email" = $1`, [
      account.email,
    ]);
  expect(await claims()).toHaveLength(1);

  await admin.goto("/moderation/team");
  const row = admin.getByRole("listitem").filter({ hasText: account.email });
  await row.getByText("Change").click();
  await row.getByLabel("Role").selectOption({ label: "Editor" });
  await row.getByRole("button", { name: "Save role" }).click();
  await expect(admin.getByRole("status")).toBeVisible();

  // The open page goes by itself; whatever is asked for from there is not there.
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("There is nothing here");
  expect(await claims()).toHaveLength(0);
  const unknown = await page.request.get("/no-such-page");
  for (const path of [`/moderation/stories/${id}`, "/moderation/live"]) {
    const refused = await page.request.get(path, { maxRedirects: 0 });
    expect(refused.status(), path).toBe(404);
    expect((await refused.body()).equals(await unknown.body()), path).toBe(true);
  }
  // They are signed in as before, and have what an editor has.
  const calls = await page.request.get("/moderation/calls", { maxRedirects: 0 });
  expect(calls.status()).toBe(200);
  await context.close();
  await retire(account);
});

test("to a storyteller the desk is not there, like any other unknown page", async ({ page }) => {
  await signIn(page, `teller-${Date.now()}@example.org`);
  const unknown = await (await page.request.get("/no-such-page")).body();
  for (const path of ["/moderation", "/moderation/team", "/moderation/stories/000000000000"]) {
    const answer = await page.request.get(path);
    expect(answer.status(), path).toBe(404);
    expect((await answer.body()).equals(unknown), path).toBe(true);
  }
});

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled });

    test("a decision is undone in time: readers, storyteller and mail know nothing of it", async ({
      page,
      moderator,
    }) => {
      const words = someWords("I pressed the wrong bell, once.");
      const link = await shareStory(page, words);
      const id = await openAtDesk(moderator, words);
      await decideOn(moderator, "Approve");
      expect((await page.goto(`/stories/${id}`))?.status()).toBe(200);
      const note = moderator.getByRole("status").filter({ hasText: "Approved" });
      await expect(note).toContainText("No mail has gone out yet");
      await note.getByRole("button", { name: "Undo" }).click();
      await expect(moderator.getByRole("status").filter({ hasText: "Undone" })).toBeVisible();
      await expect(moderator.getByRole("button", { name: "Approve", exact: true })).toBeVisible();
      await expect(moderator.getByText("Undone at once")).toBeVisible();
      await expect
        .poll(async () => (await page.goto(`/stories/${id}`))?.status(), { timeout: 5_000 })
        .toBe(404);
      expect(await (await page.request.get("/")).text()).not.toContain(words);
      await page.goto(link);
      await expect(page.getByRole("heading", { level: 1 })).toContainText("waiting to be read");
    });
  });
}

test("once its time is over, the offer to undo goes by itself", async ({ page, moderator }) => {
  const words = someWords("The bell rang on its own.");
  await shareStory(page, words);
  await openAtDesk(moderator, words);
  await decideOn(moderator, "Approve");
  const undo = moderator.getByRole("button", { name: "Undo" });
  await expect(undo).toBeVisible();
  await expect(undo).toBeHidden({ timeout: 12_000 });
});

test("once its time is over, undoing is refused in a sentence", async ({
  page,
  browser,
  moderatorAccount,
}) => {
  const words = someWords("The bell was never mended.");
  await shareStory(page, words);
  const moderator = await browser.newPage({ javaScriptEnabled: false });
  await signInAs(moderator.context(), moderatorAccount);
  await openAtDesk(moderator, words);
  await decideOn(moderator, "Approve");
  const [decision] = await query<{ id: string }>(
    `SELECT d."id" FROM "Decision" d JOIN "Revision" r ON r."id" = d."revisionId" WHERE r."text" = $1`,
    [words],
  );
  const isOver = `SELECT "createdAt" + interval '6 seconds' < now() AS over FROM "Decision" WHERE "id" = $1`;
  await expect
    .poll(async () => (await query<{ over: boolean }>(isOver, [decision?.id]))[0]?.over, {
      timeout: 12_000,
    })
    .toBe(true);
  await moderator.getByRole("button", { name: "Undo" }).click();
  await expect(moderator.getByText("can be undone for 6 seconds")).toBeVisible();
  await moderator.close();
});

test("single keys decide and undo, never while one types, and can be turned off", async ({
  page,
  moderator,
}) => {
  const words = someWords("She kept every key that had ever been hers.");
  await shareStory(page, words);
  const id = await openAtDesk(moderator, words);
  const here = new RegExp(`/moderation/stories/${id}$`);
  const keys = moderator.getByRole("button", { name: "Single keys" });
  await expect(keys).toHaveAttribute("aria-pressed", "true");
  await moderator.keyboard.press("m");
  await moderator.keyboard.type("arc?");
  await expect(moderator.getByLabel("Message to the storyteller")).toHaveValue("arc?");
  await expect(moderator).toHaveURL(here);

  await keys.focus();
  await moderator.keyboard.press("w");
  await expect(moderator.getByRole("checkbox", { name: "death", exact: true })).toBeFocused();
  await moderator.keyboard.press("?");
  const list = moderator.getByRole("dialog", { name: "Keys at the desk" });
  await expect(list).toContainText("Ask for changes");
  await moderator.keyboard.press("a");
  await moderator.keyboard.press("Escape");
  await expect(list).toBeHidden();

  await keys.click();
  await expect(keys).toHaveAttribute("aria-pressed", "false");
  await moderator.keyboard.press("a");
  await moderator.reload();
  await expect(keys).toHaveAttribute("aria-pressed", "false");
  await expect(moderator).toHaveURL(here);
  await keys.click();
  await moderator.keyboard.press("a");
  await expect(moderator.getByRole("button", { name: "Undo" })).toBeVisible();
  await moderator.keyboard.press("u");
  await expect(moderator.getByRole("status").filter({ hasText: "Undone" })).toBeVisible();
});
