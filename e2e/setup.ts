import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, test as setup } from "@playwright/test";
import { linkTo } from "./fixtures/mail.ts";
import { newAddress, states } from "./fixtures/test.ts";
import { signIn } from "./fixtures/steps.ts";

const moderator = "moderator@example.org";

setup.use({ extraHTTPHeaders: { "x-forwarded-for": newAddress() } });

setup("there are a call and stories", async ({ request }) => {
  const seed = ["--conditions=react-server", "e2e/fixtures/seed.ts"];
  await promisify(execFile)(process.execPath, seed);
  await expect.poll(async () => (await request.get("/")).text()).toContain('class="story"');
});

setup("an admin signs in and invites a moderator, who signs in", async ({ browser }) => {
  const admin = await browser.newContext();
  const page = await admin.newPage();
  await signIn(page, process.env.ADMIN_EMAIL ?? "admin@example.org");
  await page.goto("/moderation/team");
  await page.getByLabel("E-mail address").fill(moderator);
  await page.getByRole("radio", { name: /Moderator/ }).check();
  await page.getByRole("button", { name: "Invite" }).click();
  await expect(page.getByText(moderator).first()).toBeVisible();
  await admin.storageState({ path: states.admin });

  const context = await browser.newContext();
  const invited = await context.newPage();
  await linkTo(moderator);
  await signIn(invited, moderator);
  await context.close();
});
