/** From story to story: lists, and search. */
import type { APIRequestContext, Page } from "@playwright/test";
import { aWord } from "#lib/testing/words.ts";
import { check } from "./fixtures/axe.ts";
import { query } from "./fixtures/database.ts";
import { decideOn, idOf, openAtDesk, sendStory } from "./fixtures/steps.ts";
import { expect, test } from "./fixtures/test.ts";

type Told = { request: APIRequestContext; text: string; fields?: Record<string, string> };

/** A story that stands in the feed and has been read for lists and search. */
async function publish(moderator: Page, { request, text, fields = {} }: Told): Promise<string> {
  await sendStory(request, text, fields);
  const id = await openAtDesk(moderator, text);
  await decideOn(moderator, "Approve");
  await expect
    .poll(() =>
      query('SELECT FROM "PublishedStory" WHERE "id" = $1 AND "indexedAt" IS NOT NULL', [id]),
    )
    .toHaveLength(1);
  return id;
}

const article = (page: Page, text: string) => page.getByRole("article").filter({ hasText: text });

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled });

    test("from a story to others: its hashtag, its theme, its role, its neighbours", async ({
      page,
      request,
      moderator,
    }) => {
      const word = aWord();
      const text = `The porter hummed along the corridor. #${word}`;
      const id = await publish(moderator, {
        request,
        text,
        fields: { theme: "unexpected-wins", bylineRole: "night nurse" },
      });
      await page.goto(`/stories/${id}`);
      const kinds = page.getByRole("navigation", { name: "More of its kind" });
      await expect(kinds.getByRole("link")).toHaveText([
        "Unexpected wins",
        "Nurses’ stories",
        `#${word}`,
      ]);
      await kinds.getByRole("link", { name: `#${word}` }).click();
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(`#${word}`);
      await expect(page.getByRole("article")).toHaveCount(1);
      for (const path of [
        "/themes/unexpected-wins",
        "/roles/nurse",
        `/hashtags/${word.toUpperCase()}`,
      ]) {
        await page.goto(path);
        await expect(article(page, word)).toBeVisible();
      }
      await page.goto(`/stories/${id}`);
      await page.getByRole("link", { name: "Older story" }).click();
      await expect(page).not.toHaveURL(new RegExp(id));
      await expect(page.getByRole("link", { name: "Newer story" })).toBeVisible();
    });

    test("search finds words however they are bent, marks them, and takes away what is taken down", async ({
      page,
      request,
      moderator,
    }) => {
      const word = aWord();
      const plain = `Two porters were singing about ${word}.`;
      const warned = `They stopped singing when ${word} came.`;
      await publish(moderator, { request, text: plain });
      await publish(moderator, { request, text: warned, fields: { warnings: "death" } });
      await page.goto("/");
      await page.getByRole("banner").getByRole("link", { name: "Search" }).click();
      await page.getByLabel("Words").fill(`sing ${word}`);
      await page.getByRole("button", { name: "Search" }).click();
      await expect(page).toHaveURL(/\/search\?q=sing/);
      await expect(page.getByRole("heading", { name: "2 stories" })).toBeVisible();
      await expect(article(page, plain).locator("mark")).toHaveText(["singing", word]);
      // Warned words are behind their gate here too.
      const gate = page.getByRole("article").filter({ hasText: "Contains: death" });
      await expect(gate.getByText(warned)).toBeHidden();
      await gate.getByText("Show story").click();
      await expect(gate.getByText(warned)).toBeVisible();
      await page.getByText("Narrow it down").click();
      await page.getByLabel("Only stories without a content warning").check();
      await page.getByRole("button", { name: "Search" }).click();
      await expect(page.getByRole("heading", { name: "1 story" })).toBeVisible();
      await expect(page.getByLabel("Only stories without a content warning")).toBeVisible();

      await moderator.goto(`/moderation/stories/${await idOf(plain)}`);
      await decideOn(moderator, "Take down", "Someone in it asked us to");
      await page.reload();
      await expect(page.getByText("No story here has these words.")).toBeVisible();
      await page.getByRole("link", { name: "Look in all stories" }).click();
      await expect(page.getByRole("heading", { name: "1 story" })).toBeVisible();
    });
  });
}

test("a call has a page, with its themes and the way to answer it", async ({ page }) => {
  await page.goto("/calls/the-ones-you-carry");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    "Who did you carry home with you?",
  );
  await page
    .getByRole("list", { name: "Themes" })
    .getByRole("link", { name: "Confessions" })
    .click();
  await expect(page).toHaveURL(/\/themes\/confessions$/);
  await page.goBack();
  await page.getByRole("main").getByRole("link", { name: "Tell your story" }).click();
  await expect(page).toHaveURL(/\/calls\/the-ones-you-carry\/share$/);
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("the call's list goes on by its address, and each page is kept by those between", async ({
    page,
  }) => {
    const first = await page.goto("/calls/the-ones-you-carry");
    expect(first?.headers()["cache-control"]).toContain("s-maxage");
    await page.getByRole("link", { name: "More stories" }).click();
    await expect(page).toHaveURL(/\/calls\/the-ones-you-carry\/older\//);
    await expect(page.getByRole("article").first()).toBeVisible();
    const second = page.url();
    await page.getByRole("link", { name: "More stories" }).click();
    await expect(page).not.toHaveURL(second);
    await page.getByRole("link", { name: "Newer stories" }).click();
    await expect(page).toHaveURL(second);
    await page.getByRole("link", { name: "From the beginning" }).click();
    await expect(page).toHaveURL(/\/calls\/the-ones-you-carry$/);
  });
});

