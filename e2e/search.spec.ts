import type { Page } from "@playwright/test";
import { aWord } from "#lib/testing/words.ts";
import { createAccount, retire } from "./fixtures/accounts.ts";
import { check } from "./fixtures/axe.ts";
import { query } from "./fixtures/database.ts";
import { noteForModerators } from "./fixtures/steps.ts";
import { expect, test } from "./fixtures/test.ts";

/** Three waiting stories that one hand wrote; how stories are sent is told elsewhere. */
async function tellWave(): Promise<{ word: string; ids: string[] }> {
  const word = aWord();
  const rows = await query<{ id: string }>(
    `WITH wave AS (
       SELECT substr(md5($1 || n), 1, 12) AS id, $1 || n AS revision, n FROM generate_series(1, 3) n
     ), revisions AS (
       INSERT INTO "Revision" (id, "storyId", number, text, weight)
       SELECT revision, id, 1, 'Cheap watches at ' || $1 || ', for you.', 40 FROM wave
     ), consents AS (INSERT INTO "Consent" ("storyId", use) SELECT id, 'SITE' FROM wave)
     INSERT INTO "Story" (id, "callId", "latestRevisionId", "idempotencyKeyHash", "waitingSince")
     SELECT id, (SELECT id FROM "Call" ORDER BY id LIMIT 1), revision, sha256(revision::bytea), now()
     FROM wave ORDER BY n RETURNING id`,
    [word],
  );
  return { word, ids: rows.map(({ id }) => id) };
}

const main = (page: Page) => page.getByRole("main");
const found = (page: Page) => page.getByRole("group", { name: "Stories" }).getByRole("listitem");
const box = (page: Page, id = "") => page.getByRole("checkbox", { name: `Select story ${id}` });
const alert = (page: Page) => main(page).getByRole("alert");
const said = (page: Page, sentence: string) =>
  main(page).getByRole("status").filter({ hasText: sentence });
const reason = (page: Page) => page.getByLabel("Reason", { exact: true });
const rejectButton = (page: Page) => page.getByRole("button", { name: /^Reject selected/ });

async function expectAll(page: Page, status: string) {
  await expect(found(page).filter({ hasText: status })).toHaveCount(3);
}

test("a wave of spam is found, selected, rejected as one, and that is undone", async ({
  moderator,
}) => {
  const { word, ids } = await tellWave();
  await moderator.goto("/moderation/search");
  await expect(moderator.getByRole("button", { name: "Single keys" })).toBeVisible();
  await moderator.keyboard.press("/");
  const field = moderator.getByLabel("Words, byline or id");
  await expect(field).toBeFocused();
  await field.fill(`${word} WATCHES`);
  await field.press("Enter");
  await expect(moderator).toHaveURL(new RegExp(`\\?words=${word}\\+WATCHES`));
  await expectAll(moderator, "Waiting");
  await expect(rejectButton(moderator)).toHaveText("Reject selected (0)");
  await check(moderator, "search");

  await rejectButton(moderator).click();
  await expect(alert(moderator)).toBeFocused();
  await expect(alert(moderator)).toContainText("Please choose at least one story.");
  await expect(alert(moderator)).toContainText("Please choose a reason.");
  await check(moderator, "search with errors");
  const all = moderator.getByLabel("Select all on this page");
  await all.check();
  await expect(rejectButton(moderator)).toHaveText("Reject selected (3)");
  await box(moderator, ids[1]).uncheck();
  await expect(all).not.toBeChecked();
  await expect(rejectButton(moderator)).toHaveText("Reject selected (2)");
  await box(moderator, ids[1]).check();
  await reason(moderator).selectOption({ label: "Advertising or spam" });
  await noteForModerators(moderator, "The third wave this week.");
  await rejectButton(moderator).click();
  await expect(said(moderator, "3 rejected. No mail has gone out yet.")).toBeVisible();
  await expect(moderator).toHaveURL(/\?words=.+&batch=/);
  await expectAll(moderator, "Rejected");
  await expect(box(moderator)).toHaveCount(0);

  await moderator.keyboard.press("u");
  await expect(said(moderator, "Undone. 3 stories stand as they did")).toBeFocused();
  await expectAll(moderator, "Waiting");
  await expect(box(moderator).and(moderator.locator(":checked"))).toHaveCount(0);

  // One that another moderator opens meanwhile stays, and it says so.
  const other = await createAccount("MODERATOR");
  await query(
    `INSERT INTO "Claim" ("storyId", "moderatorId", "claimedAt", "expiresAt")
     SELECT $1, id, now(), now() + interval '5 minutes' FROM "User" WHERE email = $2`,
    [ids[0], other.email],
  );
  await all.check();
  await reason(moderator).selectOption({ label: "Advertising or spam" });
  await rejectButton(moderator).click();
  await expect(said(moderator, "2 rejected.")).toBeVisible();
  await expect(alert(moderator)).toBeFocused();
  await expect(alert(moderator)).toContainText(`${other.email} has this story open`);
  await check(moderator, "search, not all rejected");
  await expect(alert(moderator).getByRole("link")).toHaveAttribute(
    "href",
    `/moderation/stories/${ids[0]}`,
  );
  await expect(found(moderator).filter({ hasText: "Rejected" })).toHaveCount(2);
  await expect(found(moderator).filter({ hasText: `${other.email} has it open` })).toHaveCount(1);
  await retire(other);
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("stories are found, and several rejected; a mistake keeps what was selected", async ({
    moderator,
  }) => {
    const { word, ids } = await tellWave();
    await moderator.goto("/moderation/search");
    await moderator.getByLabel("Words, byline or id").fill(word);
    await moderator.getByLabel("Status").selectOption({ label: "Waiting" });
    await moderator.getByRole("button", { name: "Search", exact: true }).click();
    await expectAll(moderator, "Waiting");
    await expect(moderator.getByLabel("Status")).toHaveValue("PENDING");
    for (const id of ids.slice(0, 2)) await box(moderator, id).check();
    await moderator.getByLabel("Message to the storyteller").fill("Not here, please.");
    await rejectButton(moderator).click();
    await expect(alert(moderator)).toContainText("Please choose a reason.");
    await expect(box(moderator).and(moderator.locator(":checked"))).toHaveCount(2);
    await expect(moderator.getByLabel("Message to the storyteller")).toHaveValue(
      "Not here, please.",
    );
    await reason(moderator).selectOption({ label: "Advertising or spam" });
    await rejectButton(moderator).click();
    await expect(said(moderator, "2 rejected. No mail has gone out yet.")).toBeVisible();
    await expect(found(moderator)).toHaveCount(1);
    await moderator.getByRole("button", { name: "Undo" }).click();
    await expect(said(moderator, "Undone. 2 stories stand as they did")).toBeVisible();
    await expectAll(moderator, "Waiting");

    await found(moderator).getByRole("link").first().click();
    await expect(moderator).toHaveURL(/\/moderation\/stories\/\w{12}$/);
  });
});

test("whatever stands in the address there is a search, for moderators", async ({
  moderator,
  request,
}) => {
  for (const asked of [
    "words=%00%25_%5C",
    "words=%ED%A0%80&status=X",
    "older=zzzzzzzzz-x&batch=%00",
  ]) {
    const answer = await moderator.request.get(`/moderation/search?${asked}`);
    expect(answer.status(), asked).toBe(200);
  }
  const signedOut = await request.get("/moderation/search?words=x", { maxRedirects: 0 });
  expect(signedOut.status()).toBe(307);
  expect(signedOut.headers().location).toBe("/sign-in?next=/moderation/search");
});
