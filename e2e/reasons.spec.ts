import type { Page } from "@playwright/test";
import { aWord } from "#lib/testing/words.ts";
import { check } from "./fixtures/axe.ts";
import {
  decideOn,
  noteForModerators,
  openAtDesk,
  shareStory,
  someWords,
} from "./fixtures/steps.ts";
import { expect, test } from "./fixtures/test.ts";

// They share one list, so one walk after the other.
test.describe.configure({ mode: "default" });

const reasonField = (page: Page) => page.getByLabel("Reason", { exact: true });
const preview = (admin: Page) =>
  admin.getByRole("region", { name: "As the storyteller will read it" });
const saidOn = (admin: Page) => admin.getByRole("main").getByRole("status");

/** Writes the sentence, and looks at how it will be read before it is saved. */
async function write(admin: Page, sentence: string, hasScript: boolean): Promise<void> {
  await admin.getByLabel("What the storyteller reads").fill(sentence);
  if (!hasScript) await admin.getByRole("button", { name: "Look at it first" }).click();
  await expect(preview(admin).getByText(sentence, { exact: true })).toBeVisible();
  await expect(preview(admin).getByText(`Why: ${sentence}`)).toBeVisible();
}

async function add(admin: Page, name: string, sentence: string, hasScript: boolean) {
  await admin.goto("/moderation");
  await admin.getByRole("link", { name: "Reasons" }).click();
  await admin.getByRole("link", { name: "Add a reason" }).click();
  await admin.getByLabel("Name in the list").fill(name);
  await admin.getByRole("button", { name: "Add the reason" }).click();
  const alert = admin.getByRole("main").getByRole("alert");
  await expect(alert).toContainText("Please write what the storyteller reads.");
  await expect(alert).toContainText("Please choose at least one decision");
  await expect(admin.getByLabel("Name in the list")).toHaveValue(name);
  await admin.getByRole("checkbox", { name: "Reject" }).check();
  await write(admin, sentence, hasScript);
  await expect(admin.getByRole("checkbox", { name: "Reject" })).toBeChecked();
  await admin.getByRole("button", { name: "Add the reason" }).click();
  await expect(saidOn(admin)).toContainText(`“${name}” is added.`);
}

/** With the button that keeps its focus, so that it can be pressed again. */
async function moveUp(admin: Page, name: string): Promise<void> {
  const up = admin.getByRole("button", { name: `Move up: ${name}` });
  const above = admin
    .getByRole("listitem")
    .filter({ hasText: name })
    .locator("xpath=preceding-sibling::li[1]");
  const passed = await above.getByRole("heading").innerText();
  await up.focus();
  await admin.keyboard.press("Enter");
  await expect(saidOn(admin)).toContainText(/“.*” is now number \d+ of \d+\./);
  await expect(up).toBeFocused();
  const headings = await admin.getByRole("main").getByRole("heading", { level: 3 }).allInnerTexts();
  expect(headings.indexOf(name)).toBeLessThan(headings.indexOf(passed));
}

/** Chooses the reason at the desk, and reads there what the storyteller will read. */
async function choose(moderator: Page, name: string, sentence: string, hasScript: boolean) {
  const said = moderator.getByText("The storyteller will read");
  await expect(reasonField(moderator)).toHaveValue("");
  await expect(said).toHaveCount(0);
  await reasonField(moderator).selectOption({ label: name });
  if (hasScript) {
    await expect(said).toBeVisible();
    await expect(moderator.getByText(sentence, { exact: true })).toBeVisible();
  } else {
    // By text, what stands in <noscript> is not found.
    const list = moderator.locator("details", { has: moderator.locator(".reason-sentences") });
    await list.locator("summary").click();
    await expect(list.locator("dd").filter({ hasText: sentence })).toBeVisible();
  }
  const group = reasonField(moderator).locator("optgroup").filter({ hasText: name });
  await expect(group).toHaveAttribute("label", "Only to reject");
}

