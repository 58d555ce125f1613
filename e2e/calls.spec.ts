import { randomBytes } from "node:crypto";
import { type Page } from "@playwright/test";
import { expect, test } from "./fixtures/test.ts";

/** A title that no other test writes. */
const someTitle = () => `What kept you going? ${randomBytes(4).toString("hex")}`;

/** Long ago: `/share` stays with the call that the other tests answer. */
const aYearAgo = () => new Date(Date.now() - 365 * 24 * 60 * 60_000).toISOString().slice(0, 10);

async function openCall(editor: Page, title: string): Promise<void> {
  await editor.goto("/moderation/calls");
  await editor.getByLabel("Title").fill(title);
  await editor.getByLabel("Prompt").fill("Tell us of the smallest thing.");
  await editor.getByLabel("Themes").fill("Small wins\nRoles reversed");
  await editor.getByLabel("Opens on").fill(aYearAgo());
  await editor.getByRole("button", { name: "Open the call" }).click();
  await expect(editor.getByRole("status")).toContainText("The call is made");
}

async function opensAndChanges(page: Page, editor: Page): Promise<void> {
  const title = someTitle();
  await openCall(editor, title);
  await editor.getByRole("link", { name: `Its form for ${title}` }).click();
  await expect(editor).toHaveURL(/\/calls\/[a-z0-9-]+\/share$/);
  const form = new URL(editor.url()).pathname;
  await page.goto(form);
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
  await expect(page.getByLabel("Your story", { exact: true })).toBeVisible();

  await editor.goto("/moderation/calls");
  await editor.getByRole("link", { name: `Change ${title}` }).click();
  await expect(editor.getByLabel("Themes")).toHaveValue("Small wins\nRoles reversed");
  await editor.getByLabel("Title").fill(`${title} Again`);
  await editor.getByRole("button", { name: "Save" }).click();
  await expect(editor.getByRole("status")).toContainText("The call is changed");
  await page.goto(form);
  await expect(page.getByRole("heading", { level: 1, name: `${title} Again` })).toBeVisible();
}

async function saysWhatIsWrong(editor: Page): Promise<void> {
  await editor.goto("/moderation/calls");
  await editor.getByLabel("Prompt").fill("Tell us.");
  await editor.getByLabel("Hashtag").fill("two words");
  await editor.getByLabel("Closes after").fill(aYearAgo());
  await editor.getByRole("button", { name: "Open the call" }).click();
  const alert = editor.getByRole("main").getByRole("alert");
  await expect(alert).toContainText("Please give the call a title.");
  await expect(editor.getByLabel("Hashtag")).toHaveAttribute("aria-invalid", "true");
  await editor.getByLabel("Title").fill("What kept you going?");
  await editor.getByLabel("Hashtag").fill("");
  await editor.getByRole("button", { name: "Open the call" }).click();
  await expect(alert).toContainText("It would close before it opens.");
  await expect(editor.getByLabel("Prompt")).toHaveValue("Tell us.");
  await expect(editor.getByLabel("Closes after")).toHaveValue(aYearAgo());
}

test("an admin opens a call and changes it, and its form shows it", async ({ page, admin }) => {
  await admin.goto("/moderation");
  await admin.getByRole("link", { name: "Calls" }).click();
  await expect(admin.getByRole("heading", { level: 1, name: "Calls" })).toBeVisible();
  await opensAndChanges(page, admin);
});

test("what is wrong with a call stands at its field, and the rest is kept", async ({ admin }) => {
  await saysWhatIsWrong(admin);
});

test("to a moderator the calls are not there, and who is signed out is asked to sign in", async ({
  page,
  moderator,
}) => {
  await moderator.goto("/moderation");
  await expect(moderator.getByRole("link", { name: "Queue" })).toBeVisible();
  await expect(moderator.getByRole("link", { name: "Calls" })).toHaveCount(0);
  for (const path of ["/moderation/calls", "/moderation/calls/the-ones-you-carry"]) {
    expect((await moderator.request.get(path)).status(), path).toBe(404);
    await page.goto(path);
    await expect(page).toHaveURL(/\/sign-in\?next=/);
  }
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("an admin opens a call and changes it", async ({ page, admin }) => {
    await opensAndChanges(page, admin);
  });

  test("what is wrong with a call stands at its field", async ({ admin }) => {
    await saysWhatIsWrong(admin);
  });
});
