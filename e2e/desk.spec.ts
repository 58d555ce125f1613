/** A day at the desk: with and without JavaScript, by keyboard alone, and as it is read aloud. */
import type { Locator, Page } from "@playwright/test";
import { createAccount, retire, signInAs } from "./fixtures/accounts.ts";
import { check } from "./fixtures/axe.ts";
import { query } from "./fixtures/database.ts";
import { decideOn, idOf, openAtDesk, sendStory, someWords } from "./fixtures/steps.ts";
import { expect, newAddress, test } from "./fixtures/test.ts";

const someoneElse = { subject: "SOMEONE_ELSE", subjectConsent: "DETAILS_CHANGED" };

const waitingList = (page: Page) => page.getByRole("navigation", { name: "Waiting stories" });
const recognisable = (page: Page) =>
  page.getByRole("group", { name: "Could they or their family recognise this?" });
const alert = (page: Page) => page.getByRole("main").getByRole("alert");

/** Goes on with the Tab key until it has the focus. */
async function tabTo(target: Locator) {
  const { keyboard } = target.page();
  for (let presses = 0; presses < 100; presses++) {
    await keyboard.press("Tab");
    if (await target.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error(`The Tab key does not get to ${target}.`);
}

/** So many readers report a published story, which is then opened at the desk. */
async function report(page: Page, id: string, readers: number) {
  await query(
    `WITH told AS (
       INSERT INTO "Report" ("id", "storyId", "reason")
       SELECT gen_random_uuid()::text, $1, 'MISSING_WARNING' FROM generate_series(1, $2))
     UPDATE "Story" SET "reportedSince" = now() WHERE "id" = $1`,
    [id, readers],
  );
  await page.goto(`/moderation/stories/${id}`);
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled });

    test("a story about someone else is approved once it is said that nobody could know them", async ({
      request,
      moderator,
    }) => {
      const words = someWords("My neighbour kept the porch light on.");
      await sendStory(request, words, someoneElse);
      const id = await openAtDesk(moderator, words);
      await moderator.getByLabel("Message to the storyteller").fill("We kept it as it is.");
      await moderator.getByRole("button", { name: "Approve", exact: true }).click();
      await expect(alert(moderator)).toContainText("please answer this before you approve it");
      await recognisable(moderator).getByRole("radio", { name: "Yes" }).check();
      await moderator.getByRole("button", { name: "Approve", exact: true }).click();
      await expect(alert(moderator)).toContainText("it can’t appear as it is");
      await expect(moderator.getByLabel("Message to the storyteller")).toHaveValue(
        "We kept it as it is.",
      );
      await recognisable(moderator)
        .getByRole("radio", { name: /^Not with/ })
        .check();
      await decideOn(moderator, "Approve");
      await moderator.goto(`/moderation/stories/${id}`);
      await expect(
        moderator.getByRole("complementary", { name: "About this story" }),
      ).toContainText("Not with the details changed");
    });

    test("what readers report is answered: warned of, or dismissed, and put back by Undo", async ({
      request,
      moderator,
    }) => {
      const words = someWords("The bell rang and nobody came.");
      await sendStory(request, words);
      const id = await openAtDesk(moderator, words);
      await decideOn(moderator, "Approve");
      await report(moderator, id, 2);
      const reports = moderator.getByRole("region", { name: "Reports (2)" });
      await expect(reports).toBeVisible();
      await moderator.getByRole("checkbox", { name: "death", exact: true }).check();
      await decideOn(moderator, "Set warnings");
      await moderator.goto(`/moderation/stories/${id}`);
      await expect(moderator.getByRole("article")).toContainText("Contains: death, mentioned");
      await expect(moderator.getByRole("button", { name: "Dismiss reports" })).toHaveCount(0);

      await report(moderator, id, 1);
      await decideOn(moderator, "Dismiss reports");
      await moderator.getByRole("button", { name: "Undo" }).click();
      await expect(moderator.getByRole("status").filter({ hasText: "Undone" })).toBeVisible();
      await expect(moderator.getByRole("button", { name: "Dismiss reports" })).toBeVisible();
    });

    test("a part of the queue is read by itself, and the next of it opens", async ({
      request,
      moderator,
    }) => {
      const words = [0, 1].map(() => someWords("The night porter whistled."));
      for (const each of words) await sendStory(request, each, { warnings: "needles" });
      const ids = await Promise.all(words.map(idOf));
      await moderator.goto("/moderation?state=new&warning=needles");
      await expect(moderator).toHaveURL(
        /\/moderation\/stories\/\w{12}\?state=new&warning=needles$/,
      );
      await expect(waitingList(moderator).getByRole("heading")).toContainText("of");
      await expect(waitingList(moderator).getByRole("link", { name: /^New/ })).toHaveAttribute(
        "aria-current",
        "true",
      );
      for (const id of ids) {
        await expect(waitingList(moderator).locator(`[href*="${id}"]`)).toHaveCount(1);
      }
      await decideOn(moderator, "Reject", "Advertising or spam");
      await expect(moderator).toHaveURL(/\?state=new&warning=needles&decided=/);
    });
  });
}

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("a story is taken over in one step, and whoever had it is told by name and loses nothing", async ({
    request,
    moderator,
    moderatorAccount,
    browser,
  }) => {
    const other = await createAccount("MODERATOR");
    const context = await browser.newContext({
      javaScriptEnabled: false,
      extraHTTPHeaders: { "x-forwarded-for": newAddress() },
    });
    await signInAs(context, other);
    const second = await context.newPage();
    const words = someWords("The night nurse counted the spoons.");
    await sendStory(request, words);
    const id = await openAtDesk(moderator, words);
    await moderator.getByLabel("Message to the storyteller").fill("We like the spoons.");

    const held = (page: Page) =>
      page.getByRole("status").filter({ hasText: "has this story open" });
    const approve = (page: Page) => page.getByRole("button", { name: "Approve", exact: true });
    await second.goto(`/moderation/stories/${id}`);
    await expect(held(second)).toContainText(moderatorAccount.email);
    await expect(second.getByRole("article").getByText(words)).toBeVisible();
    await expect(approve(second)).toHaveCount(0);
    await held(second).getByRole("button", { name: "Take over" }).click();
    await expect(approve(second)).toBeVisible();
    await expect(held(second)).toHaveCount(0);

    await approve(moderator).click();
    await expect(alert(moderator)).toContainText(`${other.email} has this story open`);
    await expect(moderator.getByLabel("Message to the storyteller")).toHaveValue(
      "We like the spoons.",
    );
    await expect(held(moderator)).toContainText(other.email);
    await held(moderator).getByRole("link", { name: "Next story" }).click();
    await expect(moderator).not.toHaveURL(new RegExp(id));
    await decideOn(second, "Approve");
    await context.close();
    await retire(other);
  });
});

