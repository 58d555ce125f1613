import type { Page, Route } from "@playwright/test";
import { photoJpeg } from "../lib/testing/pictures.ts";
import { keptOnDevice } from "./fixtures/draft.ts";
import { countOf, decideOn, openAtDesk, shareByForm, signIn, someWords } from "./fixtures/steps.ts";
import { expect, newAddress, test } from "./fixtures/test.ts";

const field = (page: Page) => page.getByLabel("Your story", { exact: true });
const note = (page: Page) => page.getByText("This is what you wrote before.");

/** Writes, and waits until the device has it: closing a page at once is a race nobody can win. */
async function write(page: Page, words: string) {
  await page.goto("/share");
  await expect(page.getByRole("status").filter({ hasText: "left" })).toBeVisible();
  await field(page).fill(words);
  await page.getByRole("checkbox", { name: /may appear on this site/ }).check();
  await expect.poll(() => page.evaluate(keptOnDevice)).toContain(words);
}

const sent = (page: Page) => page.getByRole("status").filter({ hasText: "Sent, in another tab." });

/** A second tab, in which what `page` keeps was brought back. */
async function beside(page: Page, words: string) {
  const other = await page.context().newPage();
  await other.goto("/share");
  await expect(field(other)).toHaveValue(words);
  return other;
}

async function share(page: Page) {
  await page.getByRole("button", { name: "Share your story" }).click();
  await expect(page).toHaveURL(/\/my\/[\w-]{32}$/);
}

test("a draft comes back after a reload, in full, and can be discarded", async ({ page }) => {
  const words = someWords("Half a sentence, and then the bell");
  await write(page, words);
  await page.getByLabel("Your name").fill("Noor");
  await page.getByRole("checkbox", { name: "resuscitation" }).check();
  await page.getByLabel("How much: resuscitation").selectOption("graphic");
  await expect.poll(() => page.evaluate(keptOnDevice)).toContain("GRAPHIC");
  await page.reload();
  await expect(note(page)).toBeVisible();
  await expect(field(page)).toHaveValue(words);
  await expect(page.getByLabel("Your name")).toHaveValue("Noor");
  await expect(page.getByRole("checkbox", { name: "resuscitation" })).toBeChecked();
  await expect(page.getByLabel("How much: resuscitation")).toHaveValue("GRAPHIC");
  await expect(page.getByRole("checkbox", { name: /may appear on this site/ })).toBeChecked();

  // Filling it in has not written it anew, without what comes last in the form.
  const key = await page.locator("input[name=key]").inputValue();
  await page.reload();
  await expect(note(page)).toBeVisible();
  await expect(page.getByRole("checkbox", { name: /may appear on this site/ })).toBeChecked();
  await expect(page.locator("input[name=key]")).toHaveValue(key);

  await page.getByRole("button", { name: "Discard it" }).click();
  await expect(field(page)).toHaveValue("");
  await expect(note(page)).toBeHidden();
  await expect.poll(() => page.evaluate(keptOnDevice)).not.toContain(words);
  await page.reload();
  await expect(field(page)).toHaveValue("");
});

test("a draft outlives a page that ends without a word, and is gone once it has arrived", async ({
  page,
  context,
}) => {
  const words = someWords("He asked for the window seat");
  await write(page, words);
  await page.close({ runBeforeUnload: false });
  const again = await context.newPage();
  await again.goto("/share");
  await expect(field(again)).toHaveValue(words);
  await share(again);
  expect(await again.evaluate(keptOnDevice)).not.toContain(words);
  await again.goto("/share");
  await expect(field(again)).toHaveValue("");
  expect(await countOf(words)).toBe(1);
});

test("sent in one tab, it is gone from the other: what was typed there stays, as another story", async ({
  page,
  context,
}) => {
  const words = someWords("They shared the last orange");
  const more = someWords("Nobody wanted the pips");
  await write(page, words);
  const [idle, busy] = [await context.newPage(), await context.newPage()];
  for (const tab of [idle, busy]) {
    await tab.goto("/share");
    await expect(field(tab)).toHaveValue(words);
  }
  await field(busy).fill(more);
  await idle.getByRole("checkbox", { name: "resuscitation" }).check();
  // Further on than the others know of.
  const whole = `${words} in the lift`;
  await field(page).fill(whole);
  await share(page);

  await expect(field(idle)).toHaveValue("");
  await expect(idle.getByRole("checkbox", { name: "resuscitation" })).not.toBeChecked();
  await expect(note(idle)).toBeHidden();
  await expect(sent(idle)).toBeVisible();
  await expect(sent(busy)).toHaveCount(0);
  await expect(field(busy)).toHaveValue(more);
  await expect.poll(() => busy.evaluate(keptOnDevice)).toContain(more);
  expect(await busy.evaluate(keptOnDevice)).not.toContain(words);
  await share(busy);
  expect([await countOf(whole), await countOf(words), await countOf(more)]).toEqual([1, 0, 1]);
  await field(idle).fill(someWords("And then the rind"));
  await expect(sent(idle)).toHaveCount(0);
});

