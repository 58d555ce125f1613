import { decideOn, decided, shareByForm, someWords, takeOverIfHeld } from "./fixtures/steps.ts";
import { expect, test } from "./fixtures/test.ts";

test("a story goes from a stranger's hands to the feed, behind its gate", async ({
  page,
  moderator,
  browser,
}) => {
  const words = someWords();
  const link = await shareByForm(page, words, "Confessions");
  await expect(
    page.getByRole("heading", { name: "Your story is waiting to be read" }),
  ).toBeVisible();

  // The whole list ends after fifty, and other tests leave stories waiting.
  await moderator.goto("/moderation?theme=confessions");
  const waiting = moderator.getByRole("navigation", { name: "Waiting stories" });
  await waiting.getByRole("link").filter({ hasText: words }).click();
  await expect(moderator.getByRole("article").getByText(words)).toBeVisible();
  await takeOverIfHeld(moderator);
  await moderator.getByRole("checkbox", { name: "resuscitation" }).check();
  await moderator.getByLabel("How much: resuscitation").selectOption("graphic");
  await moderator.getByText(/more, by topic/).click();
  await moderator.getByRole("checkbox", { name: "stillbirth" }).check();
  await moderator.getByLabel("How much: stillbirth").selectOption("described");
  await decideOn(moderator, "Approve");

  const reader = await (await browser.newContext()).newPage();
  await expect
    .poll(
      async () => {
        await reader.goto("/");
        return reader.getByText(words).count();
      },
      { timeout: 5_000 },
    )
    .toBe(1);
  const story = reader.getByRole("article").filter({ hasText: words });
  await expect(story.getByText(words)).toBeHidden();
  await expect(
    story.getByText("Contains: stillbirth, described; resuscitation, graphic"),
  ).toBeVisible();
  await story.getByText("Show story").click();
  await expect(story.getByText(words)).toBeVisible();

  await page.goto(link);
  await expect(page.getByRole("heading", { name: "Your story is published" })).toBeVisible();

  await story.getByRole("link", { name: /on its own page/ }).click();
  await expect(reader).toHaveURL(/\/stories\/\w{12}$/);
  const published = reader.url();
  await page.getByRole("link", { name: "Withdraw this story" }).click();
  await page.getByRole("button", { name: "Yes, withdraw it" }).click();
  await expect(page.getByRole("heading", { name: "You withdrew your story" })).toBeVisible();
  expect((await reader.goto(published))?.status()).toBe(404);
  expect(await (await reader.request.get("/")).text()).not.toContain(words);
  await reader.context().close();
});

test("the keyboard alone does the whole journey", async ({ page, moderator }) => {
  const words = someWords("Every morning he saluted the tea trolley.");
  const press = async (on: typeof page, key: string, until: () => Promise<boolean>, most = 120) => {
    for (let presses = 0; presses < most; presses++) {
      if (await until()) return;
      await on.keyboard.press(key);
    }
    throw new Error("The keyboard does not get there.");
  };
  const focused = (on: typeof page, pattern: RegExp) => async () =>
    pattern.test(
      await on.evaluate(() => {
        const element = document.activeElement as HTMLInputElement | null;
        const label = element?.labels?.[0]?.textContent ?? "";
        return `${element?.tagName} ${element?.getAttribute("aria-label") ?? ""} ${label} ${element?.textContent ?? ""}`;
      }),
    );

  await page.goto("/");
  await press(page, "Tab", focused(page, /^A .*(Share yours|Tell your story)/));
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/share$/);
  await press(page, "Tab", focused(page, /^TEXTAREA .*Your story/));
  await page.keyboard.type(words);
  await press(page, "Tab", focused(page, /^INPUT .*may appear on this site/));
  await page.keyboard.press("Space");
  await press(page, "Tab", focused(page, /^BUTTON .*Share your story/));
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/my\//);

  await moderator.goto("/moderation");
  await press(moderator, "Tab", focused(moderator, new RegExp(`^A .*${words.slice(-8)}`)));
  await moderator.keyboard.press("Enter");
  await expect(moderator.getByRole("article").getByText(words)).toBeVisible();
  await takeOverIfHeld(moderator);
  await press(moderator, "Tab", focused(moderator, /^INPUT .*needles|^INPUT .*death/));
  await moderator.keyboard.press("Space");
  await press(moderator, "Tab", focused(moderator, /^BUTTON .*Approve/));
  await moderator.keyboard.press("Enter");
  await expect(moderator).toHaveURL(decided);

  await page.goto("/");
  const story = page.getByRole("article").filter({ hasText: words });
  await expect(story.getByText(words)).toBeHidden();
  await press(page, "Tab", focused(page, /^SUMMARY .*Contains/));
  await page.keyboard.press("Enter");
  await expect(story.getByText(words)).toBeVisible();
});