async function retire(admin: Page, name: string): Promise<void> {
  await admin.goto("/moderation/reasons");
  await admin.getByRole("link", { name: `Change ${name}` }).click();
  await admin.getByRole("button", { name: "Retire this reason" }).click();
  await expect(saidOn(admin)).toContainText(`“${name}” is retired.`);
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled });

    test("an admin adds a reason, a moderator gives it, and its storyteller reads it", async ({
      page,
      moderator,
      admin,
    }) => {
      const name = `Told before ${aWord()}`;
      const sentence = `Someone told it here before you. ${aWord()}`;
      await add(admin, name, sentence, javaScriptEnabled);
      await moveUp(admin, name);

      const words = someWords();
      const own = await shareStory(page, words);
      await openAtDesk(moderator, words);
      await choose(moderator, name, sentence, javaScriptEnabled);
      await moderator.getByLabel("Message to the storyteller").fill("We liked the lift.");
      await noteForModerators(moderator, "The second of two.");

      // Retired while the desk is open: nothing is decided, and nothing written is lost.
      await retire(admin, name);
      await moderator.getByRole("button", { name: "Reject", exact: true }).click();
      // Which of the two is said depends on whether the open desk has heard of it before.
      await expect(moderator.getByRole("main").getByRole("alert")).toContainText(
        /This reason is not offered any more. Please choose another.|Please choose a reason./,
      );
      await expect(moderator.getByLabel("Message to the storyteller")).toHaveValue(
        "We liked the lift.",
      );
      await expect(moderator.getByLabel("Note for moderators")).toHaveValue("The second of two.");
      await admin.getByRole("button", { name: `Bring back ${name}` }).click();
      await expect(saidOn(admin)).toContainText(`“${name}” is offered again.`);
      await openAtDesk(moderator, words);
      await decideOn(moderator, "Reject", name);

      await page.goto(own);
      await expect(page.getByRole("main").getByText(sentence)).toBeVisible();

      const changed = `It was told here before. ${aWord()}`;
      await admin.getByRole("link", { name: `Change ${name}` }).click();
      await write(admin, changed, javaScriptEnabled);
      await admin.getByRole("button", { name: "Save" }).click();
      await expect(saidOn(admin)).toContainText(`“${name}” is changed, also where it was given`);
      await retire(admin, name);
      await page.reload();
      await expect(page.getByRole("main").getByText(changed)).toBeVisible();
      await expect(page.getByText(sentence)).toHaveCount(0);
    });
  });
}

test("axe finds nothing where reasons are looked after", async ({ admin }) => {
  await admin.goto("/moderation/reasons");
  await check(admin, "reasons");
  await admin.goto("/moderation/reasons/other");
  await admin.getByLabel("Name in the list").fill("");
  await admin.getByRole("button", { name: "Save" }).click();
  await expect(admin.getByRole("main").getByRole("alert")).toBeVisible();
  await check(admin, "a reason with errors");
});

test("axe finds nothing where a reason is given", async ({ page, moderator }) => {
  const words = someWords();
  await shareStory(page, words);
  await openAtDesk(moderator, words);
  await reasonField(moderator).selectOption("other");
  await expect(moderator.getByText("It needs words of your own")).toBeVisible();
  await check(moderator, "desk with a reason");
});

test("to a moderator the list is not there, and who is signed out is asked to sign in", async ({
  page,
  moderator,
}) => {
  await moderator.goto("/moderation/log");
  await expect(moderator.getByRole("link", { name: "Reasons" })).toHaveCount(0);
  for (const path of ["", "/new", "/other", "/nowhere"]) {
    const address = `/moderation/reasons${path}`;
    expect((await moderator.request.get(address)).status(), address).toBe(404);
    await page.goto(address);
    await expect(page).toHaveURL(/\/sign-in\?next=/);
  }
});
