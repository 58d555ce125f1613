import { randomBytes } from "node:crypto";
import type { Page } from "@playwright/test";
import { bombPng, photoJpeg } from "../lib/testing/pictures.ts";
import { query } from "./fixtures/database.ts";
import { keptOnDevice } from "./fixtures/draft.ts";
import { countOf, decideOn, openAtDesk, someWords } from "./fixtures/steps.ts";
import { expect, newAddress, test } from "./fixtures/test.ts";

/** The form with words, and a picture chosen in it. */
async function write(page: Page, words: string, picture: { name: string; buffer: Buffer }) {
  await page.goto("/share");
  await page.getByLabel("Your story", { exact: true }).fill(words);
  await page.getByRole("checkbox", { name: /may appear on this site/ }).check();
  await page.getByText("A picture, if you like").click();
  const mimeType = picture.name.endsWith("png") ? "image/png" : "image/jpeg";
  await page.getByLabel("Choose a picture").setInputFiles({ ...picture, mimeType });
}

async function pictureOf(words: string): Promise<string> {
  const [row] = await query<{ id: string }>(
    'SELECT "pictureId" AS id FROM "Revision" WHERE text = $1',
    [words],
  );
  return row?.id ?? "";
}

/** Makes a form one that was filled in before: a page that the browser had kept. */
async function pretend(page: Page, key: string) {
  await page
    .locator("input[name=key]")
    .evaluate((input: HTMLInputElement, value) => (input.value = value), key);
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled });

    test("a picture is asked what it shows, waits with its story, and goes with it", async ({
      page,
      moderator,
      request,
    }) => {
      const words = someWords("The garden behind the ward, from above.");
      await write(page, words, { name: "garden.jpg", buffer: await photoJpeg() });
      await page.getByRole("button", { name: "Share your story" }).click();
      // Without words for who can't see it, it is kept and not sent.
      const alert = page.getByRole("main").getByRole("alert");
      await expect(alert).toContainText("what the picture shows");
      expect(await countOf(words)).toBe(0);
      await page.getByLabel("What it shows").fill("Raised beds with beans, and a bench.");
      await page.getByRole("button", { name: "Share your story" }).click();
      await expect(page).toHaveURL(/\/my\/[\w-]{32}$/);
      const way = page.url();
      const seen = page.getByRole("img", { name: "Raised beds with beans, and a bench." });
      await expect(seen).toBeVisible();
      await expect
        .poll(() => seen.evaluate((img: HTMLImageElement) => img.naturalWidth))
        .toBeGreaterThan(0);

      const address = `/pictures/${await pictureOf(words)}/480.jpg`;
      const unknown = await request.get(`/pictures/${randomBytes(12).toString("hex")}/480.jpg`);
      const waiting = await request.get(address);
      expect(waiting.status()).toBe(404);
      expect(await waiting.text()).toBe(await unknown.text());

      const id = await openAtDesk(moderator, words);
      await expect(moderator.getByRole("img", { name: /Raised beds/ })).toBeVisible();
      await decideOn(moderator, "Approve");
      await page.goto(`/stories/${id}`);
      await expect(page.getByRole("img", { name: /Raised beds/ })).toBeVisible();
      expect((await request.get(address)).status()).toBe(200);

      await page.goto(`${way}/withdraw`);
      await page.getByRole("button", { name: "Yes, withdraw it" }).click();
      await expect(page.getByRole("heading", { name: "You withdrew your story" })).toBeVisible();
      await expect
        .poll(async () => (await request.get(address)).status(), { timeout: 5_000 })
        .toBe(404);
    });

    test("a form that was sent already takes its picture along into a story of its own", async ({
      page,
    }) => {
      const picture = { name: "garden.jpg", buffer: await photoJpeg() };
      const share = page.getByRole("button", { name: "Share your story" });
      await write(page, someWords("The first of two."), picture);
      await page.getByLabel("What it shows").fill("Raised beds.");
      const key = await page.locator("input[name=key]").inputValue();
      await share.click();
      await expect(page).toHaveURL(/\/my\/[\w-]{32}$/);

      const words = someWords("The second of two.");
      await write(page, words, picture);
      await page.getByLabel("What it shows").fill("The same beds.");
      await pretend(page, key);
      await share.click();
      await expect(page.getByRole("main").getByRole("alert")).toContainText("already sent once");
      await share.click();
      await expect(page).toHaveURL(/\/my\/[\w-]{32}$/);
      expect(await pictureOf(words)).toMatch(/^\w{24}$/);
    });

    test("a picture that is of no use any more is asked for again, or left out", async ({
      page,
      browser,
      baseURL,
    }) => {
      const words = someWords("The bench has a plate with her name.");
      const picture = { name: "bench.jpg", buffer: await photoJpeg() };
      const share = page.getByRole("button", { name: "Share your story" });
      const alert = page.getByRole("main").getByRole("alert");
      const alt = page.getByLabel("What it shows");
      await write(page, words, picture);
      await share.click();
      await expect(alert).toContainText("what the picture shows");
      await expect(page.getByLabel("Another picture instead")).toBeVisible();

      // The same form, sent with something else from elsewhere.
      const key = await page.locator("input[name=key]").inputValue();
      const extraHTTPHeaders = { "x-forwarded-for": newAddress() };
      const elsewhere = await browser.newContext({ baseURL: baseURL ?? "", extraHTTPHeaders });
      const other = await elsewhere.newPage();
      await other.goto("/share");
      await other.getByLabel("Your story", { exact: true }).fill(someWords());
      await other.getByRole("checkbox", { name: /may appear on this site/ }).check();
      await pretend(other, key);
      await other.getByRole("button", { name: "Share your story" }).click();
      await expect(other).toHaveURL(/\/my\/[\w-]{32}$/);
      await elsewhere.close();

      await alt.fill("A bench.");
      await share.click();
      await expect(alert).toContainText("already sent once");
      await expect(alert).toContainText("choose the picture again");
      await expect(page.getByText("Your picture is kept")).toHaveCount(0);
      await expect(page.getByRole("img", { name: "A bench." })).toHaveCount(0);
      await alt.fill("");
      const file = { ...picture, mimeType: "image/jpeg" };
      await page.getByLabel("Choose a picture").setInputFiles(file);
      if (javaScriptEnabled) {
        await expect(page.getByLabel("Choose a picture")).not.toHaveAttribute("aria-invalid");
      }
      await share.click();
      await expect(alert).toContainText("what the picture shows");
      // It waits for a day and is swept then.
      const mine = await page.locator("input[name=pictureId]").inputValue();
      await query('DELETE FROM "Picture" WHERE id = $1', [mine]);
      await alt.fill("A bench.");
      await share.click();
      await expect(alert).toContainText("no longer here");
      await expect(page.getByLabel("Choose a picture")).toHaveAttribute("aria-invalid", "true");
      await expect(page.getByText("Your picture is kept")).toHaveCount(0);
      await share.click();
      await expect(page).toHaveURL(/\/my\/[\w-]{32}$/);
      expect(await countOf(words)).toBe(1);
      expect(await pictureOf(words)).toBe("");
    });
  });
}

