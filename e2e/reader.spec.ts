/**
 * A reader's whole way, from finding a story to passing it on: with and without JavaScript, on a
 * phone and at a desk. What each part does at its edges is told in the files of the parts.
 */
import type { Page } from "@playwright/test";
import { aWord } from "#lib/testing/words.ts";
import { query } from "./fixtures/database.ts";
import { press, publishStory } from "./fixtures/steps.ts";
import { expect, test } from "./fixtures/test.ts";

const article = (page: Page, text: string) => page.getByRole("article").filter({ hasText: text });

for (const javaScriptEnabled of [true, false]) {
  for (const width of [390, 1440]) {
    test.describe(`${javaScriptEnabled ? "with" : "without"} JavaScript, ${width} px`, () => {
      test.use({
        javaScriptEnabled,
        viewport: { width, height: 844 },
        timezoneId: "Europe/Berlin",
      });

      /** Nothing stands out at the side. */
      const fits = async (page: Page) => {
        const wide = page.locator("html");
        await expect(wide).toHaveJSProperty("scrollWidth", width);
      };

      test("a reader finds a story, is kept safe, and passes it on", async ({ page, request }) => {
        const word = aWord();
        const fields = { theme: "unexpected-wins", bylineRole: "night nurse" };
        const plain = `The porter hummed along the corridor. #${word}`;
        const warned = `She asked for the window to be open at the end. #${word}`;
        const warnings = { warnings: "suicide", "intensities.suicide": "MENTIONED" };
        const plainId = await publishStory(request, plain, fields);
        const id = await publishStory(request, warned, { ...fields, ...warnings });
        await expect
          .poll(() =>
            query('SELECT FROM "PublishedStory" WHERE "id" = $1 AND "indexedAt" IS NOT NULL', [id]),
          )
          .toHaveLength(1);

        // Finding: every way to read, and search.
        await page.goto("/");
        const ways = page.getByRole("navigation", { name: "Ways to read" });
        await ways.getByRole("link", { name: "Most hearted this week" }).click();
        await expect(page).toHaveURL(/\/hearted\/week$/);
        await page.getByRole("link", { name: "Of all time" }).click();
        await expect(page).toHaveURL(/\/hearted$/);
        await fits(page);
        await ways.getByRole("link", { name: "One at random" }).click();
        await expect(page).toHaveURL(/\/stories\/\w{12}$/);
        await page.goto("/");
        await ways.getByRole("link", { name: "By theme" }).click();
        await page
          .getByRole("list", { name: "Themes" })
          .getByRole("link", { name: "Unexpected wins" })
          .click();
        await expect(page).toHaveURL(/\/themes\/unexpected-wins$/);
        await expect(article(page, plain)).toBeVisible();
        await fits(page);
        await page.getByRole("banner").getByRole("link", { name: "Search" }).click();
        await page.getByLabel("Words").fill(word);
        await page.getByRole("button", { name: "Search" }).click();
        await expect(page.getByRole("heading", { name: "2 stories" })).toBeVisible();
        await expect(article(page, plain).locator("mark")).toContainText([word]);
        await fits(page);

        // Kept safe: the gate, and someone to talk to.
        const found = page.getByRole("article").filter({ hasText: "Contains: suicide, mentioned" });
        await expect(found.getByText(warned)).toBeHidden();
        await found.getByRole("link", { name: /this story by/ }).click();
        await expect(page).toHaveURL(`/stories/${id}`);
        const story = page.getByRole("article").first();
        await expect(story.getByText(warned)).toBeHidden();
        await story.getByText("Show story").click();
        await expect(story.getByText(warned)).toBeVisible();
        const helplines = page.getByRole("complementary", { name: "Helplines" });
        if (javaScriptEnabled) {
          await expect(helplines.getByRole("link", { name: /^Call / }).first()).toBeVisible();
        }
        await expect(helplines.getByRole("link").first()).toHaveAttribute("href", /./);
        await fits(page);

        // Feeling: a heart, given and taken back.
        if (javaScriptEnabled) {
          const heart = story.getByRole("button", { name: /heart/i });
          await heart.click();
          await expect(heart).toHaveAttribute("aria-pressed", "true");
          await heart.click();
          await expect(heart).toHaveAttribute("aria-pressed", "false");
        } else {
          await story.getByRole("button", { name: /heart/i }).click();
          await page.getByRole("button", { name: "Take your heart back" }).click();
          await expect(page.getByText("The story has no hearts yet.")).toBeVisible();
          await fits(page);
          await page.getByRole("link", { name: "Back to the story" }).click();
        }
        await expect(page).toHaveURL(new RegExp(`/stories/${id}`));

        // From story to story. A warned story's hashtags are among its words.
        const around = page.getByRole("navigation", { name: "Newer and older" });
        await around.getByRole("link", { name: "Older story" }).click();
        await expect(page).not.toHaveURL(new RegExp(id));
        await page.goto(`/stories/${plainId}`);
        const kinds = page.getByRole("navigation", { name: "More of its kind" });
        await kinds.getByRole("link", { name: "Nurses’ stories" }).click();
        await expect(article(page, plain)).toBeVisible();
        await page.goBack();
        await kinds.getByRole("link", { name: `#${word}` }).click();
        await expect(page.getByRole("heading", { level: 1 })).toHaveText(`#${word}`);
        await expect(article(page, plain)).toBeVisible();
        await fits(page);
        await page.goto(`/stories/${id}`);

        // Passing on: a link, a card, a frame for another site.
        await page.getByText("Share this story", { exact: true }).click();
        const link = (name: string) =>
          page.locator("details.share").getByRole("link", { name, exact: true });
        const post = decodeURIComponent((await link("Bluesky").getAttribute("href")) ?? "");
        expect(post).toContain(`/stories/${id}`);
        expect(post).not.toContain("window");
        await fits(page);
        const card = await request.get(
          (await page.getByRole("link", { name: "Download as a card" }).getAttribute("href")) ?? "",
        );
        expect([card.status(), card.headers()["content-type"]]).toEqual([200, "image/png"]);
        await link("Embed").click();
        const code = page.getByLabel("The code", { exact: true });
        await expect(code).toHaveValue(/Contains: suicide, mentioned/);
        await expect(code).not.toHaveValue(new RegExp(word));
        await fits(page);

        // Telling the moderators.
        await page.goto(`/stories/${id}/report`);
        await page.getByRole("radio", { name: "It could harm someone" }).check();
        await page.getByRole("button", { name: "Send your report" }).click();
        await expect(page.getByText("Your report has arrived.")).toBeVisible();
        await fits(page);

        // What one would rather not read.
        await page.goto("/");
        const footer = page.getByRole("contentinfo");
        await footer.getByRole("link", { name: "Choose what you see" }).click();
        await fits(page);
        if (javaScriptEnabled) {
          const choice = page.getByRole("group", { name: "suicide", exact: true });
          await press(choice, "Leave out");
          await expect(page.getByRole("status")).toHaveText("Saved: suicide, left out.");
        } else {
          await expect(page.getByText("Choosing needs JavaScript")).toBeVisible();
        }
        await page.goto("/");
        const inFeed = page.locator(`#story-${id}`);
        await expect(inFeed.getByText(warned)).toBeHidden();
        const quiet = javaScriptEnabled ? "A story was left out" : "Contains: suicide, mentioned";
        await expect(inFeed.getByText(quiet).first()).toBeVisible();

        // In Spanish.
        await page.goto(`/stories/${plainId}`);
        await page.getByRole("link", { name: "Español" }).click();
        await expect(page).toHaveURL(`/es/stories/${plainId}`);
        await expect(page.locator("html")).toHaveAttribute("lang", "es");
        await fits(page);
      });
    });
  }
}
