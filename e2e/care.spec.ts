import { randomBytes } from "node:crypto";
import type { Browser } from "@playwright/test";
import { aWord } from "#lib/testing/words.ts";
import { check } from "./fixtures/axe.ts";
import { query } from "./fixtures/database.ts";
import { decideOn, openAtDesk, sendStory, signIn, someWords } from "./fixtures/steps.ts";
import { expect, newAddress, test, watch } from "./fixtures/test.ts";

/** A moderator of this test's own, whose choices and time nobody else's test meets. */
async function newModerator(browser: Browser, complaints: string[], javaScriptEnabled: boolean) {
  const email = `care-${randomBytes(4).toString("hex")}@example.org`;
  await query(
    `INSERT INTO "User" ("id", "email", "role", "emailVerified") VALUES ($1, $1, 'MODERATOR', now())`,
    [email],
  );
  const context = await browser.newContext({
    javaScriptEnabled,
    extraHTTPHeaders: { "x-forwarded-for": newAddress() },
  });
  await watch(context, complaints);
  const page = await context.newPage();
  await signIn(page, email);
  return { page, id: email };
}

const avoidsOf = async (id: string) =>
  (await query<{ avoids: string[] }>('SELECT "avoids" FROM "User" WHERE "id" = $1', [id]))[0]
    ?.avoids;

for (const javaScriptEnabled of [true, false]) {
  test(`a moderator chooses kinds, and sees their own time only, ${javaScriptEnabled ? "with" : "without"} JavaScript`, async ({
    browser,
    complaints,
    admin,
  }) => {
    const { page, id } = await newModerator(browser, complaints, javaScriptEnabled);
    await query(
      `INSERT INTO "DeskDay" ("userId", "day", "seconds")
       VALUES ($1, (now() AT TIME ZONE 'UTC')::date, 4980), ($1, (now() AT TIME ZONE 'UTC')::date - 3, 31260)`,
      [id],
    );
    await page.goto("/moderation");
    await page.getByRole("link", { name: "Your desk" }).click();
    const box = (name: string) => page.getByRole("checkbox", { name, exact: true });
    await box("needles").check();
    await page
      .getByRole("group", { name: "Death", exact: true })
      .getByLabel("death", { exact: true })
      .check();
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await expect(page.getByText("Saved. It counts from the next story on.")).toBeVisible();
    await expect(box("needles")).toBeChecked();
    expect(await avoidsOf(id)).toEqual(["death", "needles"]);
    await box("needles").uncheck();
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await expect(box("needles")).not.toBeChecked();
    await expect.poll(() => avoidsOf(id)).toEqual(["death"]);

    const time = page.getByRole("region", { name: "Time at the desk" });
    await expect(time).toContainText("1 h 23 min today");
    await expect(time.getByRole("row", { name: /8 h 41 min/ })).toBeVisible();
    // Nowhere is it another's, whatever the address says.
    await admin.goto(`/moderation/care?user=${id}&userId=${id}`);
    await expect(admin.getByRole("heading", { name: "Your desk", level: 1 })).toBeVisible();
    await expect(admin.getByRole("main")).not.toContainText("8 h 41 min");
    await expect(box("death")).toBeChecked();
    await expect(admin.getByRole("checkbox", { name: "death", exact: true })).not.toBeChecked();

    if (javaScriptEnabled) {
      await check(page, "your desk");
    }
    await page.context().close();
  });
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled });

    test("a moderator is known to colleagues by the name they set", async ({
      request,
      moderator,
      moderatorAccount: { email },
      admin,
    }) => {
      const words = someWords();
      await sendStory(request, words);
      const id = await openAtDesk(moderator, words);
      await decideOn(moderator, "Reject", "Advertising or spam");
      await moderator.goto("/moderation/care");
      const own = moderator.getByRole("region", { name: "Your name" });
      const field = own.getByRole("textbox", { name: "Name" });
      const save = own.getByRole("button", { name: "Save name" });
      await expect(own).toContainText(`So far colleagues know you as ${email}.`);
      await field.fill("x".repeat(61));
      await save.click();
      await expect(own.getByRole("alert")).toContainText("A name can be up to 60 characters.");
      await expect(field).toHaveValue("x".repeat(61));
      await expect(field).toHaveAccessibleDescription(/never see it.*up to 60 characters/);

      const name = `Noor ${aWord()}`;
      await field.fill(`  ${name} `);
      await save.click();
      await expect(moderator.getByRole("status").filter({ hasText: "Saved." })).toBeVisible();
      await expect(field).toHaveValue(name);
      await expect(own).not.toContainText("So far");
      await expect(own.getByRole("alert")).toHaveCount(0);
      await expect(moderator.getByRole("banner")).toContainText(name);
      const [user] = await query<{ id: string }>('SELECT id FROM "User" WHERE email = $1', [email]);
      await admin.goto(`/moderation/log?moderator=${user?.id}`);
      const row = admin.getByRole("main").getByRole("row").filter({ hasText: id });
      await expect(row).toContainText(name);
      await expect(row).not.toContainText(email);

      // The same form is in the account: editors have no such page at the desk.
      await moderator.goto("/my/account");
      await expect(field).toHaveValue(name);
      await field.fill("");
      await save.click();
      await expect(moderator).toHaveURL(/\/my\/account\?done=named/);
      await expect(own).toContainText(`So far colleagues know you as ${email}.`);
      await admin.reload();
      await expect(row).toContainText(email);
    });
  });
}
