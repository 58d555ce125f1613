import type { Page } from "@playwright/test";
import { countOf, signIn, someWords } from "./fixtures/steps.ts";
import { expect, test } from "./fixtures/test.ts";

const field = (page: Page) => page.getByLabel("Your story", { exact: true });
const note = (page: Page) => page.getByText("This is what you wrote before.");

/** Writes, and waits until the device has it: closing a page at once is a race nobody can win. */
async function write(page: Page, words: string) {
  await page.goto("/share");
  await expect(page.getByRole("status").filter({ hasText: "left" })).toBeVisible();
  await field(page).fill(words);
  await page.getByRole("checkbox", { name: /may appear on this site/ }).check();
  await expect.poll(() => page.evaluate(keptOnDevice)).toContain(words);
}

/** What the page keeps in the browser, read behind its back. */
function keptOnDevice(): Promise<string> {
  return new Promise((resolve) => {
    const opening = indexedDB.open("keyval-store");
    opening.onerror = () => resolve("");
    opening.onsuccess = () => {
      const base = opening.result;
      if (!base.objectStoreNames.contains("keyval")) return resolve("");
      const all = base.transaction("keyval").objectStore("keyval").getAll();
      all.onsuccess = () => {
        base.close();
        resolve(JSON.stringify(all.result));
      };
    };
  });
}

test("a draft comes back after a reload, in full, and can be discarded", async ({ page }) => {
  const words = someWords("Half a sentence, and then the bell");
  await write(page, words);
  await page.getByLabel("Your name").fill("Noor");
  await page.getByRole("checkbox", { name: "resuscitation" }).check();
  await page.getByLabel("How much: resuscitation").selectOption("graphic");
  await expect.poll(() => page.evaluate(keptOnDevice)).toContain("GRAPHIC");
  await page.reload();
  await expect(note(page)).toBeVisible();
  await expect(field(page)).toHaveValue(words);
  await expect(page.getByLabel("Your name")).toHaveValue("Noor");
  await expect(page.getByRole("checkbox", { name: "resuscitation" })).toBeChecked();
  await expect(page.getByLabel("How much: resuscitation")).toHaveValue("GRAPHIC");
  await expect(page.getByRole("checkbox", { name: /may appear on this site/ })).toBeChecked();

  await page.getByRole("button", { name: "Discard it" }).click();
  await expect(field(page)).toHaveValue("");
  await expect(note(page)).toBeHidden();
  await expect.poll(() => page.evaluate(keptOnDevice)).not.toContain(words);
  await page.reload();
  await expect(field(page)).toHaveValue("");
});

test("a draft outlives a page that ends without a word, and is gone once it has arrived", async ({
  page,
  context,
}) => {
  const words = someWords("He asked for the window seat");
  await write(page, words);
  await page.close({ runBeforeUnload: false });
  const again = await context.newPage();
  await again.goto("/share");
  await expect(field(again)).toHaveValue(words);
  await again.getByRole("button", { name: "Share your story" }).click();
  await expect(again).toHaveURL(/\/my\/[\w-]{32}$/);
  expect(await again.evaluate(keptOnDevice)).not.toContain(words);
  await again.goto("/share");
  await expect(field(again)).toHaveValue("");
  expect(await countOf(words)).toBe(1);
});

test("a draft outlives a session that has run out", async ({ page, context }) => {
  await signIn(page, `drafting-${Date.now()}@example.org`);
  const words = someWords("She kept the ticket from the tram");
  await write(page, words);
  await context.clearCookies();
  await page.reload();
  await expect(field(page)).toHaveValue(words);
  await page.getByRole("button", { name: "Share your story" }).click();
  await expect(page).toHaveURL(/\/my\/[\w-]{32}$/);
  expect(await countOf(words)).toBe(1);
});

test("sent while offline: kept, said so, and sent by itself when the connection returns", async ({
  page,
  context,
}) => {
  const words = someWords("The generator took four seconds");
  await write(page, words);
  await context.setOffline(true);
  await page.getByRole("button", { name: "Share your story" }).click();
  await expect(page.getByRole("main").getByRole("alert")).toContainText("kept on this device");
  await expect(field(page)).toHaveValue(words);
  expect(await countOf(words)).toBe(0);
  await context.setOffline(false);
  await expect(page).toHaveURL(/\/my\/[\w-]{32}$/);
  expect(await countOf(words)).toBe(1);
});

test("the answer is lost, the button is pressed again: one story", async ({ page }) => {
  const words = someWords("I still know the number of the ward");
  await write(page, words);
  let lost = 0;
  await page.route("**/share", async (route) => {
    if (route.request().method() !== "POST" || lost > 0) return route.fallback();
    lost++;
    await route.fetch({ maxRedirects: 0 }); // it arrives; what it says doesn't
    await route.abort("connectionreset");
  });
  await page.getByRole("button", { name: "Share your story" }).click();
  await expect(page.getByRole("main").getByRole("alert")).toContainText("kept on this device");
  expect(await countOf(words)).toBe(1);
  await page.getByRole("button", { name: "Share your story" }).click();
  await expect(page).toHaveURL(/\/my\/[\w-]{32}$/);
  expect(await countOf(words)).toBe(1);
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 844 } });

  test("a draft comes back, and nothing is wider than the screen", async ({ page }) => {
    const words = someWords("Two stops too far");
    await write(page, words);
    await page.reload();
    await expect(note(page)).toBeVisible();
    await expect(field(page)).toHaveValue(words);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(wide).toBeLessThanOrEqual(390);
  });
});
