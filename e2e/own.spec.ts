import { randomBytes } from "node:crypto";
import { readFile, readdir } from "node:fs/promises";
import path from "node:path";
import type { Page } from "@playwright/test";
import { aWord } from "#lib/testing/words.ts";
import { photoJpeg } from "../lib/testing/pictures.ts";
import { check } from "./fixtures/axe.ts";
import { query } from "./fixtures/database.ts";
import { mailsTo } from "./fixtures/mail.ts";
import { decideOn, openAtDesk, shareStory, someWords } from "./fixtures/steps.ts";
import { expect, newAddress, test } from "./fixtures/test.ts";

async function shareNamed(page: Page, words: string): Promise<string> {
  await page.goto("/share");
  await page.getByLabel("Your story", { exact: true }).fill(words);
  await page.getByLabel("Your name").fill("Ottoline");
  await page.getByRole("checkbox", { name: /may appear on this site/ }).check();
  await page.getByRole("button", { name: "Share your story" }).click();
  await expect(page).toHaveURL(/\/my\/[\w-]{32}$/);
  return page.url();
}

const said = (page: Page) => page.getByRole("main").getByRole("status");
const use = (page: Page, name: string) => page.getByRole("group", { name });

/** Sends other words in place of a story's, and passes what is pointed out in them. */
async function change(page: Page, words: string): Promise<void> {
  await page.getByRole("link", { name: "Change it" }).click();
  const field = page.getByLabel("Your story", { exact: true });
  // Filled just while the page wakes, the words would stand beside the ones that were there.
  await expect(async () => {
    await field.fill(words);
    await expect(field).toHaveValue(words, { timeout: 500 });
  }).toPass();
  await page.getByRole("button", { name: "Send the change" }).click();
  await expect(page).toHaveURL(/\/my\/[\w-]+\?done=changed$/);
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled });

    test("become anonymous at once, for readers too", async ({ page, moderator }) => {
      const words = someWords("He asked for the window, and for nothing else.");
      const link = await shareNamed(page, words);
      const id = await openAtDesk(moderator, words);
      await decideOn(moderator, "Approve");
      await page.goto(`/stories/${id}`);
      await expect(page.getByText("Ottoline", { exact: true })).toBeVisible();

      await page.goto(link);
      await page.getByRole("button", { name: "Become anonymous" }).click();
      await expect(said(page)).toContainText("told anonymously from now on");
      await expect(page.getByRole("button", { name: "Become anonymous" })).toHaveCount(0);
      await expect(page.getByRole("main")).not.toContainText("Ottoline");
      await page.goto(`/stories/${id}`);
      await expect(page.getByRole("heading", { name: "Story by Anonymous" })).toBeAttached();
      await expect(page.getByText("Ottoline")).toHaveCount(0);
    });

    test("each use is allowed and revoked by itself", async ({ page }) => {
      const link = await shareNamed(page, someWords());
      await use(page, "In print").getByRole("radio", { name: "Anonymously" }).check();
      await use(page, "On social media").getByRole("radio", { name: "With my byline" }).check();
      await page.getByRole("button", { name: "Save these choices" }).click();
      await expect(said(page)).toContainText("Your choices are saved");
      await expect(
        use(page, "In round-ups").getByRole("radio", { name: "No", exact: true }),
      ).toBeChecked();
      await expect(use(page, "In print").getByRole("radio", { name: "Anonymously" })).toBeChecked();

      await page.goto(link);
      await use(page, "On social media").getByRole("radio", { name: "No", exact: true }).check();
      await page.getByRole("button", { name: "Save these choices" }).click();
      await expect(said(page)).toContainText("Your choices are saved");
      await page.reload();
      await expect(
        use(page, "On social media").getByRole("radio", { name: "No", exact: true }),
      ).toBeChecked();
      await expect(use(page, "In print").getByRole("radio", { name: "Anonymously" })).toBeChecked();

      // Without a name, none can be with it.
      await page.getByRole("button", { name: "Become anonymous" }).click();
      await expect(said(page)).toContainText("told anonymously");
      await expect(page.getByRole("radio", { name: "With my byline" })).toHaveCount(0);
      await expect(use(page, "In print").getByRole("radio", { name: "Anonymously" })).toBeChecked();
    });

    test("an address is added, mistyped, and erased", async ({ page }) => {
      await shareStory(page, someWords());
      const field = page.getByLabel("Your e-mail address, if you like");
      const save = page.getByRole("button", { name: "Save the address" });
      const editors = page.getByRole("checkbox", { name: /Editors may write/ });
      await expect(editors).toBeHidden();
      await field.fill("ottoline@example");
      await save.click();
      await expect(page.getByRole("main").getByRole("alert")).toContainText("not saved yet");
      await expect(field).toHaveValue("ottoline@example");
      await expect(field).toHaveAttribute("aria-invalid", "true");

      const email = `${randomBytes(4).toString("hex")}@example.org`;
      await field.fill(email.toUpperCase());
      await editors.check();
      await save.click();
      await expect(said(page)).toContainText(`goes to ${email}`);
      await expect(field).toHaveValue(email);
      await expect(editors).toBeChecked();

      await page.getByRole("button", { name: "Erase the address" }).click();
      await expect(said(page)).toContainText("Your address is erased");
      await expect(field).toHaveValue("");
      expect(await query('SELECT FROM "Contact" WHERE email = $1', [email])).toEqual([]);
    });

    test("an appeal goes to another moderator, once", async ({ page, moderator, admin }) => {
      const words = someWords("Nobody had told her that the ward was full.");
      const link = await shareStory(page, words);
      const id = await openAtDesk(moderator, words);
      await moderator.getByLabel("Message to the storyteller").fill("It may be about a patient.");
      await decideOn(moderator, "Reject", "Someone could be recognised");

      await page.goto(link);
      await expect(page.getByText("It may be about a patient.")).toBeVisible();
      await page.getByRole("link", { name: "Appeal" }).click();
      await expect(page.getByText("It may be about a patient.")).toBeVisible();
      await page.getByRole("button", { name: "Send your appeal" }).click();
      await expect(page.getByRole("main").getByRole("alert")).toContainText("not sent yet");
      await page
        .getByLabel("Why should it be looked at again?")
        .fill("She is my mother.\nI asked.");
      await page.getByRole("button", { name: "Send your appeal" }).click();
      const waits = page.getByRole("heading", { name: "Your appeal is waiting to be read" });
      await expect(waits).toBeVisible();
      await expect(said(page)).toContainText("Your appeal is sent");
      await expect(page.getByText("She is my mother.")).toBeVisible();
      await expect(page.getByRole("link", { name: "Appeal", exact: true })).toHaveCount(0);
      await page.goto(`${link}/appeal`);
      await expect(page.getByRole("heading", { name: "Nothing to appeal" })).toBeVisible();
      await expect(page.getByRole("button", { name: "Send your appeal" })).toHaveCount(0);

      await admin.goto(`/moderation/stories/${id}`);
      await decideOn(admin, "Approve");
      await page.goto(link);
      await expect(page.getByRole("heading", { name: "Your story is published" })).toBeVisible();
      await expect(page.getByText("A moderator read it again and published it")).toBeVisible();
    });

    test("a change of a published story waits beside what stands, with the difference", async ({
      page,
      moderator,
    }) => {
      const words = someWords("The lift stopped and she began to hum.");
      const link = await shareStory(page, words);
      const id = await openAtDesk(moderator, words);
      await decideOn(moderator, "Approve");
      await page.goto(link);
      await change(page, words.replace("to hum", "to sing"));
      await expect(page.getByText("readers see the version that stands")).toBeVisible();
      const story = page.getByRole("region", { name: "As readers see it" });
      await expect(story.getByRole("article")).toContainText(words);
      await expect(story.locator("del")).toContainText("hum");
      await expect(story.locator("ins")).toContainText("sing");
      await page.getByText("What you changed").click();
      await expect(page.getByRole("listitem").locator("ins")).toBeVisible();
      await page.goto(`/stories/${id}`);
      await expect(page.getByText(words)).toBeVisible();
    });

    test("withdrawn, the page says so and nothing is left", async ({ page, moderator }) => {
      const words = someWords("We named the plant after him.");
      const link = await shareNamed(page, words);
      const id = await openAtDesk(moderator, words);
      await decideOn(moderator, "Approve");
      await page.goto(link);
      await page.getByRole("link", { name: "Withdraw this story" }).click();
      await page.getByRole("button", { name: "Yes, withdraw it" }).click();
      await expect(page.getByRole("heading", { name: "You withdrew your story" })).toBeVisible();
      const main = page.getByRole("main");
      await expect(main).not.toContainText(words);
      await expect(main.getByRole("button")).toHaveCount(0);
      await expect(main.getByRole("link", { name: /Change|Appeal|Withdraw/ })).toHaveCount(0);
      expect((await page.goto(`/stories/${id}`))?.status()).toBe(404);
      // Again, from a page that was left open.
      await page.goto(`${link}/withdraw`);
      await expect(page).toHaveURL(link);
    });
  });
}

