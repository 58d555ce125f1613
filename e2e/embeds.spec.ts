import { type APIRequestContext, type Frame, type Page, expect } from "@playwright/test";
import { check } from "./fixtures/axe.ts";
import { query } from "./fixtures/database.ts";
import { expectAsLookedAt } from "./fixtures/looked-at.ts";
import { test } from "./fixtures/other-site.ts";
import { publishStory, someWords } from "./fixtures/steps.ts";

const warned = { warnings: "stillbirth", "intensities.stillbirth": "DESCRIBED" };
const gone = "This story is no longer here.";

/** What stands in a field of the page that has the code. */
async function copied(page: Page, id: string, label: string): Promise<string> {
  await page.goto(`/stories/${id}/embed`);
  return page.getByLabel(label, { exact: true }).inputValue();
}

const takeDown = (id: string) =>
  query(`UPDATE "Story" SET status = 'TAKEN_DOWN' WHERE id = $1`, [id]);

/** The server hears of it from PostgreSQL, a moment later. */
const untilGone = (request: APIRequestContext, id: string) =>
  expect.poll(async () => (await request.get(`/embed/stories/${id}`)).status()).toBe(404);

const frameOf = (page: Page, id: string) =>
  page.frames().find((frame) => frame.url().includes(`/embed/stories/${id}`));

/** The frame of a story once it is there. */
async function framed(page: Page, id: string): Promise<Frame> {
  await expect.poll(() => frameOf(page, id)?.locator("main").isVisible()).toBe(true);
  return frameOf(page, id) as Frame;
}

/** Whether everything in it is seen at once, and nothing but that. */
const fits = (frame: Frame) =>
  frame.evaluate(() => {
    const { body, documentElement: root } = document;
    body.style.minHeight = "0";
    const needed = Math.ceil(body.getBoundingClientRect().height);
    body.style.minHeight = "";
    return needed === window.innerHeight && root.scrollWidth <= window.innerWidth;
  });

test("an article of another site with the copied code: quotations become frames, as high as they need", async ({
  page,
  context,
  otherSite,
}) => {
  const { request } = page;
  const words = ["First", "Second", "Third", "Fourth"].map((nth) =>
    // Long enough to need more room than its gate.
    someWords(
      `${nth} it was read aloud, then once more and slowly, and then they sat there for a while, and so did we, until somebody got up to put the kettle on and somebody else began to hum.`,
    ),
  );
  const [plain = "", hidden = "", lost = "", late = ""] = await Promise.all(
    words.map((text, at) => publishStory(request, text, at === 1 ? warned : {})),
  );
  const codes: string[] = [];
  for (const id of [plain, hidden, lost, late]) codes.push(await copied(page, id, "The code"));
  // In no quotation of a warned story is there a word of it; in all others are theirs.
  expect(codes.map((code, at) => code.includes(words[at] ?? ""))).toEqual([
    true,
    false,
    true,
    true,
  ]);
  expect(codes[1]).toContain("Contains: stillbirth, described.");
  await takeDown(lost);
  await untilGone(request, lost);

  await context.clearCookies();
  const [lateQuotation = ""] = codes[3]?.split("<script") ?? [];
  // Of this one's frame nothing is ever heard.
  const silent = lateQuotation.replaceAll(late, "zzzzzzzzzzzz");
  await page.route(/\/embed\/stories\/zzzzzzzzzzzz/, (route) => route.abort());
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto(otherSite(codes.slice(0, 3).join("\n<p>Between.</p>\n") + silent));
  await expect(page.locator("blockquote")).toHaveCount(1);
  await expect(page.locator("blockquote")).toContainText("it was read aloud");
  await expect(page.locator("iframe:visible")).toHaveCount(3);

  const frames = await Promise.all([plain, hidden, lost].map((id) => framed(page, id)));
  const [inPlain, inHidden, inLost] = frames as [Frame, Frame, Frame];
  await expect(inPlain.getByText(words[0] ?? "")).toBeVisible();
  await expect(inLost.getByRole("heading")).toHaveText(gone);
  const titles = await page
    .locator("iframe")
    .evaluateAll((all) => all.map((each) => each.getAttribute("title")));
  expect(new Set(titles)).toEqual(new Set(["A story by Anonymous, on Vignette"]));
  await expect(inHidden.getByText(words[1] ?? "")).toBeHidden();
  for (const width of [1440, 390]) {
    await page.setViewportSize({ width, height: 900 });
    for (const frame of frames) await expect.poll(() => fits(frame)).toBe(true);
    const needed = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(needed).toBeLessThanOrEqual(width);
  }
  const closed = await inHidden.evaluate(() => window.innerHeight);
  await inHidden.getByText("Show story").click();
  await expect(inHidden.getByText(words[1] ?? "")).toBeVisible();
  await expect.poll(() => inHidden.evaluate(() => window.innerHeight)).toBeGreaterThan(closed);
  await expect.poll(() => fits(inHidden)).toBe(true);

  // A quotation that is added later; and someone else who says how high something is.
  await page.evaluate((html) => {
    document.querySelector("main")?.insertAdjacentHTML("beforeend", html);
    window.postMessage({ message: "height", value: 2000 }, "*");
  }, lateQuotation);
  await expect.poll(async () => fits(await framed(page, late))).toBe(true);
  await expect(page.locator("iframe:visible")).toHaveCount(4);
  await expect(page.locator("blockquote")).toHaveCount(1);
  expect(await fits(inPlain)).toBe(true);

  // A link in a frame leaves it, and nothing was kept of who read.
  const opened = context.waitForEvent("page");
  await inPlain.getByRole("link", { name: "Go to the story" }).click();
  await expect(await opened).toHaveURL(new RegExp(`/stories/${plain}$`));
  expect(await context.cookies()).toEqual([]);
  const script = await request.get("/embed.js");
  expect((await script.body()).length).toBeLessThanOrEqual(2048);
});

