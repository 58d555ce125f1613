import { randomBytes } from "node:crypto";
import { query } from "./fixtures/database.ts";
import { countOf, decideOn, openAtDesk, shareByForm, signIn, someWords } from "./fixtures/steps.ts";
import { expect, test } from "./fixtures/test.ts";

test("without JavaScript: share, approve with warnings, read behind the gate, withdraw", async ({
  page,
  moderator,
}) => {
  const words = someWords("The night porter knew all our birthdays.");
  const link = await shareByForm(page, words);
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
  await page.getByRole("link", { name: "Withdraw this story" }).click();
  await page.getByRole("button", { name: "Yes, withdraw it" }).click();
  await expect(page.getByRole("heading", { name: "You withdrew your story" })).toBeVisible();
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

test("without JavaScript: a call that closes while one writes keeps the words", async ({
  page,
}) => {
  // Opened a year ago: `/share` stays with the call that the other tests answer.
  const slug = `closing-${randomBytes(4).toString("hex")}`;
  await query(
    `INSERT INTO "Call" (id, slug, title, prompt, "opensAt")
     VALUES ($1, $1, 'What did you carry home?', 'Tell us.', now() - interval '1 year')`,
    [slug],
  );
  await page.goto(`/calls/${slug}/share`);
  const words = someWords("I carried his shoes down to the taxi.");
  await page.getByLabel("Your story", { exact: true }).fill(words);
  await page.getByLabel("Your name").fill("Noor");
  await page.getByRole("checkbox", { name: /may appear on this site/ }).check();
  await query(`UPDATE "Call" SET "closesAt" = now() - interval '1 minute' WHERE slug = $1`, [slug]);
  await page.getByRole("button", { name: "Share your story" }).click();
  await expect(page.getByRole("main").getByRole("alert")).toContainText(
    "This call has closed and takes no more stories.",
  );
  await expect(page.getByLabel("Your story", { exact: true })).toHaveValue(words);
  await expect(page.getByLabel("Your name")).toHaveValue("Noor");
  expect(await countOf(words)).toBe(0);
});

test("without JavaScript: reject with a reason, which the storyteller reads", async ({
  page,
  moderator,
}) => {
  const words = someWords("Buy the best mattresses here, he told the whole ward.");
  const link = await shareByForm(page, words);
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

test("without JavaScript: what could tell is pointed out once, and sent as it is", async ({
  page,
}) => {
  const words = someWords("My neighbour Rosa danced on 4 May 2018.");
  await page.goto("/share");
  await page.getByLabel("Your story", { exact: true }).fill(words);
  await page.getByRole("checkbox", { name: /may appear on this site/ }).check();
  await page.getByRole("button", { name: "Share your story" }).click();
  const panel = page.getByRole("region", { name: "Look again before it goes out" });
  await expect(panel.locator("mark")).toHaveText([/Rosa/, /4 May 2018/]);
  expect(await countOf(words)).toBe(0);
  await panel.getByRole("button", { name: "Send it as it is" }).click();
  await expect(page).toHaveURL(/\/my\/[\w-]{32}$/);
  expect(await countOf(words)).toBe(1);
});

test("without JavaScript: what can't be published is marked in a copy of the words", async ({
  page,
}) => {
  const words = someWords("If you knew her, ring +44 20 7946 0123. Please.");
  await page.goto("/share");
  await page.getByLabel("Your story", { exact: true }).fill(words);
  await page.getByRole("checkbox", { name: /may appear on this site/ }).check();
  await page.getByRole("button", { name: "Share your story" }).click();
  await expect(page.getByRole("main").getByRole("alert")).toContainText("telephone number");
  await expect(page.getByRole("main").locator("mark")).toContainText("+44 20 7946 0123");
  await expect(page.getByLabel("Your story", { exact: true })).toHaveValue(words);
});

test("without JavaScript: content warnings are suggested, and a helpline follows", async ({
  page,
}) => {
  const words = someWords("I don’t want to be here any more. I want to die.");
  await page.goto("/share");
  await page.getByLabel("Your story", { exact: true }).fill(words);
  await page.getByRole("checkbox", { name: /may appear on this site/ }).check();
  await page.getByRole("button", { name: "Share your story" }).click();
  const panel = page.getByRole("region", { name: "Look again before it goes out" });
  await expect(panel.getByRole("link", { name: "suicide" })).toBeVisible();
  await panel.getByRole("button", { name: "Send it as it is" }).click();
  await expect(
    page.getByRole("complementary", { name: /thinking of ending your life/ }),
  ).toBeVisible();
});

test("without JavaScript: what came in between costs nobody their words", async ({
  page,
  moderator,
}) => {
  const words = someWords("The tide table was pinned to the door.");
  const link = await shareByForm(page, words);
  const id = await openAtDesk(moderator, words);
  await decideOn(moderator, "Approve");
  await page.goto(`${link}/change`);
  await page.getByLabel("Your story", { exact: true }).fill(`${words} Still.`);
  await moderator.goto(`/moderation/stories/${id}`);
  await decideOn(moderator, "Take down", "Someone in it asked us to");
  await page.getByRole("button", { name: "Send the change" }).click();
  await expect(page.getByRole("main").getByRole("alert")).toContainText("can’t be changed");
  await expect(page.getByLabel("Your story", { exact: true })).toHaveValue(`${words} Still.`);
  await page.goto(`${link}/change`);
  await expect(page.getByRole("heading", { name: "can’t be changed now" })).toBeVisible();

  await page.goto(`${link}/appeal`);
  await page.getByLabel("Why should it be looked at again?").fill("She asked me to tell it.");
  await moderator.goto(`/moderation/stories/${id}`);
  await decideOn(moderator, "Restore");
  await page.getByRole("button", { name: "Send your appeal" }).click();
  await expect(page.getByRole("main").getByRole("alert")).toContainText("no decision to appeal");
  await expect(page.getByLabel("Why should it be looked at again?")).toHaveValue(
    "She asked me to tell it.",
  );
});
