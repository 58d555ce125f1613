import type { APIRequestContext, Page } from "@playwright/test";
import { check } from "./fixtures/axe.ts";
import { query } from "./fixtures/database.ts";
import { publishStory, someWords } from "./fixtures/steps.ts";
import { expect, newAddress, test } from "./fixtures/test.ts";

async function tellPublished(request: APIRequestContext, isReported = false) {
  const words = someWords("He saved me the window seat.");
  const id = await publishStory(request, words);
  if (isReported) {
    await query(`UPDATE "Story" SET "gatedAt" = now() WHERE id = $1`, [id]);
    const gate = "Readers have reported this story";
    await expect.poll(async () => (await request.get(`/stories/${id}`)).text()).toContain(gate);
  }
  return { id, words };
}

const button = (page: Page) => page.getByText("Share this story", { exact: true });
const link = (page: Page, name: string) =>
  page.locator("details.share").getByRole("link", { name, exact: true });

test("without a sheet of the system, there is a list of ways", async ({
  page,
  context,
  baseURL,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const { id } = await tellPublished(page.request);
  await page.goto(`/stories/${id}`);
  await expect(link(page, "Bluesky")).toBeHidden();
  await button(page).click();
  for (const name of ["X", "Bluesky", "WhatsApp", "E-mail"]) {
    const said = decodeURIComponent((await link(page, name).getAttribute("href")) ?? "");
    expect(said).toContain("He saved me the window seat.");
    expect(said).toContain(`${baseURL}/stories/${id}`);
  }
  await expect(page.getByLabel("The link to this story")).toHaveValue(`${baseURL}/stories/${id}`);
  await page.getByRole("button", { name: "Copy link" }).click();
  await expect
    .poll(() => page.evaluate(() => navigator.clipboard.readText()))
    .toBe(`${baseURL}/stories/${id}`);
  await check(page, "the ways to share a story");

  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "Download as a card" }).click();
  expect((await download).suggestedFilename()).toBe(`story-${id}.png`);
});

test("the system's own sheet comes first, and the list when it fails", async ({
  page,
  baseURL,
}) => {
  const { id } = await tellPublished(page.request);
  await page.addInitScript(() => {
    const errors = ["", "AbortError", "NotAllowedError"];
    Object.assign(window, { shared: [] });
    navigator.share = (data) => {
      const { shared } = window as unknown as { shared: unknown[] };
      const error = errors[shared.length];
      shared.push(data);
      return error ? Promise.reject(new DOMException("", error)) : Promise.resolve();
    };
  });
  const shared = () =>
    page.evaluate(() => (window as unknown as { shared: { text: string; url: string }[] }).shared);
  await page.goto(`/stories/${id}`);
  for (const times of [1, 2]) {
    await button(page).click();
    await expect.poll(async () => (await shared()).length).toBe(times);
    await expect(link(page, "X")).toBeHidden();
  }
  await button(page).click();
  await expect(link(page, "X")).toBeVisible();
  const [first] = await shared();
  expect(first?.url).toBe(`${baseURL}/stories/${id}`);
  expect(first?.text).toContain("He saved me the window seat.");
});

test("of a gated story the label goes along, never the words", async ({ page }) => {
  const { id } = await tellPublished(page.request, true);
  await page.goto(`/stories/${id}`);
  const html = decodeURIComponent(
    (await page.locator(".share-row").evaluate((row) => row.outerHTML)).replace(
      /%(?![\dA-F]{2})/g,
      "",
    ),
  );
  expect(html).toContain("Readers have reported this story.");
  expect(html).not.toContain("window seat");
  const mastodon = await (await page.request.get(`/stories/${id}/mastodon?server=a.social`)).text();
  expect(decodeURIComponent(mastodon.replace(/%(?![\dA-F]{2})/g, ""))).not.toContain("window seat");
});

test("without JavaScript: the list opens, and Mastodon asks for the server", async ({
  browser,
  request,
  baseURL,
}) => {
  const context = await browser.newContext({
    ...{ javaScriptEnabled: false, baseURL },
    extraHTTPHeaders: { "x-forwarded-for": newAddress() },
  });
  const { id } = await tellPublished(request);
  const page = await context.newPage();
  await page.goto(`/stories/${id}`);
  await button(page).click();
  await link(page, "Mastodon").click();
  const field = page.getByLabel("Your Mastodon server");
  await field.fill("localhost");
  await page.getByRole("button", { name: "Go on" }).click();
  await expect(field).toHaveAttribute("aria-invalid", "true");
  await expect(field).toHaveValue("localhost");
  await field.fill("@me@Mastodon.social");
  await page.getByRole("button", { name: "Go on" }).click();
  const on = page.getByRole("link", { name: "Go to mastodon.social" });
  const to = new URL((await on.getAttribute("href")) ?? "");
  expect(to.origin + to.pathname).toBe("https://mastodon.social/share");
  expect(to.searchParams.get("text")).toContain(`${baseURL}/stories/${id}`);
  await context.close();
});

test("the way to Mastodon sends nobody anywhere by itself", async ({ page }) => {
  const { id } = await tellPublished(page.request);
  for (const server of [
    "evil.example.com",
    "https://evil.example.com/login",
    "javascript:alert(1)",
  ]) {
    const answer = await page.request.get(
      `/stories/${id}/mastodon?server=${encodeURIComponent(server)}`,
      { maxRedirects: 0 },
    );
    expect(answer.status()).toBe(200);
    expect(await answer.text()).not.toMatch(/http-equiv="refresh"|href="javascript:|\/login/i);
  }
  for (const path of [`/stories/Ab3dEf6hIj9k/mastodon`, `/stories/${id}/mastodon/more`])
    expect((await page.request.get(path)).status()).toBe(404);
  await page.goto(`/stories/${id}/mastodon?server=a&server=b`);
  await check(page, "the way to Mastodon");
});