test("each quotation has its own frame, whatever stands and comes beside it, and when", async ({
  page,
  baseURL,
  otherSite,
}) => {
  const words = ["Rain", "Tea", "Snow"].map((first) => someWords(`${first} fell all night.`));
  const [placed = "", added = "", paused = ""] = await Promise.all(
    words.map((text) => publishStory(page.request, text)),
  );
  const quotation = (id: string) =>
    `<blockquote class="vignette-story"><p>Words of ${id}</p><p><a href="${baseURL}/stories/${id}">Anonymous</a></p></blockquote>`;
  const frame = (id: string, style = "border:0") =>
    `<iframe src="${baseURL}/embed/stories/${id}" style="${style}"></iframe>`;
  const silent = "zzzzzzzzzzzz";
  await page.route(new RegExp(`/embed/stories/${silent}`), (route) => route.abort());
  await page.setViewportSize({ width: 390, height: 900 });
  const add = (selector: string, where: InsertPosition, html: string) =>
    page
      .locator(selector)
      .evaluate((at, [place, more]) => at.insertAdjacentHTML(place, more), [where, html] as const);

  // What speaks is the story beside it, and not its own.
  const script = `<script async src="${baseURL}/embed.js"></script>`;
  // What others write in comments below an article stops nothing.
  const odd = ["constructor", "__proto__"].map(
    (name) =>
      `<p class="vignette-story"><a href="${baseURL}/${name}/stories/${silent}">Odd</a></p>`,
  );
  odd.push(`<p class="vignette-story"><svg><a href="${baseURL}/stories/${silent}"></a></svg></p>`);
  odd.push(`<p class="vignette-story"><link href="${baseURL}/stories/${silent}"></p>`);
  const before = `${odd.join("")}${quotation(silent)}`;
  await page.goto(otherSite(`${before}${frame(placed)}${script}<p id="end">End.</p>`));
  await expect.poll(async () => fits(await framed(page, placed))).toBe(true);
  await expect(page.locator("blockquote")).toHaveText(new RegExp(`Words of ${silent}`));

  // One that is added right before a frame, as a live blog does it.
  await add(`iframe[src$="${placed}"]`, "beforebegin", quotation(added));
  await expect.poll(async () => fits(await framed(page, added))).toBe(true);
  expect(await fits(await framed(page, placed))).toBe(true);

  // What oEmbed says, read in two parts.
  await add("#end", "beforebegin", quotation(paused));
  await expect.poll(async () => fits(await framed(page, paused))).toBe(true);
  await add("#end", "beforebegin", frame(paused, "position:absolute;visibility:hidden"));
  await add("#end", "afterend", quotation(added));
  await expect(page.locator("iframe:visible")).toHaveCount(4);
  await expect(page.locator("blockquote")).toHaveCount(1);
  await expect(page.locator(`iframe[src*="${paused}"]`)).toHaveCount(1);
});

