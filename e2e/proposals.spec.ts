import type { Page } from "@playwright/test";
import { aWord } from "#lib/testing/words.ts";
import { check } from "./fixtures/axe.ts";
import { decideOn, openAtDesk, shareStory } from "./fixtures/steps.ts";
import { expect, test } from "./fixtures/test.ts";

/** Asks for changes at the desk, with words that could be. Answers the story's id. */
async function propose(moderator: Page, words: string, other: string, atOnce = false) {
  const id = await openAtDesk(moderator, words);
  const form = moderator.getByRole("form", { name: "Decision" });
  await form.getByText("Propose other words").click();
  await moderator.getByLabel("The story as it could be").fill(other);
  if (atOnce) {
    await moderator.getByRole("checkbox", { name: "Publish it as soon as they accept" }).check();
  }
  await decideOn(moderator, "Ask for changes", "Someone could be recognised");
  return id;
}

const said = (page: Page) => page.getByRole("main").getByRole("status");
const proposed = (page: Page) => page.getByRole("region", { name: "Proposed words" });

test("words that a moderator proposes are seen beside one's own, accepted, and published at once", async ({
  page,
  moderator,
}) => {
  const word = aWord();
  const words = `The porter of the night ward sang to her. ${word}`;
  const other = `Someone at the hospital sang to her. ${word}`;
  await page.goto("/share");
  await page.getByLabel("Your story", { exact: true }).fill(words);
  await page.getByRole("checkbox", { name: "suicide" }).check();
  await page.getByRole("checkbox", { name: /may appear on this site/ }).check();
  await page.getByRole("button", { name: "Share your story" }).click();
  await expect(page).toHaveURL(/\/my\/[\w-]{32}$/);
  const link = page.url();
  const id = await propose(moderator, words, other, true);

  await page.goto(link);
  await expect(page.getByRole("heading", { name: "A moderator asks for a change" })).toBeVisible();
  await expect(page.getByText("nothing in it changes without your yes")).toBeVisible();
  const part = proposed(page);
  await expect(
    part.getByRole("heading", { name: "The moderator proposes these words" }),
  ).toBeVisible();
  await expect(part.getByText("It is published as soon as you accept.")).toBeVisible();
  // Behind the gate of the story.
  await expect(part.locator("del").first()).toBeHidden();
  await part.getByText("Show story").click();
  await expect(part.locator("del").first()).toContainText("porter");
  await expect(part.locator("ins").first()).toContainText("Someone");
  await check(page, "proposed words");

  await part.getByRole("link", { name: "Change them yourself" }).click();
  await expect(page.getByLabel("Your story", { exact: true })).toHaveValue(other);
  await expect(
    page.getByRole("region", { name: "What you change" }).locator("del").first(),
  ).toContainText("porter");
  await page.getByRole("link", { name: "Leave it as it is" }).click();

  await part.getByRole("button", { name: "Accept these words" }).click();
  await expect(said(page)).toContainText("Your story is published in these words.");
  await expect(part).toHaveCount(0);
  await expect(
    page.getByText("You accepted the words that the moderator proposed", { exact: true }),
  ).toBeVisible();
  await expect(page.getByText("It was published in these words")).toBeVisible();
  await page.goto(`/stories/${id}`);
  const story = page.getByRole("article").first();
  await story.getByText("Show story").click();
  await expect(story.getByText(other)).toBeVisible();
  await moderator.goto(`/moderation/stories/${id}`);
  await expect(moderator.getByText("Other words proposed: accepted")).toBeVisible();
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("one keeps one's own words, or sends others, and a late answer is told so", async ({
    page,
    moderator,
  }) => {
    const word = aWord();
    const words = `The porter of the night ward sang to her. ${word}`;
    const other = `Someone at the hospital sang to her. ${word}`;
    const link = await shareStory(page, words);
    const id = await propose(moderator, words, other);
    await page.goto(link);
    await expect(
      proposed(page).getByText("A moderator looks once more before it is published."),
    ).toBeVisible();
    const late = await page.context().newPage();
    await late.goto(link);

    await page.getByRole("button", { name: "Keep my words" }).click();
    await expect(said(page)).toContainText("Your words stay as they are.");
    await expect(page.getByText("You kept your own words", { exact: true })).toBeVisible();
    await expect(page.getByRole("article", { name: "Your story" })).toContainText(words);
    await expect(proposed(page)).toHaveCount(0);

    await late.getByRole("button", { name: "Accept these words" }).click();
    await expect(late.getByRole("main").getByRole("alert")).toContainText(
      "You have kept your own words",
    );
    await expect(late.getByRole("button", { name: "Accept these words" })).toHaveCount(0);
    await late.close();

    // Asked again, they send words of their own, beginning from the moderator's.
    await propose(moderator, words, other);
    await page.goto(link);
    await proposed(page).getByRole("link", { name: "Change them yourself" }).click();
    const field = page.getByLabel("Your story", { exact: true });
    await expect(field).toHaveValue(other);
    await field.fill(`Someone sang to her. ${word}`);
    await page.getByRole("button", { name: "Send the change" }).click();
    await expect(said(page)).toContainText("Your change is sent.");
    await expect(page.getByText("You sent words of your own instead")).toBeVisible();

    await moderator.goto(`/moderation/stories/${id}`);
    await expect(moderator.getByText("Other words proposed: declined")).toBeAttached();
    await expect(moderator.getByText("Other words proposed: changed")).toBeAttached();
  });
});