test("a picture that has arrived comes back with the draft", async ({ page }) => {
  const words = someWords("The bench behind the ward.");
  await write(page, words, { name: "bench.jpg", buffer: await photoJpeg() });
  await page.getByRole("button", { name: "Share your story" }).click();
  await expect(page.getByRole("main").getByRole("alert")).toContainText("what the picture shows");
  await page.getByLabel("What it shows").fill("A bench.");
  // A field that is saved after it: the draft is as a whole when that is in it.
  await expect.poll(() => page.evaluate(keptOnDevice)).toContain("A bench.");
  await page.reload();
  await expect(page.getByLabel("What it shows")).toHaveValue("A bench.");
  await expect(page.getByRole("img", { name: "Your picture" })).toBeVisible();
  await page.getByRole("button", { name: "Share your story" }).click();
  await expect(page).toHaveURL(/\/my\/[\w-]{32}$/);
  await expect(page.getByRole("img", { name: "A bench." })).toBeVisible();
});

test("a bomb is refused in words, and the story is kept", async ({ page }) => {
  const words = someWords("I only meant to show the view.");
  await write(page, words, { name: "view.png", buffer: bombPng() });
  await page.getByLabel("What it shows").fill("The view.");
  await page.getByRole("button", { name: "Share your story" }).click();
  await expect(page.getByRole("main").getByRole("alert")).toContainText("picture");
  await expect(page.getByLabel("Your story", { exact: true })).toHaveValue(words);
  expect(await countOf(words)).toBe(0);
});

test("a picture that is too large is refused before anything is sent", async ({ page }) => {
  const words = someWords("It was a very wide view.");
  let posts = 0;
  page.on("request", (request) => void (posts += Number(request.method() === "POST")));
  const buffer = Buffer.alloc(10 * 1024 * 1024 + 1);
  await write(page, words, { name: "wide.jpg", buffer });
  await page.getByRole("button", { name: "Share your story" }).click();
  const alert = page.getByRole("main").getByRole("alert");
  await expect(alert.getByRole("link", { name: /larger than 10 MB/ })).toBeVisible();
  await expect(alert).toBeFocused();
  const field = page.getByLabel("Choose a picture");
  await expect(field).toHaveAttribute("aria-invalid", "true");
  await expect(field).toHaveAccessibleDescription(/larger than 10 MB/);
  expect(posts).toBe(0);

  const picture = { name: "view.jpg", mimeType: "image/jpeg", buffer: await photoJpeg() };
  await field.setInputFiles(picture);
  await expect(field).not.toHaveAttribute("aria-invalid");
  await page.getByLabel("What it shows").fill("The view.");
  await page.getByRole("button", { name: "Share your story" }).click();
  await expect(page).toHaveURL(/\/my\/[\w-]{32}$/);
});