test("more stories come as one scrolls, the address follows, and Back returns to the very place", async ({
  page,
}) => {
  await page.goto("/calls/the-ones-you-carry");
  const stories = page.getByRole("article");
  await expect(stories).toHaveCount(20);
  await stories.last().scrollIntoViewIfNeeded();
  await expect(stories).toHaveCount(40);
  await expect(page.getByRole("status").filter({ hasText: "40 stories now" })).toBeAttached();
  // Whoever presses for more goes on from what came.
  await page.getByRole("link", { name: "More stories" }).press("Enter");
  await expect(stories.nth(40)).toBeFocused();
  const chosen = stories.nth(25);
  await chosen.scrollIntoViewIfNeeded();
  await expect(page).toHaveURL(/\/calls\/the-ones-you-carry\/older\//);
  // Another language is of the same place.
  const here = new URL(page.url());
  await expect(
    page.getByRole("contentinfo").getByRole("link", { name: "Español" }),
  ).toHaveAttribute("href", `/es${here.pathname}`);
  // No story twice.
  const ids = await stories.evaluateAll((all) => all.map(({ id }) => id));
  expect(new Set(ids).size).toBe(ids.length);

  const id = await chosen.getAttribute("id");
  const there = page.locator(`#${id}`);
  await there.getByRole("link", { name: /this story by/ }).click();
  await expect(page).toHaveURL(/\/stories\//);
  await page.goBack();
  await expect(there).toBeInViewport();

  // From there it goes on as before.
  await stories.last().scrollIntoViewIfNeeded();
  await expect.poll(() => stories.count()).toBeGreaterThan(20);
});

test("the roles that have stories are listed", async ({ page }) => {
  await page.goto("/");
  await page.getByRole("link", { name: "By role" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Stories by role");
  await page.getByRole("link", { name: "Nurses’ stories" }).click();
  await expect(page.getByRole("article").first()).toBeVisible();
  await page.getByRole("link", { name: "Other roles" }).click();
  await expect(page).toHaveURL(/\/roles$/);
});

test("the most hearted: of all time and of this week, each says which it is", async ({ page }) => {
  await page.goto("/hearted");
  const ways = page.getByRole("navigation", { name: "Ways to read" });
  const current = ways.getByRole("link").and(page.locator("[aria-current=page]"));
  await expect(current).toHaveText("Most hearted");
  await expect(page.getByRole("article").first()).toBeVisible();
  await page.getByRole("link", { name: "Only this week" }).click();
  await expect(current).toHaveText("Most hearted this week");
  await expect(page.getByRole("article").first()).toBeVisible();

  // A page further on has its way back above its stories too.
  await page.goto("/hearted");
  const more = page.getByRole("link", { name: "More stories" });
  await page.goto((await more.getAttribute("href")) ?? "");
  await expect(page.getByRole("link", { name: "From the beginning" })).toHaveCount(2);
  await page.getByRole("link", { name: "From the beginning" }).first().click();
  await expect(page).toHaveURL(/\/hearted$/);
});

test("one at random is a story", async ({ page }) => {
  await page.goto("/");
  await page.getByRole("link", { name: "One at random" }).click();
  await expect(page).toHaveURL(/\/stories\/\w{12}$/);
});

test("what is no list, and what nobody asked, is answered in words", async ({ page }) => {
  for (const path of ["/hashtags/nobodywrotethis", "/themes/no-such", "/roles/astronaut"]) {
    expect((await page.goto(path))?.status(), path).toBe(404);
  }
  for (const q of ["-", '"', "%00", "a".repeat(1_500), "&&& | :*"]) {
    const answer = await page.goto(`/search?q=${q.startsWith("%") ? q : encodeURIComponent(q)}`);
    expect(answer?.status(), q).toBe(200);
  }
  await page.goto("/search?q=&theme=confessions");
  await expect(page.getByText("Please write a word to look for, too.")).toBeVisible();
  await page
    .getByRole("region", { name: "What was found" })
    .getByRole("link", { name: "Confessions" })
    .click();
  await expect(page).toHaveURL(/\/themes\/confessions$/);
});

test("axe finds nothing on lists and search", async ({ page }) => {
  for (const path of [
    "/calls/the-ones-you-carry",
    "/hearted",
    "/roles",
    "/search?q=night",
    "/search?q=zzzzz",
  ]) {
    await page.goto(path);
    await check(page, path);
  }
});
