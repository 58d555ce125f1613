import { randomBytes } from "node:crypto";
import type { Browser } from "@playwright/test";
import { check } from "./fixtures/axe.ts";
import { query } from "./fixtures/database.ts";
import { signIn } from "./fixtures/steps.ts";
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
    await page.getByRole("button", { name: "Save" }).click();
    await expect(page.getByText("Saved. It counts from the next story on.")).toBeVisible();
    await expect(box("needles")).toBeChecked();
    expect(await avoidsOf(id)).toEqual(["death", "needles"]);
    await box("needles").uncheck();
    await page.getByRole("button", { name: "Save" }).click();
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