test("sent in one tab with other words in their place, a draft stays where it was brought back", async ({
  page,
  context,
}) => {
  const words = someWords("She waved from the wrong window");
  const instead = someWords("Forty years on the night bus");
  await write(page, words);
  const other = await context.newPage();
  await other.goto("/share");
  await expect(field(other)).toHaveValue(words);
  await field(page).fill(instead);
  await share(page);

  await expect.poll(() => other.evaluate(keptOnDevice)).toContain(words);
  await expect(field(other)).toHaveValue(words);
  await share(other);
  expect([await countOf(instead), await countOf(words)]).toEqual([1, 1]);
});

test("a draft outlives a session that has run out", async ({ page, context }) => {
  await signIn(page, `drafting-${Date.now()}@example.org`);
  const words = someWords("She kept the ticket from the tram");
  await write(page, words);
  await context.clearCookies();
  await page.reload();
  await expect(field(page)).toHaveValue(words);
  await share(page);
  expect(await countOf(words)).toBe(1);
});

test("sent while offline: kept, said so, and sent by itself when the connection returns", async ({
  page,
  context,
}) => {
  const words = someWords("The generator took four seconds");
  await write(page, words);
  await context.setOffline(true);
  await page.getByRole("button", { name: "Share your story" }).click();
  await expect(page.getByRole("main").getByRole("alert")).toContainText("kept on this device");
  await expect(field(page)).toHaveValue(words);
  expect(await countOf(words)).toBe(0);
  await context.setOffline(false);
  await expect(page).toHaveURL(/\/my\/[\w-]{32}$/);
  expect(await countOf(words)).toBe(1);
});

test("the answer is lost, the button is pressed again: one story", async ({ page }) => {
  const words = someWords("I still know the number of the ward");
  await write(page, words);
  let lost = 0;
  await page.route("**/share", async (route) => {
    if (route.request().method() !== "POST" || lost > 0) return route.fallback();
    lost++;
    await route.fetch({ maxRedirects: 0 }); // it arrives; what it says doesn't
    await route.abort("connectionreset");
  });
  await page.getByRole("button", { name: "Share your story" }).click();
  await expect(page.getByRole("main").getByRole("alert")).toContainText("kept on this device");
  expect(await countOf(words)).toBe(1);
  await share(page);
  expect(await countOf(words)).toBe(1);
});

/** How often a page has sent its form, and asked whether it could. */
async function counting(page: Page, answer: (route: Route) => Promise<void>) {
  const count = { posts: 0, questions: 0 };
  page.on("request", (request) => {
    if (request.url().endsWith("/api/health/ready")) count.questions++;
  });
  await page.route("**/share", async (route) => {
    if (route.request().method() !== "POST") return route.fallback();
    count.posts++;
    await answer(route);
  });
  return count;
}

test("a tab that waits for its connection waits no longer for what another has sent", async ({
  page,
}) => {
  const words = someWords("The kettle was always warm");
  await page.clock.install();
  await write(page, words);
  const other = await beside(page, words);
  const count = await counting(page, (route) => route.abort("connectionreset"));
  await page.getByRole("button", { name: "Share your story" }).click();
  const alert = page.getByRole("main").getByRole("alert");
  await expect(alert).toContainText("by itself");
  await share(other);

  await expect(sent(page)).toBeVisible();
  await expect(alert).toBeHidden();
  await expect(field(page)).toHaveValue("");
  await field(page).fill(someWords("Half of another"));
  await page.getByRole("checkbox", { name: /may appear on this site/ }).check();
  await page.clock.runFor(120_000);
  expect(count).toEqual({ posts: 1, questions: 0 });
});

test("a tab that asks to look again asks no more of what another has sent", async ({ page }) => {
  const words = someWords("Dr. Miller of Springfield called me on 3 May");
  await write(page, words);
  const other = await beside(page, words);
  const again = (tab: Page) => tab.getByRole("heading", { name: /Look again/ });
  for (const tab of [other, page]) {
    await tab.getByRole("button", { name: "Share your story" }).click();
    await expect(again(tab)).toBeVisible();
  }
  await page.getByRole("button", { name: "Send it as it is" }).first().click();
  await expect(page).toHaveURL(/\/my\/[\w-]{32}$/);

  await expect(sent(other)).toBeVisible();
  await expect(again(other)).toBeHidden();
  await expect(field(other)).toHaveValue("");
  await expect(other.getByRole("main")).not.toContainText(words);
  await expect(other.getByRole("main").getByRole("alert")).toBeHidden();
  expect(await countOf(words)).toBe(1);
});

