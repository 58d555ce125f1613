import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { aWord } from "#lib/testing/words.ts";
import { check } from "./fixtures/axe.ts";
import { query } from "./fixtures/database.ts";
import { shareStory, someWords } from "./fixtures/steps.ts";
import { expect, newAddress, test } from "./fixtures/test.ts";

/** A story that stands in the feed; how it got there is told elsewhere. */
async function tellPublished(page: Page): Promise<{ id: string; words: string }> {
  const words = someWords("The ward cat chose his bed.");
  await shareStory(page, words);
  const [story] = await query<{ id: string }>(
    `UPDATE "Story" SET status = 'PUBLISHED', "publishedAt" = now(), "waitingSince" = NULL,
       "publishedRevisionId" = "latestRevisionId"
     WHERE id = (SELECT "storyId" FROM "Revision" WHERE text = $1) RETURNING id`,
    [words],
  );
  // The server hears of it from PostgreSQL, a moment later.
  await expect.poll(async () => (await page.request.get("/")).text()).toContain(words);
  return { id: story?.id ?? "", words };
}

const storyOf = (page: Page, words: string) => page.getByRole("article").filter({ hasText: words });
const reason = (page: Page, name: string) => page.getByRole("radio", { name, exact: true });
const sendButton = (page: Page) => page.getByRole("button", { name: "Send your report" });
const arrived = (page: Page) => page.getByRole("status").filter({ hasText: "has arrived" });

/** One reader after the other, each from an address of its own. */
async function reportAs(page: Page, id: string, why: string) {
  await page.setExtraHTTPHeaders({ "x-forwarded-for": newAddress() });
  await page.goto(`/stories/${id}/report`);
  await reason(page, why).check();
  await sendButton(page).click();
  await expect(arrived(page)).toBeVisible();
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled });

    test("a reader reports a story, sees that it arrived, and a moderator reads it", async ({
      page,
      request,
      moderator,
      address,
    }) => {
      const { id, words } = await tellPublished(page);
      const note = `He was my brother. ${aWord()}`;
      await page.goto("/");
      await storyOf(page, words).getByRole("link", { name: "Report", exact: true }).click();
      await expect(page.getByRole("heading", { name: "Report a story" })).toBeVisible();
      await expect(page.locator('meta[name="robots"]')).toHaveAttribute("content", /noindex/);
      await expect(page.getByRole("main")).not.toContainText(words);

      const field = page.getByLabel("What should the moderators know?");
      await field.fill(note);
      await sendButton(page).click();
      const alert = page.getByRole("main").getByRole("alert");
      await expect(alert).toBeFocused();
      await expect(alert.getByRole("link", { name: "Please choose what is wrong." })).toBeVisible();
      await expect(field).toHaveValue(note);
      await reason(page, "It is advertising or spam").check();
      await sendButton(page).click();
      await expect(arrived(page)).toBeFocused();
      await expect(page.getByRole("main").getByRole("link", { name: /helpline/ })).toHaveCount(0);

      // On second thoughts: it is still one report.
      await page.goto(`/stories/${id}`);
      await storyOf(page, words).getByRole("link", { name: "Report", exact: true }).click();
      await reason(page, "It could harm someone").check();
      await field.fill(`${note} <b>Twice.</b>`);
      await sendButton(page).click();
      await expect(arrived(page)).toBeVisible();
      await expect(page.getByText("A moderator reads the story again")).toBeVisible();
      const helplines = page.getByRole("complementary", { name: "Helplines" });
      await expect(helplines.getByRole("link").first()).toBeVisible();
      expect(page.url()).not.toContain("HARMFUL");

      await moderator.goto("/moderation/reports");
      const entry = moderator.getByRole("article").filter({ hasText: note });
      await expect(entry).toContainText("1 report, less than a minute ago");
      await expect(entry).toContainText("It could harm someone");
      await expect(entry).toContainText("<b>Twice.</b>");
      await expect(entry).not.toContainText(words);
      await entry.getByRole("link").click();
      await expect(moderator).toHaveURL(`/moderation/stories/${id}`);

      for (const path of ["/", `/stories/${id}`, `/stories/${id}/report`]) {
        expect(await (await request.get(path)).text(), path).not.toContain(note);
      }
      const log = () => readFile(".test/server.log", "utf8");
      await expect.poll(log).toContain('"/stories/[id]/report"');
      expect(await log()).not.toContain(note);
      expect(await log()).not.toContain(address);
    });

    test("three readers put a story behind a gate, everywhere and at once", async ({
      page,
      request,
      moderator,
    }) => {
      const { id, words } = await tellPublished(page);
      const html = async (path: string) => (await request.get(path)).text();
      for (const path of ["/", `/stories/${id}`]) expect(await html(path)).toContain(words);
      await reportAs(page, id, "It could harm someone");
      await reportAs(page, id, "It is hateful or demeaning");
      await page.goto("/");
      await expect(storyOf(page, words).getByText(words)).toBeVisible();
      await reportAs(page, id, "It could harm someone");

      for (const path of ["/", `/stories/${id}`]) {
        await page.goto(path);
        const story = storyOf(page, words);
        const label = "Readers have reported this story. Moderators are seeing to it.";
        await expect(story.getByText(label)).toBeVisible();
        await expect(story.getByText(words)).toBeHidden();
        await story.getByText("Show story").click();
        await expect(story.getByText(words)).toBeVisible();
      }
      const told = await html(`/stories/${id}`);
      const head = told.slice(0, told.indexOf("</head>"));
      expect(head).toContain("Readers have reported this story.");
      expect(head).not.toContain(words);
      expect(head).not.toContain("ward cat");

      await moderator.goto("/moderation/reports");
      const entries = moderator.getByRole("main").getByRole("article");
      const entry = entries.filter({ has: moderator.locator(`a[href$="/${id}"]`) });
      await expect(entry).toContainText("Behind a gate");
      await expect(entry).toContainText("3 reports");
      await expect(entry).toContainText("It could harm someone · 2 times");
      await expect(entries.first()).toContainText("Behind a gate");

      // Taken down while someone else writes a report: then it is not there.
      await page.setExtraHTTPHeaders({ "x-forwarded-for": newAddress() });
      await page.goto(`/stories/${id}/report`);
      await reason(page, "Something else").check();
      await query(`UPDATE "Story" SET status = 'TAKEN_DOWN' WHERE id = $1`, [id]);
      await sendButton(page).click();
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("There is nothing here");
      await expect(arrived(page)).toHaveCount(0);
    });
  });
}