test("a day's work by keyboard alone: next, answer, propose, ask, undo, search", async ({
  request,
  moderator,
}) => {
  const words = someWords("Her cardigan smelled of oranges.");
  await sendStory(request, words, someoneElse);
  const id = await openAtDesk(moderator, words);
  const { keyboard } = moderator;
  await keyboard.press("Tab");
  await expect(moderator.getByRole("link", { name: /^Skip/ })).toBeFocused();
  await keyboard.press("Enter");
  // The first answer has the focus; the arrows choose among the three.
  await tabTo(recognisable(moderator).getByRole("radio", { name: "No", exact: true }));
  await keyboard.press("ArrowDown");
  await expect(recognisable(moderator).getByRole("radio", { name: /^Not with/ })).toBeChecked();
  await keyboard.press("p");
  await expect(moderator.getByLabel("The story as it could be")).toBeFocused();
  await keyboard.press("Control+A");
  await keyboard.type("Her coat smelled of oranges, and the whole corridor knew.");
  await tabTo(moderator.getByLabel("Reason", { exact: true }));
  await keyboard.type("Someone could");
  await expect(moderator.getByText("The storyteller will read")).toBeVisible();
  await keyboard.press("Tab");
  await expect(moderator.getByLabel("Message to the storyteller")).toBeFocused();
  await keyboard.type("Would these words be yours as well?");
  await tabTo(moderator.getByRole("button", { name: "Ask for changes" }));
  await keyboard.press("Enter");
  const note = moderator.getByRole("status").filter({ hasText: "Asked for changes" });
  await expect(note).toContainText(words);
  await keyboard.press("u");
  await expect(moderator.getByRole("status").filter({ hasText: "Undone" })).toBeVisible();
  await expect(moderator.getByRole("article").getByText(words)).toBeVisible();
  // And without the single keys: out of the note, forwards, to the button.
  await tabTo(recognisable(moderator).getByRole("radio", { name: "No", exact: true }));
  await keyboard.press("Space");
  await tabTo(moderator.getByRole("button", { name: "Approve", exact: true }));
  await keyboard.press("Space");
  await expect(moderator.getByRole("status").filter({ hasText: "Approved" })).toContainText(words);
  await tabTo(moderator.getByRole("button", { name: "Undo" }));
  await keyboard.press("Enter");
  await expect(moderator.getByRole("status").filter({ hasText: "Undone" })).toBeVisible();
  await keyboard.press("/");
  await expect(moderator).toHaveURL(/\/moderation\/search/);
  await keyboard.press("/");
  await keyboard.type(words);
  await keyboard.press("Enter");
  await tabTo(moderator.getByRole("main").getByRole("link").filter({ hasText: words }));
  await keyboard.press("Enter");
  await expect(moderator).toHaveURL(new RegExp(`/moderation/stories/${id}`));
});