test("without a script, in an article that runs none: the frame, and the quotation folded up", async ({
  page,
  browser,
  otherSite,
}) => {
  const { request } = page;
  const words = someWords(
    "The lift stopped between four and five. She sang until it went on, all the verses, and then the ones that she made up: about the buttons, the mirror, my shoes, and the man who would come with a spanner.",
  );
  const [plain, hidden, lost] = await Promise.all([
    publishStory(request, words),
    publishStory(request, someWords("The cot was empty by six."), warned),
    publishStory(request, someWords("It was there once.")),
  ]);
  const codes: string[] = [];
  for (const id of [plain, hidden, lost]) codes.push(await copied(page, id, "Without a script"));
  await takeDown(lost);
  await untilGone(request, lost);

  const context = await browser.newContext({ javaScriptEnabled: false });
  const article = await context.newPage();
  await article.goto(otherSite(codes.join("\n")));
  const at = (nth: number) => article.frameLocator(`iframe >> nth=${nth}`);
  for (const width of [1440, 390, 356]) {
    await article.setViewportSize({ width, height: 900 });
    const box = await article.locator("iframe").first().boundingBox();
    expect(box?.width).toBe(Math.min(550, width - 16));
    // Nothing is cut off, not even at the end.
    const end = await at(0).getByRole("link", { name: "Go to the story" }).boundingBox();
    expect((end?.y ?? Infinity) + (end?.height ?? 0)).toBeLessThanOrEqual(
      (box?.y ?? 0) + (box?.height ?? 0),
    );
  }
  await expect(at(0).getByText(words)).toBeVisible();
  await expect(at(2).getByRole("heading")).toHaveText(gone);
  const inside = at(1).getByText("The cot was empty by six.");
  await expect(inside).toBeHidden();
  await at(1).getByText("Show story").click();
  await expect(inside).toBeVisible();

  const quotation = article.locator("blockquote").first();
  await expect(quotation).toBeHidden();
  await article.getByText("The story as text").first().click();
  await expect(quotation.getByText(words)).toBeVisible();
  await expect(quotation.getByRole("link")).toHaveAttribute("href", /\/stories\/\w{12}$/);
  expect(await context.cookies()).toEqual([]);
  await context.close();
});

test("in WordPress's sandbox it tells its height and links by the secret, and shows its fonts", async ({
  request,
  browser,
  baseURL,
  otherSite,
}) => {
  const id = await publishStory(request, someWords("He kept the receipts."));
  // No header of the tests': with one, the browser would ask leave for fonts that it takes freely.
  const context = await browser.newContext({ extraHTTPHeaders: {} });
  const page = await context.newPage();
  await page.goto(
    otherSite(
      `<script>addEventListener("message", ({ data }) => (window.told ??= []).push(data))</script>
       <iframe sandbox="allow-scripts" src="${baseURL}/embed/stories/${id}#?secret=aB3dE6hIj9"></iframe>`,
    ),
  );
  type Told = { message: string; value: unknown; secret?: string };
  const told = () => page.evaluate(() => (window as unknown as { told?: Told[] }).told ?? []);
  const frame = await framed(page, id);
  await expect.poll(async () => (await told()).length).toBeGreaterThan(0);
  for (const each of await told())
    expect(each).toEqual({
      message: "height",
      value: expect.any(Number),
      secret: "aB3dE6hIj9",
    });
  const before = (await told()).length;
  await page.evaluate(() =>
    document.querySelector("iframe")?.contentWindow?.postMessage({ message: "ready" }, "*"),
  );
  await expect.poll(async () => (await told()).length).toBeGreaterThan(before);
  await frame.getByRole("link", { name: "Go to the story" }).click();
  await expect
    .poll(async () => (await told()).at(-1))
    .toEqual({ message: "link", value: `${baseURL}/stories/${id}`, secret: "aB3dE6hIj9" });
  const loaded = () =>
    frame.evaluate(() => [...document.fonts].filter((font) => font.status === "loaded").length);
  await expect.poll(loaded).toBeGreaterThanOrEqual(2);
  await context.close();
});

test("nothing else can be framed", async ({ page, browser, baseURL, otherSite }) => {
  const id = await publishStory(page.request, someWords("The porter sang in the lift."));
  const paths = [
    "/",
    `/stories/${id}`,
    `/stories/${id}/embed`,
    "/my",
    "/embed/none",
    "/embed/feed",
  ];
  // Not the test's own context, in which every refusal of a browser is a complaint.
  const context = await browser.newContext();
  const article = await context.newPage();
  const frames = paths.map((path) => `<iframe src="${baseURL}${path}"></iframe>`);
  await article.goto(otherSite(frames.join("")));
  const shown = () =>
    article
      .frames()
      .slice(1)
      .map((frame) => frame.url());
  await expect
    .poll(shown)
    .toEqual([
      ...paths.slice(0, -1).map(() => expect.stringMatching(/^chrome-error:/)),
      `${baseURL}/embed/feed`,
    ]);
  await context.close();
});