test("what is kept of one form does not go with another's words", async ({ page, context }) => {
  const words = someWords("The lift knew only two floors");
  const more = someWords("Her slippers were still warm");
  const other = await context.newPage();
  await other.goto("/share");
  await expect(other.getByRole("status").filter({ hasText: "left" })).toBeVisible();
  await write(page, words);
  await field(other).fill(more);
  await expect.poll(() => other.evaluate(keptOnDevice)).toContain(more);
  await share(page);
  await other.reload();
  await expect(field(other)).toHaveValue(more);
});

test("a form that was used up keeps what is written in it under its new key", async ({ page }) => {
  const words = someWords("He counted the ceiling tiles");
  await write(page, words);
  const other = await beside(page, words);
  // It arrives, and takes long to say so.
  const { promise: answered, resolve: answer } = Promise.withResolvers<void>();
  await page.route("**/share", async (route) => {
    if (route.request().method() !== "POST") return route.fallback();
    const said = await route.fetch({ maxRedirects: 0 });
    await answered;
    await route.fulfill({ response: said });
  });
  await page.getByRole("button", { name: "Share your story" }).click();
  await expect(field(page)).not.toBeEditable();
  await expect.poll(() => countOf(words)).toBe(1);
  const more = someWords("All the tiles, twice");
  await field(other).fill(more);
  await other.getByRole("button", { name: "Share your story" }).click();
  await expect(other.getByRole("main").getByRole("alert")).toContainText("already sent once");
  answer();
  await expect(page).toHaveURL(/\/my\/[\w-]{32}$/);
  await expect.poll(() => other.evaluate(keptOnDevice)).toContain(more);
  await other.reload();
  await expect(field(other)).toHaveValue(more);
  await share(other);
  expect([await countOf(words), await countOf(more)]).toEqual([1, 1]);
});

for (const status of [413, 500]) {
  test(`an answer ${status} that nobody can read: said so, and not sent by itself`, async ({
    page,
  }) => {
    const words = someWords("The stairs smelled of soup");
    await page.clock.install();
    await write(page, words);
    const body = "<!doctype html><title>This is no answer to a form</title>";
    const count = await counting(page, (route) =>
      route.fulfill({ status, contentType: "text/html", body }),
    );
    await page.getByRole("button", { name: "Share your story" }).click();
    const alert = page.getByRole("main").getByRole("alert");
    await expect(alert).toContainText("Something went wrong here");
    await expect(alert).toContainText("kept on this device");
    await expect(alert).not.toContainText("by itself");
    await page.clock.runFor(120_000);
    expect(count).toEqual({ posts: 1, questions: 0 });
    await page.unroute("**/share");
    await share(page);
    expect(await countOf(words)).toBe(1);
  });
}

test("a line that breaks each time is not filled with the same words without end", async ({
  page,
}) => {
  await page.clock.install();
  await write(page, someWords("Nobody had told the night porter"));
  const count = await counting(page, (route) => route.abort("connectionreset"));
  await page.getByRole("button", { name: "Share your story" }).click();
  await expect(page.getByRole("main").getByRole("alert")).toContainText("by itself");
  await page.clock.runFor(10_000);
  await expect.poll(() => count.posts).toBe(2);
  // Each time it waits twice as long.
  await page.clock.runFor(12_000);
  expect(count).toEqual({ posts: 2, questions: 1 });
  await page.clock.runFor(10_000);
  await expect.poll(() => count.posts).toBe(3);
});

/** Words of a change that are not sent, on this device. */
async function beginChange(page: Page, link: string, words: string) {
  await page.goto(`${link}/change`);
  await expect(page.locator("input[name=timeZone]")).not.toHaveValue("");
  await field(page).fill(words);
  await expect.poll(() => page.evaluate(keptOnDevice)).toContain(words);
}

test("a picture comes back with the draft, and goes with it", async ({ page }) => {
  await write(page, someWords("We drove her to the sea"));
  await page.getByText("A picture, if you like").click();
  const picture = { name: "sea.jpg", mimeType: "image/jpeg", buffer: await photoJpeg() };
  await page.getByLabel("Choose a picture").setInputFiles(picture);
  const alt = someWords("The sea");
  await page.getByLabel("What it shows").fill(alt);
  await expect.poll(() => page.evaluate(keptOnDevice)).toContain(alt);
  await page.reload();
  const preview = page.getByRole("img", { name: "Your picture" });
  await expect(preview).toBeVisible();
  await page.getByRole("button", { name: "Discard it" }).click();
  await expect(preview).toBeHidden();
  await expect(page.getByLabel("Choose a picture")).toHaveValue("");
});

