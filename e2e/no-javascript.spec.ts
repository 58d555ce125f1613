import { decideOn, openAtDesk, shareStory, signIn, someWords } from "./fixtures/steps.ts";
import { expect, test } from "./fixtures/test.ts";

test("without JavaScript: share, approve with warnings, read behind the gate, withdraw", async ({
  page,
  moderator,
}) => {
  const words = someWords("The night porter knew all our birthdays.");
  const link = await shareStory(page, words);
  await expect(
    page.getByRole("heading", { name: "Your story is waiting to be read" }),
  ).toBeVisible();

  const id = await openAtDesk(moderator, words);
  await moderator.getByRole("checkbox", { name: "suicide" }).check();
  await moderator.getByLabel("How much: suicide").selectOption("described");
  await moderator.getByRole("checkbox", { name: "resuscitation" }).check();
  await decideOn(moderator, "Approve");

  await page.goto("/");
  const story = page.getByRole("article").filter({ hasText: words });
  await expect(story.getByText(words)).toBeHidden();
  await story.getByText("Show story").click();
  await expect(story.getByText(words)).toBeVisible();

  await page.goto(link);
  await expect(page.getByRole("heading", { name: "Your story is published" })).toBeVisible();
  await page.getByRole("link", { name: /withdraw|take it back/i }).click();
  await page.getByRole("button", { name: "Yes, withdraw it" }).click();
  await expect(page.getByRole("heading", { name: "You took your story back" })).toBeVisible();
  expect((await page.goto(`/stories/${id}`))?.status()).toBe(404);
});

test("without JavaScript: what is wrong stands beside its field, and the words are kept", async ({
  page,
}) => {
  await page.goto("/share");
  const words = "x".repeat(281);
  await page.getByLabel("Your story", { exact: true }).fill(words);
  await page.getByLabel("Your name").fill("Noor");
  await page.getByRole("checkbox", { name: "resuscitation" }).check();
  await page.getByLabel("How much: resuscitation").selectOption("graphic");
  await page.getByRole("button", { name: "Share your story" }).click();
  await expect(page.getByRole("main").getByRole("alert")).toContainText("not sent yet");
  await expect(page.getByLabel("Your story", { exact: true })).toHaveValue(words);
  await expect(page.getByLabel("Your story", { exact: true })).toHaveAttribute(
    "aria-invalid",
    "true",
  );
  await expect(page.getByLabel("Your name")).toHaveValue("Noor");
  await expect(page.getByRole("checkbox", { name: "resuscitation" })).toBeChecked();
  await expect(page.getByLabel("How much: resuscitation")).toHaveValue("GRAPHIC");
});

test("without JavaScript: reject with a reason, which the storyteller reads", async ({
  page,
  moderator,
}) => {
  const words = someWords("Buy the best mattresses here, he told the whole ward.");
  const link = await shareStory(page, words);
  const id = await openAtDesk(moderator, words);
  await moderator.getByRole("button", { name: "Reject" }).click();
  await expect(moderator.getByRole("main").getByRole("alert")).toContainText(
    "Nothing is decided yet",
  );
  await expect(moderator).toHaveURL(new RegExp(id));
  await moderator.getByLabel("Message to the storyteller").fill("We only take true stories.");
  await decideOn(moderator, "Reject", "Advertising or spam");
  await page.goto(link);
  await expect(page.getByRole("heading", { name: "Your story was not published" })).toBeVisible();
  await expect(page.getByText("It promotes something, and is not a story.")).toBeVisible();
  await expect(page.getByText("We only take true stories.")).toBeVisible();
});

test("without JavaScript: sign in by mail and out again", async ({ page }) => {
  await signIn(page, "no-script@example.org");
  await page.goto("/sign-in");
  await page.getByRole("button", { name: "Sign out" }).click();
  await page.goto("/sign-in");
  await expect(page.getByRole("button", { name: "Send me a link" })).toBeVisible();
});
