import type { Page } from "@playwright/test";
import { decideOn, openAtDesk, someWords } from "./fixtures/steps.ts";
import { expect, test } from "./fixtures/test.ts";

const field = (page: Page) => page.getByLabel("Your story", { exact: true });

test("content warnings are suggested from the words, and set by nobody but the storyteller", async ({
  page,
}) => {
  await page.goto("/share");
  await field(page).fill("The miscarriage came before the cradle was painted.");
  const suggestion = page.getByRole("button", { name: "Add: miscarriage" });
  await expect(suggestion).toBeVisible();
  const box = page.getByRole("checkbox", { name: "miscarriage" });
  await expect(box).not.toBeChecked();
  await suggestion.click();
  await expect(box).toBeChecked();
  await expect(suggestion).toBeHidden();
});

test("what is chosen is chosen alone, also where it is read and changed", async ({
  page,
  moderator,
}) => {
  const words = someWords("She laughed until the end.");
  await page.goto("/share");
  await field(page).fill(words);
  // The first box of all, by itself.
  await page.getByRole("checkbox", { name: "death", exact: true }).check();
  await page.getByRole("checkbox", { name: /may appear on this site/ }).check();
  await page.getByRole("button", { name: "Share your story" }).click();
  await expect(page).toHaveURL(/\/my\/[\w-]{32}$/);
  const chosen = (where: Page) => where.locator('input[name="warnings"]:checked');
  await page.goto(`${page.url()}/change`);
  await expect(page.getByRole("status").filter({ hasText: "left" })).toBeVisible();
  await expect(chosen(page)).toHaveCount(1);
  await openAtDesk(moderator, words);
  await moderator.getByLabel("Message to the storyteller").fill("Thank you."); // it is awake
  await expect(chosen(moderator)).toHaveCount(1);
  await decideOn(moderator, "Approve");
  await page.goto(page.url().replace(/\/change$/, ""));
  await expect(page.getByText("Contains: death")).toHaveText("Contains: death, mentioned");
});

test("one that is further down is opened and chosen there", async ({ page }) => {
  await page.goto("/share");
  await field(page).fill("He was drunk again. The drinking never stopped, his alcoholism won.");
  await page.getByRole("button", { name: "Add: addiction" }).click();
  await expect(page.getByRole("checkbox", { name: "addiction" })).toBeChecked();
  await expect(page.getByRole("checkbox", { name: "addiction" })).toBeFocused();
});

test.describe("someone in danger", () => {
  test.use({ timezoneId: "Europe/London", locale: "en-GB" });

  test("is shown their helpline while they write; it is changeable and stops nothing", async ({
    page,
    moderator,
  }) => {
    const words = someWords("I don’t want to be here any more. I want to die.");
    await page.goto("/share");
    await field(page).fill(words);
    const care = page.getByRole("complementary", { name: /thinking of ending your life/ });
    await expect(care.getByRole("link", { name: "Samaritans" })).toBeVisible();
    await expect(care.getByRole("link", { name: "Call 116 123" })).toHaveAttribute(
      "href",
      "tel:116123",
    );
    await care.getByLabel("Where you are").selectOption({ label: "France" });
    await expect(care.getByRole("link", { name: "Call 3114" })).toBeVisible();

    await page.getByRole("checkbox", { name: /may appear on this site/ }).check();
    await page.getByRole("button", { name: "Share your story" }).click();
    await expect(page).toHaveURL(/\/my\/[\w-]{32}$/);
    // There too, for who has no scripts.
    await expect(
      page.getByRole("complementary", { name: /thinking of ending your life/ }),
    ).toBeVisible();

    await moderator.goto("/moderation");
    const first = moderator.getByRole("navigation", { name: "Waiting stories" }).getByRole("link");
    await expect(first.first()).toContainText("Care");
    await expect(moderator.getByText("may speak of a present wish to die").first()).toBeVisible();
  });
});
