import type { APIRequestContext, BrowserContext, Page } from "@playwright/test";
import { check } from "./fixtures/axe.ts";
import { query } from "./fixtures/database.ts";
import { publishStory, someWords } from "./fixtures/steps.ts";
import { expect, newAddress, test } from "./fixtures/test.ts";

async function tellPublished(request: APIRequestContext): Promise<{ id: string; words: string }> {
  const words = someWords("The night nurse kept the radio on for him.");
  const id = await publishStory(request, words);
  await expect.poll(async () => (await request.get("/")).text()).toContain(words);
  return { id, words };
}

async function countOf(id: string): Promise<{ rows: number; shown: number }> {
  const [counted] = await query<{ rows: number; shown: number }>(
    `SELECT (SELECT count(*)::int FROM "Heart" WHERE "storyId" = $1) AS rows, "hearts" AS shown
     FROM "HeartCount" WHERE "storyId" = $1`,
    [id],
  );
  return counted ?? { rows: -1, shown: -1 };
}
const exactly = (hearts: number) => ({ rows: hearts, shown: hearts });

const storyOf = (page: Page, words: string) => page.getByRole("article").filter({ hasText: words });
const heartOf = (page: Page, words: string) =>
  storyOf(page, words).getByRole("button", { name: "Heart" });
const shown = (page: Page, words: string) =>
  storyOf(page, words).getByText("Hearts:").locator("..");

const readerCookies = async (context: BrowserContext) =>
  (await context.cookies()).filter(({ name }) => /reader$/.test(name));

/** Gives or takes back a heart as the script of a page does. */
const send = (request: APIRequestContext, id: string, heart: string, headers = {}) =>
  request.post(`/api/hearts/${id}`, {
    form: { heart },
    headers: { accept: "application/json", ...headers },
  });

test("a heart shows at once, lasts, is taken back, and both tabs agree", async ({
  page,
  context,
}) => {
  const { id, words } = await tellPublished(page.request);
  await page.goto("/");
  const heart = heartOf(page, words);
  await expect(heart).toHaveAttribute("aria-pressed", "false");
  await expect(shown(page, words)).toBeHidden();
  expect(await readerCookies(context)).toEqual([]);

  const other = await context.newPage();
  await other.goto(`/stories/${id}`);
  await expect(heartOf(other, words)).toHaveAttribute("aria-pressed", "false");

  // Before the server has said anything.
  let arrive = () => {};
  const arrived = new Promise<void>((resolve) => (arrive = resolve));
  await page.route("**/api/hearts/*", async (route) => {
    await arrived;
    await route.fulfill({ response: await route.fetch() });
  });
  await heart.click();
  await expect(heart).toHaveAttribute("aria-pressed", "true");
  await expect(shown(page, words)).toHaveText("Hearts: 1");
  expect(await countOf(id)).toEqual(exactly(0));
  arrive();
  await page.unrouteAll({ behavior: "wait" });
  await expect.poll(() => countOf(id)).toEqual(exactly(1));
  await expect(heartOf(other, words)).toHaveAttribute("aria-pressed", "true");
  await expect(shown(other, words)).toHaveText("Hearts: 1");
  const [cookie, ...more] = await readerCookies(context);
  expect(more).toEqual([]);
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: "Lax" });
  await expect(heart).toBeFocused();
  await check(page, "a feed with a heart given");

  await page.reload();
  await expect(heart).toHaveAttribute("aria-pressed", "true");
  await expect(shown(page, words)).toHaveText("Hearts: 1");
  await heart.press("Enter");
  await expect(heart).toHaveAttribute("aria-pressed", "false");
  await expect(shown(page, words)).toBeHidden();
  await expect.poll(() => countOf(id)).toEqual(exactly(0));
  await expect(heartOf(other, words)).toHaveAttribute("aria-pressed", "false");
  await other.goto(`/stories/${id}/heart`);
  await expect(other.getByRole("heading", { name: "Your heart is not among them" })).toBeVisible();
  await check(other, "what came of a heart");
});