/** Every table of every schema that has something in one of its values. */
const tablesWith = (needle: string) =>
  query(
    `SELECT table_schema, table_name FROM information_schema.tables
     WHERE table_type = 'BASE TABLE' AND table_schema NOT IN ('pg_catalog', 'information_schema')
       AND strpos(lower(query_to_xml(format('SELECT * FROM %I.%I', table_schema, table_name),
                                     true, false, '')::text), lower($1)) > 0`,
    [needle],
  );

/** The files under a folder that have something in their bytes. */
async function filesWith(needle: string, folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const found: string[] = [];
  for (const entry of entries.filter((each) => each.isFile())) {
    const file = path.join(entry.parentPath, entry.name);
    const bytes = await readFile(file).catch(() => Buffer.of());
    if (bytes.includes(needle)) found.push(file);
  }
  return found;
}

test("withdrawn, a story is nowhere: database, files, caches, pages, mail", async ({
  page,
  moderator,
  request,
}) => {
  // One word for each thing that could stay behind, so that a failure says which.
  const of = (what: string) => `${what}${aWord()}`;
  const [word, name, alt, message] = [of("word"), of("name"), of("alt"), of("message")];
  const email = `${of("mail")}@example.org`;
  const words = `We named the plant after him. ${word}`;
  await page.goto("/share");
  await page.getByLabel("Your story", { exact: true }).fill(words);
  await page.getByLabel("Your name").fill(name);
  await page.getByLabel("Your e-mail address, if you like").fill(email);
  await page.getByText("A picture, if you like").click();
  const buffer = await photoJpeg();
  const picture = { name: "plant.jpg", mimeType: "image/jpeg", buffer };
  await page.getByLabel("Choose a picture").setInputFiles(picture);
  await page.getByLabel("What it shows").fill(`A cactus. ${alt}`);
  await page.getByRole("checkbox", { name: /may appear on this site/ }).check();
  await page.getByRole("button", { name: "Share your story" }).click();
  await expect(page).toHaveURL(/\/my\/[\w-]{32}$/);
  const own = page.url();
  const id = await openAtDesk(moderator, words);
  await moderator.getByLabel("Message to the storyteller").fill(`Thank you. ${message}`);
  await decideOn(moderator, "Approve");
  await expect.poll(async () => (await mailsTo(email)).length, { timeout: 25_000 }).toBe(2);
  const [{ pictureId } = { pictureId: "" }] = await query<{ pictureId: string }>(
    'SELECT "pictureId" FROM "Revision" WHERE text = $1',
    [words],
  );

  const pages = ["/", `/stories/${id}`];
  const needles = [word, name, alt, message, email];
  for (const at of pages) expect(await (await request.get(at)).text()).toContain(word);
  for (const needle of needles) expect(await tablesWith(needle), needle).not.toEqual([]);
  const pictures = path.join(process.env.DATA_DIR ?? "", "pictures");
  const files = async () =>
    (await readdir(pictures, { recursive: true })).filter((each) => each.includes(pictureId));
  expect(await files()).not.toEqual([]);

  await page.goto(`${own}/withdraw`);
  await page.getByRole("button", { name: "Yes, withdraw it" }).click();
  await expect(page.getByRole("heading", { name: "You withdrew your story" })).toBeVisible();
  const read = async () => {
    const html = await Promise.all(pages.map(async (at) => (await request.get(at)).text()));
    return needles.filter((needle) => html.join().includes(needle));
  };
  await expect.poll(read, { timeout: 5_000 }).toEqual([]);
  await expect.poll(files).toEqual([]);
  await expect.poll(async () => (await mailsTo(email)).length).toBe(3);
  for (const needle of needles) expect(await tablesWith(needle), needle).toEqual([]);
  // Mail that was sent has the address and what the moderator wrote, and nothing that was told.
  for (const needle of [word, name, alt]) {
    for (const folder of [process.env.DATA_DIR ?? "", ".next/server", ".next/cache"]) {
      expect(await filesWith(needle, folder), needle).toEqual([]);
    }
  }
});

