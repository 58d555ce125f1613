import { randomBytes } from "node:crypto";
import type { Page } from "@playwright/test";
import { check, looks } from "./fixtures/axe.ts";
import { query } from "./fixtures/database.ts";
import { decideOn, openAtDesk, shareStory, someWords } from "./fixtures/steps.ts";
import { expect, newAddress, test } from "./fixtures/test.ts";

async function shareNamed(page: Page, words: string): Promise<string> {
  await page.goto("/share");
  await page.getByLabel("Your story", { exact: true }).fill(words);
  await page.getByLabel("Your name").fill("Ottoline");
  await page.getByRole("checkbox", { name: /may appear on this site/ }).check();
  await page.getByRole("button", { name: "Share your story" }).click();
  await expect(page).toHaveURL(/\/my\/[\w-]{32}$/);
  return page.url();
}

const said = (page: Page) => page.getByRole("main").getByRole("status");
const use = (page: Page, name: string) => page.getByRole("group", { name });

/** Sends other words in place of a story's, and passes what is pointed out in them. */
async function change(page: Page, words: string): Promise<void> {
  await page.getByRole("link", { name: "Change it" }).click();
  await page.getByLabel("Your story", { exact: true }).fill(words);
  await page.getByRole("button", { name: "Send the change" }).click();
  await expect(page).toHaveURL(/\/my\/[\w-]+\?done=changed$/);
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled });

    test("become anonymous at once, for readers too", async ({ page, moderator }) => {
      const words = someWords("He asked for the window, and for nothing else.");
      const link = await shareNamed(page, words);
      const id = await openAtDesk(moderator, words);
      await decideOn(moderator, "Approve");
      await page.goto(`/stories/${id}`);
      await expect(page.getByText("Ottoline", { exact: true })).toBeVisible();

      await page.goto(link);
      await page.getByRole("button", { name: "Become anonymous" }).click();
      await expect(said(page)).toContainText("told anonymously from now on");
      await expect(page.getByRole("button", { name: "Become anonymous" })).toHaveCount(0);
      await expect(page.getByRole("main")).not.toContainText("Ottoline");
      await page.goto(`/stories/${id}`);
      await expect(page.getByRole("heading", { name: "Story by Anonymous" })).toBeAttached();
      await expect(page.getByText("Ottoline")).toHaveCount(0);
    });

    test("each use is allowed and revoked by itself", async ({ page }) => {
      await shareNamed(page, someWords());
      await use(page, "In print").getByRole("radio", { name: "Anonymously" }).check();
      await use(page, "On social media").getByRole("radio", { name: "With my byline" }).check();
      await page.getByRole("button", { name: "Save these choices" }).click();
      await expect(said(page)).toContainText("Your choices are saved");
      await expect(
        use(page, "In round-ups").getByRole("radio", { name: "No", exact: true }),
      ).toBeChecked();
      await expect(use(page, "In print").getByRole("radio", { name: "Anonymously" })).toBeChecked();

      await use(page, "On social media").getByRole("radio", { name: "No", exact: true }).check();
      await page.getByRole("button", { name: "Save these choices" }).click();
      await expect(said(page)).toContainText("Your choices are saved");
      await page.reload();
      await expect(
        use(page, "On social media").getByRole("radio", { name: "No", exact: true }),
      ).toBeChecked();
      await expect(use(page, "In print").getByRole("radio", { name: "Anonymously" })).toBeChecked();

      // Without a name, none can be with it.
      await page.getByRole("button", { name: "Become anonymous" }).click();
      await expect(said(page)).toContainText("told anonymously");
      await expect(page.getByRole("radio", { name: "With my byline" })).toHaveCount(0);
      await expect(use(page, "In print").getByRole("radio", { name: "Anonymously" })).toBeChecked();
    });

    test("an address is added, mistyped, and erased", async ({ page }) => {
      await shareStory(page, someWords());
      const field = page.getByLabel("Your e-mail address, if you like");
      const save = page.getByRole("button", { name: "Save the address" });
      const editors = page.getByRole("checkbox", { name: /Editors may write/ });
      await expect(editors).toBeHidden();
      await field.fill("ottoline@example");
      await save.click();
      await expect(page.getByRole("main").getByRole("alert")).toContainText("not saved yet");
      await expect(field).toHaveValue("ottoline@example");
      await expect(field).toHaveAttribute("aria-invalid", "true");

      const email = `${randomBytes(4).toString("hex")}@example.org`;
      await field.fill(email.toUpperCase());
      await editors.check();
      await save.click();
      await expect(said(page)).toContainText(`goes to ${email}`);
      await expect(field).toHaveValue(email);
      await expect(editors).toBeChecked();

      await page.getByRole("button", { name: "Erase the address" }).click();
      await expect(said(page)).toContainText("Your address is erased");
      await expect(field).toHaveValue("");
      expect(await query('SELECT FROM "Contact" WHERE email = $1', [email])).toEqual([]);
    });

    test("an appeal goes to another moderator, once", async ({ page, moderator, admin }) => {
      const words = someWords("Nobody had told her that the ward was full.");
      const link = await shareStory(page, words);
      const id = await openAtDesk(moderator, words);
      await moderator.getByLabel("Message to the storyteller").fill("It may be about a patient.");
      await decideOn(moderator, "Reject", "Someone could be recognised");

      await page.goto(link);
      await expect(page.getByText("It may be about a patient.")).toBeVisible();
      await page.getByRole("link", { name: "Appeal" }).click();
      await expect(page.getByText("It may be about a patient.")).toBeVisible();
      await page.getByRole("button", { name: "Send your appeal" }).click();
      await expect(page.getByRole("main").getByRole("alert")).toContainText("not sent yet");
      await page
        .getByLabel("Why should it be looked at again?")
        .fill("She is my mother.\nI asked.");
      await page.getByRole("button", { name: "Send your appeal" }).click();
      const waits = page.getByRole("heading", { name: "Your appeal is waiting to be read" });
      await expect(waits).toBeVisible();
      await expect(said(page)).toContainText("Your appeal is sent");
      await expect(page.getByText("She is my mother.")).toBeVisible();
      await expect(page.getByRole("link", { name: "Appeal", exact: true })).toHaveCount(0);
      await page.goto(`${link}/appeal`);
      await expect(page).toHaveURL(link);

      await admin.goto(`/moderation/stories/${id}`);
      await decideOn(admin, "Approve");
      await page.goto(link);
      await expect(page.getByRole("heading", { name: "Your story is published" })).toBeVisible();
      await expect(
        page.getByText("Another moderator read it again and published it"),
      ).toBeVisible();
    });

    test("a change of a published story waits beside what stands, with the difference", async ({
      page,
      moderator,
    }) => {
      const words = someWords("The lift stopped and she began to hum.");
      const link = await shareStory(page, words);
      const id = await openAtDesk(moderator, words);
      await decideOn(moderator, "Approve");
      await page.goto(link);
      await change(page, words.replace("to hum", "to sing"));
      await expect(page.getByText("readers see the version that stands")).toBeVisible();
      const story = page.getByRole("region", { name: "As readers see it" });
      await expect(story.getByRole("article")).toContainText(words);
      await expect(story.locator("del")).toContainText("hum");
      await expect(story.locator("ins")).toContainText("sing");
      await page.getByText("What you changed").click();
      await expect(page.getByRole("listitem").locator("ins")).toBeVisible();
      await page.goto(`/stories/${id}`);
      await expect(page.getByText(words)).toBeVisible();
    });

    test("withdrawn, the page says so and nothing is left", async ({ page, moderator }) => {
      const words = someWords("We named the plant after him.");
      const link = await shareNamed(page, words);
      const id = await openAtDesk(moderator, words);
      await decideOn(moderator, "Approve");
      await page.goto(link);
      await page.getByRole("link", { name: "Withdraw this story" }).click();
      await page.getByRole("button", { name: "Yes, withdraw it" }).click();
      await expect(page.getByRole("heading", { name: "You withdrew your story" })).toBeVisible();
      const main = page.getByRole("main");
      await expect(main).not.toContainText(words);
      await expect(main.getByRole("button")).toHaveCount(0);
      await expect(main.getByRole("link", { name: /Change|Appeal|Withdraw/ })).toHaveCount(0);
      expect((await page.goto(`/stories/${id}`))?.status()).toBe(404);
      // Again, from a page that was left open.
      await page.goto(`${link}/withdraw`);
      await expect(page).toHaveURL(link);
    });
  });
}