test("a story's page leads to the code, and says how to ask for it by oEmbed", async ({
  page,
  context,
  baseURL,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const { request } = page;
  const words = someWords("She taught me to fold a towel into a swan.");
  const id = await publishStory(request, words);
  await page.goto(`/stories/${id}`);
  for (const type of ["application/json+oembed", "text/xml+oembed"]) {
    const href = await page.locator(`link[type="${type}"]`).getAttribute("href");
    const answer = await request.get(href ?? "");
    expect([answer.status(), await answer.text()]).toEqual([200, expect.stringContaining(words)]);
    expect(answer.headers()["access-control-allow-origin"]).toBe("*");
  }
  await page.getByText("Share this story", { exact: true }).click();
  await page.getByRole("link", { name: "Embed", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Embed this story" })).toBeVisible();
  await expect.poll(async () => fits(await framed(page, id))).toBe(true);
  await check(page, "the code to embed a story");
  await page.getByRole("link", { name: "Dark", exact: true }).click();
  await expect(page).toHaveURL(`${baseURL}/stories/${id}/embed/dark`);
  await page.getByRole("button", { name: "Copy code" }).first().click();
  const clipboard = () => page.evaluate(() => navigator.clipboard.readText());
  await expect.poll(clipboard).toContain(`data-look="dark"`);
  expect(await clipboard()).toBe(await page.getByLabel("The code", { exact: true }).inputValue());
});

test("a frame can be read by everyone", async ({ page }) => {
  const words = someWords("The cot was empty by six.");
  await publishStory(page.request, words, warned);
  await expect.poll(async () => (await page.request.get("/embed/feed")).text()).toContain(words);
  await page.goto("/embed/feed");
  for (const gate of await page.getByText("Show story").all()) await gate.click();
  await expect(page.getByText(words)).toBeVisible();
  await check(page, "the frame of the newest stories, their gates open");
});

test("frames compared as pictures", async ({ page }) => {
  const { request } = page;
  // As long as each other, and nothing else alike.
  const [one, other] = await Promise.all(
    ["The cot was empty by six.", "My mother forgot my face."].map((words) =>
      publishStory(request, someWords(words), warned),
    ),
  );
  const plain = await publishStory(request, someWords("He hummed."), {
    ...{ bylineName: "Maria", bylineRole: "night nurse" },
  });
  /** The same words and date in every run, at a width in pixels. */
  const look = async (id: string | undefined, query: string, width = 550) => {
    await page.setViewportSize({ width, height: width < 400 ? 420 : 320 });
    await page.goto(`/embed/stories/${id}${query}`);
    await page.evaluate(() => {
      const [words] = document.querySelectorAll(":not(details) > .words");
      if (words)
        words.textContent =
          "The moon was still there. Every night I wheeled him to the window, and every night he counted it, as if somebody might have taken one away.";
      for (const time of document.querySelectorAll("time")) time.textContent = "21 November 2026";
      return document.fonts.ready;
    });
    return page.screenshot({ animations: "disabled" });
  };
  const same = (a: Buffer, b: Buffer) => a.equals(b);

  await page.emulateMedia({ colorScheme: "light" });
  const light = await look(plain, "?look=light");
  expect(same(light, await look(plain, "")), "as the reader likes: light").toBe(true);
  const dark = await look(plain, "?look=dark");
  const narrow = await look(plain, "", 358);
  const closed = await look(one, "");
  expect(same(closed, await look(other, "")), "a closed gate shows nothing of the words").toBe(
    true,
  );
  for (const gate of await page.getByText("Show story").all()) await gate.click();
  expect(same(closed, await page.screenshot()), "an open one does").toBe(false);

  await page.emulateMedia({ colorScheme: "dark" });
  expect(same(dark, await look(plain, "")), "as the reader likes: dark").toBe(true);
  expect(same(light, await look(plain, "?look=light")), "always light").toBe(true);
  expect(same(light, dark)).toBe(false);

  await expectAsLookedAt("frame-light", light);
  await expectAsLookedAt("frame-dark", dark);
  await expectAsLookedAt("frame-narrow", narrow);
  await expectAsLookedAt("frame-gate", closed);
});