test("a status that the address claims is said only where it is so", async ({ page }) => {
  const link = await shareNamed(page, someWords());
  for (const done of ["anonymous", "appealed", "changed", "nonsense", "<b>"]) {
    await page.goto(`${link}?done=${encodeURIComponent(done)}`);
    await expect(said(page), done).toHaveCount(0);
  }
});

test("a wrong link answers like a page that does not exist, and who goes on guessing is slowed", async ({
  page,
  playwright,
  baseURL,
}) => {
  const link = await shareStory(page, someWords());
  const guesser = await playwright.request.newContext({
    baseURL: baseURL ?? "",
    extraHTTPHeaders: { "x-forwarded-for": newAddress() },
  });
  // The nonce and the address that was asked for differ by themselves.
  const bare = async (path: string) => {
    const answer = await guesser.get(path);
    expect(answer.status()).toBe(404);
    return answer.headers()["content-length"] ?? String((await answer.text()).length);
  };
  const token = () => randomBytes(24).toString("base64url");
  const nowhere = await bare("/no-such-page");
  for (const page of ["", "/withdraw", "/appeal", "/change"]) {
    expect(await bare(`/my/${token()}${page}`), page).toBe(nowhere);
  }
  expect((await guesser.get(link)).status()).toBe(200);
  for (let count = 0; count < 60; count++) await bare(`/my/${token()}`);
  const began = performance.now();
  expect(await bare(`/my/${token()}`)).toBe(nowhere);
  expect(performance.now() - began).toBeGreaterThan(1_900);
  // Whoever has a link at the same address is not.
  expect((await guesser.get(link)).status()).toBe(200);
  await guesser.dispose();
});

test("axe finds nothing in any state of the private page", async ({ page, moderator }) => {
  const look = (what: string) => check(page, what);
  const words = someWords("The night porter knew all our birthdays.");
  const link = await shareNamed(page, words);
  await look("waiting");
  await page.getByRole("button", { name: "Save these choices" }).click();
  await expect(said(page)).toBeVisible();
  await look("saved");
  await page.getByLabel("Your e-mail address, if you like").fill("ottoline");
  await page.getByRole("button", { name: "Save the address" }).click();
  await expect(page.getByRole("main").getByRole("alert")).toBeVisible();
  await look("mistyped");

  const id = await openAtDesk(moderator, words);
  await decideOn(moderator, "Reject", "Someone could be recognised");
  await page.goto(link);
  await look("rejected");
  await page.goto(`${link}/appeal`);
  await look("appeal");
  await page.goto(link);
  await change(page, words.replace("porter", "nurse"));
  await page.getByText("What you changed").click();
  await look("changed");
  await moderator.goto(`/moderation/stories/${id}`);
  await decideOn(moderator, "Approve");
  await page.goto(link);
  await change(page, words);
  await look("published, with a change that waits");
});