test("a status that the address claims is said only where it is so", async ({ page }) => {
  const link = await shareNamed(page, someWords());
  for (const done of ["anonymous", "appealed", "changed", "nonsense", "<b>"]) {
    await page.goto(`${link}?done=${encodeURIComponent(done)}`);
    await expect(said(page), done).toHaveCount(0);
  }
});

test("a wrong link answers like a page that does not exist, and guessing is limited", async ({
  page,
  request,
  playwright,
  baseURL,
}) => {
  const link = await shareStory(page, someWords());
  const guesser = await playwright.request.newContext({
    baseURL: baseURL ?? "",
    extraHTTPHeaders: { "x-forwarded-for": newAddress() },
  });
  // The nonce and the address that was asked for differ by themselves.
  const bare = async (path: string) => {
    const answer = await guesser.get(path);
    expect(answer.status()).toBe(404);
    return answer.headers()["content-length"] ?? String((await answer.text()).length);
  };
  const token = () => randomBytes(24).toString("base64url");
  const nowhere = await bare("/no-such-page");
  for (const page of ["", "/withdraw", "/appeal", "/change"]) {
    expect(await bare(`/my/${token()}${page}`), page).toBe(nowhere);
  }
  expect((await guesser.get(link)).status()).toBe(200);
  for (let count = 0; count < 120; count++) await bare(`/my/${token()}`);
  expect(await bare(new URL(link).pathname)).toBe(nowhere);
  expect((await request.get(link)).status()).toBe(200);
  await guesser.dispose();
});

for (const { colorScheme, width } of looks) {
  test(`axe finds nothing in any state of the private page, ${colorScheme}, ${width} px`, async ({
    page,
    moderator,
  }) => {
    test.setTimeout(120_000);
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme });
    const words = someWords("The night porter knew all our birthdays.");
    const link = await shareNamed(page, words);
    await check(page, "waiting");
    await page.getByRole("button", { name: "Save these choices" }).click();
    await expect(said(page)).toBeVisible();
    await check(page, "saved");
    await page.getByLabel("Your e-mail address, if you like").fill("ottoline");
    await page.getByRole("button", { name: "Save the address" }).click();
    await expect(page.getByRole("main").getByRole("alert")).toBeVisible();
    await check(page, "mistyped");

    const id = await openAtDesk(moderator, words);
    await decideOn(moderator, "Reject", "Someone could be recognised");
    await page.goto(link);
    await check(page, "rejected");
    await page.goto(`${link}/appeal`);
    await check(page, "appeal");
    await page.goto(link);
    await change(page, words.replace("porter", "nurse"));
    await page.getByText("What you changed").click();
    await check(page, "changed");
    await moderator.goto(`/moderation/stories/${id}`);
    await decideOn(moderator, "Approve");
    await page.goto(link);
    await change(page, words);
    await check(page, "published, with a change that waits");
  });
}