test("read aloud, the story comes first, then what is known of it, what to decide, and the queue", async ({
  request,
  moderator,
}) => {
  const words = someWords("He hummed the whole way home.");
  await sendStory(request, words, { ...someoneElse, bylineRole: "paramedic" });
  await openAtDesk(moderator, words);
  await expect(moderator.locator("#content")).toMatchAriaSnapshot(`
    - main:
      - heading "A waiting story" [level=1]
      - article "Story by Anonymous":
        - paragraph: /About someone else, details changed/
        - paragraph: ${words}
        - text: Anonymous, paramedic
      - complementary "About this story":
        - term: Sent
        - term: Warnings from the storyteller
        - term: Length
      - form "Decision":
        - group "Could they or their family recognise this?":
          - radio "No"
          - radio "Not with the details changed"
          - radio "Yes"
        - group "Content warnings"
        - group "If it can’t appear as it is":
          - combobox "Reason"
          - textbox "Message to the storyteller"
        - button "Approve"
        - button "Ask for changes"
        - button "Reject"
    - navigation "Waiting stories":
      - heading /\\d+ waiting/ [level=2]
  `);
});

test("what arrives stands in an open queue without reloading, and what is decided leaves it", async ({
  request,
  moderator,
  browser,
}) => {
  const first = someWords("The kettle knew our names.");
  await sendStory(request, first);
  await openAtDesk(moderator, first);
  const list = waitingList(moderator);
  const counted = async () => Number(await list.getByRole("heading").locator("span").innerText());
  const before = await counted();
  const context = await browser.newContext({
    extraHTTPHeaders: { "x-forwarded-for": newAddress() },
  });
  await sendStory(context.request, someWords("The kettle was new."));
  await expect.poll(counted).toBeGreaterThan(before);
  await context.close();
});

test("axe finds nothing at the desk, unfolded", async ({ request, moderator }) => {
  const words = someWords("She kept the bus tickets.");
  await sendStory(request, words, someoneElse);
  await openAtDesk(moderator, words);
  await moderator.getByText("How to tell").click();
  await moderator.getByRole("form", { name: "Decision" }).getByText("Propose other words").click();
  await moderator.getByText("Narrow", { exact: true }).click();
  await check(moderator, "desk, unfolded");
  await moderator.goto("/moderation?state=appeal&warning=abortion&age=week");
  await expect(
    moderator.getByRole("heading", { name: "Nothing like this is waiting" }),
  ).toBeVisible();
  await check(moderator, "nothing like this is waiting");
});
