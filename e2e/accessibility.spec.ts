import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { openAtDesk, shareStory, someWords } from "./fixtures/steps.ts";
import { expect, test } from "./fixtures/test.ts";

async function check(page: Page, what: string) {
  const { violations } = await new AxeBuilder({ page })
    .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"])
    .analyze();
  const found = violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(" | ")}`,
  );
  expect(found, what).toEqual([]);
}

for (const colorScheme of ["light", "dark"] as const) {
  for (const width of [390, 1440]) {
    test.describe(`${colorScheme}, ${width} px`, () => {
      // Ten pages each, and axe looks at every element of them.
      test.describe.configure({ timeout: 120_000 });
      test.use({ colorScheme, viewport: { width, height: 900 } });

      test("axe finds nothing on the public pages", async ({ page }) => {
        await page.goto("/");
        await check(page, "feed");
        await page.locator("details.gate summary").first().click();
        await check(page, "feed with an open gate");
        await page.getByRole("link", { name: /Older/ }).click();
        await expect(page).toHaveURL(/older/);
        await check(page, "older stories");
        await page
          .getByRole("link", { name: /on its own page/ })
          .first()
          .click();
        await expect(page).toHaveURL(/stories/);
        await check(page, "story");
        for (const path of ["/helplines", "/no-such-page", "/sign-in", "/sign-in/check-mail"]) {
          await page.goto(path);
          await check(page, path);
        }
      });

      test("axe finds nothing on a storyteller's pages", async ({ page }) => {
        await page.goto("/share");
        await check(page, "share");
        await page.getByText(/more, by topic/).click();
        await page.getByRole("checkbox", { name: "resuscitation" }).check();
        await page.getByLabel("Your story", { exact: true }).fill("a".repeat(300));
        await page.getByRole("button", { name: "Share your story" }).click();
        await expect(page.getByRole("main").getByRole("alert")).toBeVisible();
        await check(page, "share with errors");
        const link = await shareStory(page, someWords());
        await check(page, "private page");
        await page.goto(`${link}/withdraw`);
        await check(page, "withdraw");
        await page.getByRole("button", { name: "Yes, withdraw it" }).click();
        await expect(page.getByRole("heading", { name: "You withdrew your story" })).toBeVisible();
        await check(page, "withdrawn");
      });

      test("axe finds nothing at the desk", async ({ page, moderator, admin }) => {
        await moderator.emulateMedia({ colorScheme });
        await moderator.setViewportSize({ width, height: 900 });
        await moderator.goto("/moderation");
        await check(moderator, "queue");
        const words = someWords();
        await shareStory(page, words);
        const id = await openAtDesk(moderator, words);
        await moderator.getByRole("button", { name: "Reject" }).click();
        await expect(moderator.getByRole("main").getByRole("alert")).toBeVisible();
        await check(moderator, "desk with errors");
        await moderator.getByRole("button", { name: "Approve" }).click();
        await expect(moderator).toHaveURL(/\/moderation$/);
        await moderator.goto(`/moderation/stories/${id}`);
        await check(moderator, "published story at the desk");
        await admin.emulateMedia({ colorScheme });
        await admin.setViewportSize({ width, height: 900 });
        await admin.goto("/moderation/team");
        await check(admin, "team");
      });
    });
  }
}

test("nothing moves for those who want less motion, and every target can be hit", async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.emulateMedia({ reducedMotion: "reduce" });
  for (const path of ["/", "/share"]) {
    await page.goto(path);
    const small = await page
      .locator("main button:visible, main summary:visible, main select:visible, header a:visible")
      .evaluateAll((targets) =>
        targets
          .map((target) => ({
            html: target.outerHTML.slice(0, 100),
            height: target.getBoundingClientRect().height,
          }))
          .filter(({ height }) => height > 0 && height < 44),
      );
    expect(small, path).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      390,
    );
  }
});
