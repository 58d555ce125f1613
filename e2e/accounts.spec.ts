import { linkTo } from "./fixtures/mail.ts";
import { signIn } from "./fixtures/steps.ts";
import { expect, test } from "./fixtures/test.ts";

test("a sign-in link works once, and looking at it does not use it up", async ({
  page,
  request,
  browser,
}) => {
  const email = `once-${Date.now()}@example.org`;
  await page.goto("/sign-in");
  await page.getByLabel("Your e-mail address").fill(email.toUpperCase());
  await page.getByRole("button", { name: "Send me a link" }).click();
  await expect(page.getByRole("heading", { name: "Check your mail" })).toBeVisible();
  const link = await linkTo(email);
  for (let scan = 0; scan < 3; scan++) expect((await request.get(link)).status()).toBe(200);

  await page.goto(link);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("button", { name: "Sign out" })).toBeVisible();

  const other = await (await browser.newContext()).newPage();
  await other.goto(link);
  await other.getByRole("button", { name: "Sign in" }).click();
  await expect(other.getByRole("main").getByRole("alert")).toBeVisible();
  await expect(other.getByLabel("Your e-mail address")).toBeVisible();
  await other.context().close();
});

test("the answer is the same for an address that we know", async ({ page }) => {
  const answers: string[] = [];
  for (const email of [
    process.env.ADMIN_EMAIL ?? "admin@example.org",
    `new-${Date.now()}@example.org`,
  ]) {
    await page.goto("/sign-in");
    await page.getByLabel("Your e-mail address").fill(email);
    await page.getByRole("button", { name: "Send me a link" }).click();
    await expect(page).toHaveURL(/check-mail/);
    answers.push(await page.getByRole("main").innerText());
  }
  expect(answers[0]).toBe(answers[1]);
});

test("after signing in one goes where one was going, but never to another site", async ({
  page,
  context,
}) => {
  const email = `bound-${Date.now()}@example.org`;
  await signIn(page, email);
  for (const [index, evil] of [
    "//evil.example",
    "https://evil.example/",
    "/\\evil.example",
    "javascript:alert(1)",
  ].entries()) {
    await context.clearCookies();
    await page.goto(`/sign-in?next=${encodeURIComponent(evil)}`);
    await page.getByLabel("Your e-mail address").fill(email);
    await page.getByRole("button", { name: "Send me a link" }).click();
    await expect(page).toHaveURL(/check-mail/);
    await page.goto(await linkTo(email, index + 2));
    await page.getByRole("button", { name: "Sign in" }).click();
    await expect(page.getByRole("button", { name: "Sign out" })).toBeVisible();
    expect(new URL(page.url()).host).toBe(
      new URL(process.env.SITE_URL ?? "http://localhost:3000").host,
    );
  }
});