test("pressed fast, one request is on its way at a time and the last press counts", async ({
  page,
}) => {
  const { id, words } = await tellPublished(page.request);
  await page.goto(`/stories/${id}`);
  const heart = heartOf(page, words);
  await expect(heart).toHaveAttribute("aria-pressed", "false");
  let under = 0;
  let most = 0;
  await page.route("**/api/hearts/*", async (route) => {
    most = Math.max(most, ++under);
    const answer = await route.fetch();
    under--;
    await route.fulfill({ response: answer });
  });
  await heart.dblclick();
  await heart.dblclick();
  await heart.click();
  await expect(heart).toHaveAttribute("aria-pressed", "true");
  await expect.poll(() => countOf(id)).toEqual(exactly(1));
  await heart.dblclick();
  await heart.click();
  await expect.poll(() => countOf(id)).toEqual(exactly(0));
  await expect(heart).toHaveAttribute("aria-pressed", "false");
  await page.unrouteAll({ behavior: "wait" });
  expect(most).toBe(1);
});

test("what did not arrive is taken back on the page, and said", async ({ page }) => {
  const { id, words } = await tellPublished(page.request);
  await page.goto("/");
  const heart = heartOf(page, words);
  await expect(heart).toHaveAttribute("aria-pressed", "false");
  await page.route("**/api/hearts/*", (route) => route.abort());
  await heart.click();
  const status = storyOf(page, words).getByRole("status");
  await expect(status).toHaveText("That did not arrive. Please try again.");
  await expect(heart).toHaveAttribute("aria-pressed", "false");
  await expect(shown(page, words)).toBeHidden();
  await page.unroute("**/api/hearts/*");
  await heart.click();
  await expect(status).toHaveText("");
  await expect.poll(() => countOf(id)).toEqual(exactly(1));
  await expect(heart).toHaveAttribute("aria-pressed", "true");

  // Nor does it count wrong from a number that is written for people.
  await page.route("**/api/hearts/*", (route) =>
    route.fulfill({ json: { hearts: 12_345, mine: true } }),
  );
  await heart.click();
  await expect(shown(page, words)).toHaveText("Hearts: 12,345");
  await page.route("**/api/hearts/*", (route) => route.abort());
  await heart.click();
  await expect(status).toHaveText("That did not arrive. Please try again.");
  await expect(shown(page, words)).toHaveText("Hearts: 12,345");
});

test("without storage it works all the same, and a device that is wrong is put right", async ({
  page,
}) => {
  const { id, words } = await tellPublished(page.request);
  await page.addInitScript(() => {
    Object.defineProperty(window, "localStorage", {
      get: () => {
        throw new DOMException("No.", "SecurityError");
      },
    });
  });
  await page.goto(`/stories/${id}`);
  const heart = heartOf(page, words);
  await heart.click();
  await expect.poll(() => countOf(id)).toEqual(exactly(1));
  await expect(heart).toHaveAttribute("aria-pressed", "true");
  // Nothing tells the page now that it has one: pressing gives it again, and that is still one.
  await page.reload();
  await expect(heart).toHaveAttribute("aria-pressed", "false");
  await heart.click();
  await expect(heart).toHaveAttribute("aria-pressed", "true");
  await expect(shown(page, words)).toHaveText("Hearts: 1");
  expect(await countOf(id)).toEqual(exactly(1));
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  for (const width of [390, 1440]) {
    test(`a heart is given, taken back, and one is where one was, at ${width} px`, async ({
      page,
    }) => {
      await page.setViewportSize({ width, height: 800 });
      const { id, words } = await tellPublished(page.request);
      await page.goto("/");
      await heartOf(page, words).click();
      await expect(page.getByRole("heading", { name: "Your heart is counted" })).toBeVisible();
      await expect(page.getByText("The story has one heart, and it is yours.")).toBeVisible();
      await expect(page.locator('meta[name="robots"]')).toHaveAttribute("content", /noindex/);
      expect(await countOf(id)).toEqual(exactly(1));

      await page.getByRole("link", { name: "Back to the story" }).click();
      await expect(page).toHaveURL(`/#story-${id}`);
      await expect(storyOf(page, words)).toBeInViewport();
      // The page can't know whose it is: pressed again, it is still one.
      await heartOf(page, words).click();
      await expect(page.getByText("The story has one heart, and it is yours.")).toBeVisible();
      await page.getByRole("button", { name: "Take your heart back" }).click();
      await expect(page.getByText("The story has no hearts yet.")).toBeVisible();
      expect(await countOf(id)).toEqual(exactly(0));
      await page.getByRole("link", { name: "Back to the story" }).click();
      await expect(page).toHaveURL(`/#story-${id}`);
    });
  }

  test("the page of a story leads to itself, and shows the new count within a minute", async ({
    page,
  }) => {
    const { id, words } = await tellPublished(page.request);
    await page.goto(`/stories/${id}`);
    await heartOf(page, words).click();
    await page.getByRole("link", { name: "Back to the story" }).click();
    await expect(page).toHaveURL(`/stories/${id}#story-${id}`);
    const counted = expect.poll(async () => (await page.request.get(`/stories/${id}`)).text(), {
      timeout: 30_000,
    });
    await counted.toMatch(/Hearts: <\/span>1</);
    await expect.poll(() => countOf(id)).toEqual(exactly(1));
  });
});

