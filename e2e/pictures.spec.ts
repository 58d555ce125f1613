import { randomBytes } from "node:crypto";
import type { Page } from "@playwright/test";
import { bombPng, photoJpeg } from "../lib/testing/pictures.ts";
import { query } from "./fixtures/database.ts";
import { countOf, decideOn, openAtDesk, someWords } from "./fixtures/steps.ts";
import { expect, test } from "./fixtures/test.ts";

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
  });
}

test("a bomb is refused in words, and the story is kept", async ({ page }) => {
  const words = someWords("I only meant to show the view.");
  await write(page, words, { name: "view.png", buffer: bombPng() });
  await page.getByLabel("What it shows").fill("The view.");
  await page.getByRole("button", { name: "Share your story" }).click();
  await expect(page.getByRole("main").getByRole("alert")).toContainText("picture");
  await expect(page.getByLabel("Your story", { exact: true })).toHaveValue(words);
  expect(await countOf(words)).toBe(0);
});