test("what is written while the page still wakes stays", async ({ page }) => {
  const words = someWords("The ward cat slept on the warm monitor");
  const link = await shareByForm(page, words);
  const { promise: written, resolve: wake } = Promise.withResolvers<void>();
  await page.route("**/_next/**/*.js", async (route) => {
    await written;
    await route.continue();
  });
  await page.goto(`${link}/change`, { waitUntil: "commit" });
  await field(page).fill(`${words} early`);
  wake();
  await expect(page.locator("input[name=timeZone]")).not.toHaveValue("");
  await expect(field(page)).toHaveValue(`${words} early`);
  await page.getByRole("button", { name: "Send the change" }).click();
  await expect(page).toHaveURL(/\?done=changed$/);
  expect(await countOf(`${words} early`)).toBe(1);
});

test("a change that was begun is discarded for good", async ({ page }) => {
  const words = someWords("She had folded every sheet");
  const link = await shareByForm(page, words);
  await beginChange(page, link, `${words} twice`);
  await page.reload();
  await page.getByRole("button", { name: "Discard it" }).click();
  await expect(field(page)).toHaveValue(words);
  await expect.poll(() => page.evaluate(keptOnDevice)).not.toContain(words);
  await page.reload();
  await expect(field(page)).toHaveValue(words);
  await expect(note(page)).toBeHidden();
});

test("a change of what was changed elsewhere since: said so, and not a word is lost", async ({
  page,
  browser,
  baseURL,
}) => {
  const words = someWords("The parrot outlived two matrons");
  const link = await shareByForm(page, words);
  await beginChange(page, link, `${words} here`);
  const extraHTTPHeaders = { "x-forwarded-for": newAddress() };
  const elsewhere = await browser.newContext({ baseURL: baseURL ?? "", extraHTTPHeaders });
  const other = await elsewhere.newPage();
  const send = (from: Page) => from.getByRole("button", { name: "Send the change" }).click();
  await other.goto(`${link}/change`);
  await field(other).fill(`${words} there`);
  await send(other);
  await expect(other).toHaveURL(/\?done=changed$/);
  await elsewhere.close();

  await page.reload();
  await expect(note(page)).toBeVisible();
  await expect(field(page)).toHaveValue(`${words} here`);
  await send(page);
  await expect(page.getByRole("main").getByRole("alert")).toContainText("in another window");
  await expect(field(page)).toHaveValue(`${words} here`);
  expect(await countOf(`${words} here`)).toBe(0);
  await send(page);
  await expect(page).toHaveURL(/\?done=changed$/);
  expect(await countOf(`${words} here`)).toBe(1);
});

test("a change that was begun keeps the warnings that a moderator has added since", async ({
  page,
  moderator,
}) => {
  const words = someWords("They rang the bell for him");
  const warning = (name: string) => page.getByRole("checkbox", { name, exact: true });
  const link = await shareByForm(page, words);
  await beginChange(page, link, `${words} again`);
  await warning("death").check();
  await expect.poll(() => page.evaluate(keptOnDevice)).toContain('["warnings","death"]');
  await openAtDesk(moderator, words);
  await moderator.getByRole("checkbox", { name: "resuscitation" }).check();
  await decideOn(moderator, "Approve");
  await page.reload();
  await expect(note(page)).toBeVisible();
  await expect(field(page)).toHaveValue(`${words} again`);
  await expect(warning("death")).toBeChecked();
  await expect(warning("resuscitation")).toBeChecked();
});

test("a name that was taken back is not in a change that was begun before", async ({ page }) => {
  const words = someWords("I kept his umbrella");
  const name = page.getByLabel("Your name");
  await write(page, words);
  await name.fill("Ottoline");
  await share(page);
  const link = page.url();
  await beginChange(page, link, `${words} for years`);
  await name.fill("Ottilie");
  await expect.poll(() => page.evaluate(keptOnDevice)).toContain("Ottilie");
  await page.goto(link);
  await page.getByRole("button", { name: "Become anonymous" }).click();
  await expect(page.getByRole("main").getByRole("status")).toContainText("told anonymously");
  await expect.poll(() => page.evaluate(keptOnDevice)).not.toMatch(/Ottoline|Ottilie/);
  await page.goto(`${link}/change`);
  await expect(field(page)).toHaveValue(`${words} for years`);
  await expect(name).toHaveValue("");
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 844 } });

  test("a draft comes back, and nothing is wider than the screen", async ({ page }) => {
    const words = someWords("Two stops too far");
    await write(page, words);
    await page.reload();
    await expect(note(page)).toBeVisible();
    await expect(field(page)).toHaveValue(words);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(wide).toBeLessThanOrEqual(390);
  });
});
