import type { Page } from "@playwright/test";
import { aWord } from "#lib/testing/words.ts";
import { check } from "./fixtures/axe.ts";
import { query } from "./fixtures/database.ts";
import { publishStory, someWords } from "./fixtures/steps.ts";
import { expect, test } from "./fixtures/test.ts";

const saidOn = (admin: Page) => admin.getByRole("main").getByRole("status");
const entry = (admin: Page, name: string) =>
  admin.getByRole("listitem").filter({ has: admin.getByRole("heading", { name, exact: true }) });

/** In a country that no other test looks at. */
async function fillIn(admin: Page, name: string, country: string): Promise<void> {
  await admin.getByLabel("Country").selectOption({ label: country });
  await admin.getByLabel("Name", { exact: true }).fill(name);
  await admin.getByLabel("Web page").fill("https://example.org");
  await admin.getByLabel("Source", { exact: true }).fill("https://example.org/numbers");
}

/** One that is as if nobody had looked at it for so long. */
async function addOld(name: string, country: string, days: number): Promise<void> {
  await query(
    `INSERT INTO "Helpline" ("id", "country", "name", "phone", "url", "sourceUrl", "checkedOn", "position")
     VALUES ($1, $2, $1, '116 123', 'https://example.org', 'https://example.org/numbers',
       (now() AT TIME ZONE 'UTC')::date - $3::int, 1)`,
    [name, country, days],
  );
}

test.describe("for readers in Warsaw", () => {
  test.use({ timezoneId: "Europe/Warsaw", locale: "en-GB" });

  test("an admin adds a helpline and changes its number without JavaScript, and a story of which it is names it", async ({
    page,
    request,
    admin,
    browser,
  }) => {
    const id = await publishStory(request, someWords(), { warnings: "stillbirth" });
    const name = `Telefon ${aWord()}`;
    const context = await browser.newContext({
      javaScriptEnabled: false,
      storageState: await admin.context().storageState(),
    });
    const plain = await context.newPage();
    await plain.goto("/moderation/helplines");
    await plain.getByRole("link", { name: "Add a helpline" }).click();
    await fillIn(plain, name, "Poland");
    await plain.getByLabel("Number to call").fill("call us");
    await plain.getByLabel("Number to text").fill("85258");
    await plain.getByLabel("Word to text").fill("HEJ");
    await plain.getByRole("checkbox", { name: "stillbirth" }).check();
    await plain.getByRole("button", { name: "Add the helpline" }).click();
    await expect(plain.getByRole("main").getByRole("alert")).toContainText("in digits");
    await expect(plain.getByLabel("Number to call")).toHaveValue("call us");
    await expect(plain.getByRole("checkbox", { name: "stillbirth" })).toBeChecked();
    await plain.getByLabel("Number to call").fill("116 111");
    await plain.getByRole("button", { name: "Add the helpline" }).click();
    await expect(saidOn(plain)).toContainText(`“${name}” (Poland) is added.`);

    const note = page.getByRole("complementary", { name: "Helplines" });
    await page.goto(`/stories/${id}`);
    await expect(note.getByRole("link", { name: "Call 116 111" })).toHaveAttribute(
      "href",
      "tel:116111",
    );
    await expect(note.getByRole("link", { name: "Text HEJ to 85258" })).toHaveAttribute(
      "href",
      "sms:85258?body=HEJ",
    );

    await entry(plain, name).getByRole("link", { name: "Change" }).click();
    await plain.getByLabel("Number to call").fill("800 70 2222");
    await plain.getByRole("button", { name: "Save" }).click();
    await expect(saidOn(plain)).toContainText(`“${name}” (Poland) is changed`);
    await page.reload();
    await expect(note.getByRole("link", { name: "Call 800 70 2222" })).toBeVisible();
    // The whole list is a page from the cache, and it has it too.
    await page.goto("/helplines");
    const listed = page.locator("#PL").getByRole("listitem").filter({ hasText: name });
    await expect(listed).toContainText("About stillbirth");
    // The reader's own country is the first of them.
    await expect(page.locator(".helplines-of").first()).toHaveAttribute("id", "PL");
    await expect(listed.getByRole("link", { name: /example\.org/ })).toHaveAttribute(
      "href",
      "https://example.org/numbers",
    );

    await entry(plain, name).getByRole("link", { name: "Change" }).click();
    await plain.getByText("Remove this helpline").click();
    await plain.getByRole("button", { name: "Remove for good" }).click();
    await expect(saidOn(plain)).toContainText("The helpline is removed.");
    await context.close();
    await page.goto(`/stories/${id}`);
    await expect(note.getByRole("link", { name: "Find a Helpline" })).toBeVisible();
  });
});

test("one that nobody has checked for over a year is asked about, until an admin says that it is", async ({
  admin,
  moderator,
}) => {
  // axe looks at every element of the list.
  const name = `old${aWord()}`;
  await addOld(name, "CZ", 366);
  await moderator.goto("/moderation/search");
  await expect(moderator.getByRole("link", { name: "Helplines" })).toHaveCount(0);
  await admin.goto("/moderation");
  await expect(admin.getByText(/last checked over a year ago: look at/)).toBeVisible();
  await admin.getByRole("link", { name: /^Helplines \d+ to look at$/ }).click();
  const asked = admin.getByRole("link", { name: `${name}, Czechia`, exact: true });
  await expect(asked).toBeVisible();
  await check(admin, "helplines, one of them old");
  await entry(admin, name).getByRole("button", { name: "Checked today" }).click();
  await expect(saidOn(admin)).toContainText(`“${name}” (Czechia) is checked.`);
  await expect(asked).toHaveCount(0);
  await expect(entry(admin, name)).not.toContainText("Over a year ago");
});

test("of two admins at once the second is shown what the first wrote, and loses nothing", async ({
  admin,
}) => {
  const name = `two${aWord()}`;
  await addOld(name, "SK", 1);
  const other = await admin.context().newPage();
  for (const each of [admin, other]) await each.goto(`/moderation/helplines/${name}`);
  await other.getByLabel("Number to call").fill("800 111 222");
  await other.getByRole("button", { name: "Save" }).click();
  await expect(saidOn(other)).toContainText("is changed");

  await admin.getByLabel("Hours").fill("Day and night");
  await admin.getByRole("button", { name: "Save" }).click();
  await expect(admin.getByRole("main").getByRole("alert")).toContainText(
    "Someone changed this helpline since you opened it.",
  );
  const theirs = admin.getByRole("complementary", { name: /As it stands now/ });
  await expect(theirs).toContainText("Call 800 111 222");
  await expect(admin.getByLabel("Hours")).toHaveValue("Day and night");
  await admin.getByLabel("Number to call").fill("800 111 222");
  await admin.getByRole("button", { name: "Save" }).click();
  await expect(entry(admin, name)).toContainText("Day and night");
  await expect(entry(admin, name)).toContainText("800 111 222");
});
