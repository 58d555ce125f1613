import type { Page } from "@playwright/test";
import { countOf, openAtDesk, someWords } from "./fixtures/steps.ts";
import { expect, test } from "./fixtures/test.ts";

const field = (page: Page) => page.getByLabel("Your story", { exact: true });

async function write(page: Page, words: string) {
  await page.goto("/share");
  await field(page).fill(words);
  await page.getByRole("checkbox", { name: /may appear on this site/ }).check();
}

test("a telephone number is refused, marked where it stands, and nothing is lost", async ({
  page,
}) => {
  const words = someWords("If you knew her, ring +44 20 7946 0123. Please.");
  await write(page, words);
  // Said while one writes, before anything is sent.
  await expect(page.getByText("Anyone could ring a telephone number")).toBeVisible();
  await expect(page.locator(".story-mirror mark.found")).toHaveText("+44 20 7946 0123");
  await page.getByRole("button", { name: "Share your story" }).click();
  const alert = page.getByRole("main").getByRole("alert");
  await expect(alert).toContainText("not sent yet");
  await expect(alert).toContainText("telephone number");
  await expect(field(page)).toHaveAttribute("aria-invalid", "true");
  await expect(field(page)).toHaveValue(words);
  expect(await countOf(words)).toBe(0);
});

test("what is checked while one writes goes nowhere", async ({ page }) => {
  await page.goto("/share");
  const posted: string[] = [];
  page.on("request", (request) => {
    if (request.method() !== "GET" || request.url().includes("example")) posted.push(request.url());
  });
  await field(page).pressSequentially("Write to noor@example.org, she is 94 years old.");
  await expect(page.getByText("An e-mail address leads straight to a person")).toBeVisible();
  await expect(page.getByText("So few people reach this age")).toBeVisible();
  expect(posted).toEqual([]);
});

test("names and dates are pointed out once; the storyteller decides, the moderator sees", async ({
  page,
  moderator,
}) => {
  const words = someWords("My neighbour Rosa danced on 4 May 2018.");
  await write(page, words);
  await page.getByRole("button", { name: "Share your story" }).click();
  const panel = page.getByRole("region", { name: "Look again before it goes out" });
  await expect(panel).toBeFocused();
  await expect(panel.locator("mark")).toHaveText([/Rosa/, /4 May 2018/]);
  await expect(panel).toContainText("A name lets family and neighbours know");
  expect(await countOf(words)).toBe(0);
  await panel.getByRole("link", { name: "Change it" }).click();
  await expect(field(page)).toBeFocused();

  await panel.getByRole("button", { name: "Send it as it is" }).click();
  await expect(page).toHaveURL(/\/my\/[\w-]{32}$/);
  await openAtDesk(moderator, words);
  const facts = moderator.getByRole("complementary", { name: "About this story" });
  await expect(facts).toContainText("Pointed out to the storyteller");
  await expect(facts).toContainText("name: Rosa");
  await expect(facts).toContainText("exact date: 4 May 2018");
});

test("changed after another look, it goes out without asking again", async ({ page }) => {
  await write(page, someWords("My neighbour Rosa danced on 4 May 2018."));
  await page.getByRole("button", { name: "Share your story" }).click();
  await expect(page.getByRole("region", { name: "Look again" })).toBeVisible();
  const words = someWords("My neighbour danced that spring.");
  await field(page).fill(words);
  await page.getByRole("button", { name: "Share your story" }).click();
  await expect(page).toHaveURL(/\/my\/[\w-]{32}$/);
  expect(await countOf(words)).toBe(1);
});
