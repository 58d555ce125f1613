import type { Page } from "@playwright/test";
import { aWord } from "#lib/testing/words.ts";
import { query } from "./fixtures/database.ts";
import { countOf, shareStory, someWords } from "./fixtures/steps.ts";
import { expect, test } from "./fixtures/test.ts";

const sentence = "Please leave brands out: this is a place for stories. Your words are below.";

const effect = (page: Page, name: string) => page.getByRole("radio", { name });
const done = (page: Page, what: string) => page.getByRole("status").filter({ hasText: what });
const tried = (page: Page) => page.getByRole("group", { name: "What the rules found" });

/** Makes a rule, tries it, sees it refuse and put first, and removes it. */
async function screens(page: Page, moderator: Page): Promise<void> {
  const word = aWord();
  const drawnOut = word.charAt(0).repeat(4) + word.slice(1);
  const name = `Brands ${aWord()}`;
  const earlier = someWords(`She wore ${word} that night.`);
  await shareStory(page, earlier);

  await moderator.goto("/moderation");
  await moderator.getByRole("link", { name: "Screening" }).click();
  await moderator.getByRole("link", { name: "Make a rule" }).click();
  await moderator.getByRole("textbox", { name: "Words and phrases" }).fill(word);
  await expect(moderator.getByRole("textbox", { name: "Stories, at least" })).toBeHidden();
  await effect(moderator, "Refuse it with a sentence").check();
  await moderator.getByRole("button", { name: "Save the rule" }).click();
  const alert = moderator.getByRole("main").getByRole("alert");
  await expect(alert).toContainText("Please give the rule a name.");
  await expect(alert).toContainText("Please write what the storyteller reads");
  await moderator.getByLabel("Name", { exact: true }).fill(name);
  await moderator.getByLabel("What the storyteller reads").fill(sentence);

  // Tried before it is saved: on words, and on what came in the last thirty days.
  await moderator.getByLabel(/^Words to try it with/).fill(`All in ${drawnOut} today.`);
  await moderator.getByRole("button", { name: "Try it" }).click();
  await expect(tried(moderator).locator("mark")).toHaveText(new RegExp(`^${drawnOut}`));
  const touched = moderator.getByRole("group", { name: "Stories it would have touched" });
  await expect(touched.getByRole("status")).toContainText("It would have touched 1 of");
  const [story] = await query<{ id: string }>(
    'SELECT "storyId" AS id FROM "Revision" WHERE text = $1',
    [earlier],
  );
  await expect(touched.getByRole("link")).toHaveAttribute(
    "href",
    `/moderation/stories/${story?.id}`,
  );
  await expect(touched).not.toContainText("that night");
  await moderator.getByRole("button", { name: "Save the rule" }).click();
  await expect(done(moderator, "The rule is made.")).toBeVisible();

  // Refused with the sentence; the words stay, and nothing is stored.
  const words = someWords(`She wore ${drawnOut} in the lift.`);
  const field = page.getByLabel("Your story", { exact: true });
  await page.goto("/share");
  await field.fill(words);
  await page.getByRole("checkbox", { name: /may appear on this site/ }).check();
  await page.getByRole("button", { name: "Share your story" }).click();
  await expect(page.getByRole("main").getByRole("alert")).toContainText(sentence);
  await expect(field).toHaveValue(words);
  expect(await countOf(words)).toBe(0);

  // Changed, the same rule puts the same words first.
  const change = () => moderator.getByRole("link", { name: `Change ${name}` }).click();
  await change();
  await expect(moderator.getByLabel("What the storyteller reads")).toHaveValue(sentence);
  await effect(moderator, "Put it first in the queue").check();
  await moderator.getByRole("button", { name: "Save the rule" }).click();
  await expect(done(moderator, "The rule is changed.")).toBeVisible();
  await page.getByRole("button", { name: "Share your story" }).click();
  await expect(page).toHaveURL(/\/my\/[\w-]{32}$/);
  expect(
    await query(
      'SELECT s."putFirst" FROM "Story" s JOIN "Revision" r ON r.id = s."latestRevisionId" WHERE r.text = $1',
      [words],
    ),
  ).toEqual([{ putFirst: true }]);

  // Words against all rules, and no word of them in an address.
  await moderator.getByLabel("Words to try").fill(words);
  await moderator.getByRole("button", { name: "Try the words" }).click();
  await expect(tried(moderator).getByRole("listitem").filter({ hasText: name })).toContainText(
    drawnOut,
  );
  await expect(moderator.getByLabel("Words to try")).toHaveValue(words);
  expect(moderator.url()).not.toContain(word);

  await change();
  await moderator.getByText("Remove this rule").click();
  await moderator.getByRole("button", { name: "Remove for good" }).click();
  await expect(done(moderator, "The rule is removed.")).toBeVisible();
  await expect(moderator.getByRole("link", { name: `Change ${name}` })).toHaveCount(0);
}

test("a moderator makes a rule and tries it; a story is refused, another is put first", async ({
  page,
  moderator,
}) => {
  await screens(page, moderator);
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("a moderator makes a rule and tries it; a story is refused, another is put first", async ({
    page,
    moderator,
  }) => {
    await screens(page, moderator);
  });
});