test("100 at once of one reader are one, of another device another, and of no cookie none", async ({
  page,
  playwright,
  baseURL,
}) => {
  const { id } = await tellPublished(page.request);
  expect(await (await send(page.request, id, "on")).json()).toEqual({ hearts: 1, mine: true });
  const answers = await Promise.all(
    Array.from({ length: 100 }, () => send(page.request, id, "on")),
  );
  for (const answer of answers) expect(await answer.json()).toEqual({ hearts: 1, mine: true });
  expect(await countOf(id)).toEqual(exactly(1));

  const device = await playwright.request.newContext({ baseURL: baseURL ?? "" });
  const from = { "x-forwarded-for": newAddress() };
  expect(await (await send(device, id, "off", from)).json()).toEqual({ hearts: 1, mine: false });
  expect((await device.storageState()).cookies).toEqual([]);
  expect(await (await send(device, id, "on", from)).json()).toEqual({ hearts: 2, mine: true });
  expect(await countOf(id)).toEqual(exactly(2));
  await device.dispose();

  // What keeps no cookies is asked to, once; a forged one counts as none.
  const ask = (path: string, headers = {}) =>
    fetch(new URL(path, baseURL), {
      method: "POST",
      redirect: "manual",
      headers: { accept: "application/json", "x-forwarded-for": newAddress(), ...headers },
      body: new URLSearchParams({ heart: "on" }),
    });
  const forged = `reader=${"a".repeat(22)}.${"b".repeat(43)}`;
  for (const headers of [{}, { cookie: forged }]) {
    const first = await ask(`/api/hearts/${id}`, headers);
    expect(first.status).toBe(307);
    expect(first.headers.get("set-cookie")).toMatch(
      /^(__Host-)?reader=[\w-]{22}\.[\w-]{43}; Path=\/; .*HttpOnly; SameSite=lax/i,
    );
    const again = await ask(first.headers.get("location") ?? "", headers);
    expect(again.status).toBe(403);
    expect(again.headers.get("set-cookie")).toBeNull();
  }
  const foreign = await ask(`/api/hearts/${id}`, { origin: "https://evil.example" });
  expect(foreign.status).toBe(403);
  expect(await countOf(id)).toEqual(exactly(2));
});

test("what is no heart is refused, whatever it is", async ({ page, request }) => {
  const { id } = await tellPublished(page.request);
  for (const heart of ["", "ON", "constructor", "x".repeat(1_000)]) {
    expect((await send(request, id, heart)).status()).toBe(400);
  }
  const broken = await request.post(`/api/hearts/${id}`, {
    headers: { "content-type": "multipart/form-data; boundary=x" },
    data: "--y\r\n",
  });
  expect(broken.status()).toBe(400);
  for (const unknown of ["000000000000", "short", "%00", `${id}/more`]) {
    expect((await send(request, unknown, "off")).status(), unknown).toBe(404);
  }
  expect((await request.get(`/stories/000000000000/heart`)).status()).toBe(404);
  // Where one came from is only ever a place here.
  for (const from of ["//evil.example", "https://evil.example/", "javascript:alert(1)"]) {
    const page = await request.get(`/stories/${id}/heart?${new URLSearchParams({ from })}`);
    // But for its own address, which the link to the other language has.
    expect(await page.text()).not.toMatch(/(href|value)="[^"?]*(evil|javascript)/);
    const headers = { referer: `https://evil.example${from}`, accept: "text/html" };
    const answer = await request.post(`/api/hearts/${id}`, {
      form: { heart: "off", from },
      maxRedirects: 0,
      headers,
    });
    expect(answer.status()).toBe(303);
    expect(answer.headers().location).toBe(`/stories/${id}/heart`);
  }
  expect(await countOf(id)).toEqual(exactly(0));
});