test("there is no form for what is not published, as for what never was", async ({
  page,
  request,
}) => {
  const words = someWords();
  await shareStory(page, words);
  const [waiting] = await query<{ id: string }>(
    'SELECT "storyId" AS id FROM "Revision" WHERE text = $1',
    [words],
  );
  const unknown = await request.get("/stories/zzzzzzzzzzzz");
  for (const path of [
    ...["zzzzzzzzzzzz", waiting?.id, "short", "%00"].map((id) => `/stories/${id}/report`),
    `/stories/${waiting?.id}/report?arrived=yes`,
    "/stories/zzzzzzzzzzzz/report/more",
    "/stories/zzzzzzzzzzzz/edit",
  ]) {
    const answer = await request.get(path);
    expect(answer.status(), path).toBe(404);
    expect((await answer.body()).equals(await unknown.body()), path).toBe(true);
  }
  const signedOut = await request.get("/moderation/reports", { maxRedirects: 0 });
  expect(signedOut.headers().location).toBe("/sign-in?next=/moderation/reports");
});

test("axe finds nothing where a story is reported, and where reports are read", async ({
  page,
  moderator,
}) => {
  const { id, words } = await tellPublished(page);
  await reportAs(page, id, "Someone in it could be recognised");
  await reportAs(page, id, "It needs a content warning");
  await page.setExtraHTTPHeaders({ "x-forwarded-for": newAddress() });
  await page.goto(`/stories/${id}/report`);
  await check(page, "report");
  await sendButton(page).click();
  await expect(page.getByRole("main").getByRole("alert")).toBeFocused();
  await check(page, "report with an error");
  await reason(page, "It could harm someone").check();
  await page.getByLabel("What should the moderators know?").fill("It is about me.");
  await sendButton(page).click();
  await expect(arrived(page)).toBeVisible();
  await check(page, "a report that arrived");
  await page.goto(`/stories/${id}`);
  await expect(storyOf(page, words).getByText("Readers have reported this story.")).toBeVisible();
  await check(page, "a story that readers reported");
  await moderator.goto("/moderation/reports");
  await expect(moderator.getByText("It is about me.").first()).toBeVisible();
  await check(moderator, "reports");
});
