/** A day at the desk: with and without JavaScript, by keyboard alone, and as it is read aloud. */
import type { Page } from "@playwright/test";
import { check } from "./fixtures/axe.ts";
import { query } from "./fixtures/database.ts";
import { decideOn, idOf, openAtDesk, sendStory, someWords } from "./fixtures/steps.ts";
import { expect, newAddress, test } from "./fixtures/test.ts";

const someoneElse = { subject: "SOMEONE_ELSE", subjectConsent: "DETAILS_CHANGED" };

const waitingList = (page: Page) => page.getByRole("navigation", { name: "Waiting stories" });
const recognisable = (page: Page) =>
  page.getByRole("group", { name: "Could they or their family recognise this?" });
const alert = (page: Page) => page.getByRole("main").getByRole("alert");

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

test("a day's work by keyboard alone: next, answer, propose, ask, undo, search", async ({
  request,
  moderator,
}) => {
  const words = someWords("Her cardigan smelled of oranges.");
  await sendStory(request, words, someoneElse);
  await openAtDesk(moderator, words);
  const { keyboard } = moderator;
  // The first answer has the focus: the arrows choose among the three.
  await moderator.getByRole("radio", { name: "No", exact: true }).focus();
  await keyboard.press("Space");
  await expect(moderator.getByRole("radio", { name: "No", exact: true })).toBeChecked();
  await keyboard.press("p");
  await expect(moderator.getByLabel("The story as it could be")).toBeFocused();
  await keyboard.press("Control+A");
  await keyboard.type("Her coat smelled of oranges, and the whole corridor knew.");
  await moderator.getByLabel("Reason", { exact: true }).focus();
  await keyboard.type("Someone could");
  await expect(moderator.getByText("The storyteller will read")).toBeVisible();
  await keyboard.press("Tab");
  await expect(moderator.getByLabel("Message to the storyteller")).toBeFocused();
  await keyboard.type("Would these words be yours as well?");
  // Out of the field, where a letter is a key again.
  await moderator.getByRole("button", { name: "Ask for changes" }).focus();
  await keyboard.press("c");
  await expect(
    moderator.getByRole("status").filter({ hasText: "Asked for changes" }),
  ).toBeVisible();
  await keyboard.press("u");
  await expect(moderator.getByRole("status").filter({ hasText: "Undone" })).toBeVisible();
  await expect(moderator.getByRole("article").getByText(words)).toBeVisible();
  await keyboard.press("/");
  await expect(moderator).toHaveURL(/\/moderation\/search/);
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
  test.setTimeout(90_000);
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
