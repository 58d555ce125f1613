import { openForm, post } from "./fixtures/posting.ts";
import { decideOn, openAtDesk, shareStory, someWords } from "./fixtures/steps.ts";
import { expect, test } from "./fixtures/test.ts";

const storyLinks = /href="(\/stories\/\w{12})"/g;
const olderLink = /<a(?=[^>]* rel="next")[^>]* href="(\/older\/[\w-]+)"/;

test("the feed goes back page by page, each story once", async ({ request }) => {
  const seen: string[] = [];
  let path: string | undefined = "/";
  while (path) {
    const html: string = await (await request.get(path)).text();
    const onPage: string[] = [
      ...new Set([...html.matchAll(storyLinks)].map(([, link]) => link ?? "")),
    ];
    expect(onPage.length).toBeLessThanOrEqual(20);
    seen.push(...onPage);
    path = olderLink.exec(html)?.[1];
  }
  expect(seen.length).toBeGreaterThanOrEqual(80);
  // Stories may arrive while we go; what is older than a cursor stays where it is.
  expect(new Set(seen).size).toBe(seen.length);
});

test("an older page stays as it is while stories arrive", async ({ page, moderator }) => {
  const older = olderLink.exec(await (await page.request.get("/")).text())?.[1] ?? "";
  const links = async () =>
    [...(await (await page.request.get(older)).text()).matchAll(storyLinks)].map(
      ([, link]) => link,
    );
  const before = await links();
  const words = someWords();
  await shareStory(page, words);
  await openAtDesk(moderator, words);
  await decideOn(moderator, "Approve");
  expect(await links()).toEqual(before);
});

test("a warned story's words are in no title, description or preview", async ({ request }) => {
  const html = await (await request.get("/")).text();
  const gated =
    /<article(?:(?!<\/article>)[\s\S])*?class="gate(?:(?!<\/article>)[\s\S])*?href="(\/stories\/\w{12})"/.exec(
      html,
    )?.[1] ?? "";
  expect(gated).not.toBe("");
  const story = await (await request.get(gated)).text();
  const words = /class="[^"]*words[^"]*"[^>]*>([\s\S]*?)<\//.exec(story)?.[1] ?? "";
  expect(words.length).toBeGreaterThan(10);
  const head = story.slice(0, story.indexOf("</head>"));
  expect(head).not.toContain(words.slice(0, 20));
  expect(head).toContain("Contains: ");
});

test("the gate's accessible name is the label, not the words", async ({ page }) => {
  await page.goto("/");
  const gate = page.locator("details.gate").first();
  const snapshot = await gate.ariaSnapshot();
  expect(snapshot).toContain("Contains:");
  expect(snapshot).toContain("Show story");
  const words = (await gate.locator("[dir=auto]").last().textContent()) ?? "";
  expect(snapshot).not.toContain(words.trim().slice(0, 15));
});

test("line breaks are kept, and right-to-left stories run right to left", async ({ page }) => {
  for (let path: string | null = "/"; path;) {
    await page.goto(path);
    const arabic = page
      .locator("[dir=auto]")
      .filter({ hasText: /[\u0627-\u064a]{3}/ })
      .first();
    if (await arabic.count()) {
      expect(await arabic.evaluate((words) => getComputedStyle(words).direction)).toBe("rtl");
      expect(await arabic.evaluate((words) => getComputedStyle(words).whiteSpace)).toMatch(/pre/);
      return;
    }
    path = await page
      .getByRole("link", { name: /Older/ })
      .getAttribute("href")
      .catch(() => null);
  }
  throw new Error("There is no Arabic story.");
});

test("what is not public is not there: the same bytes as an unknown id, and nothing on any public page", async ({
  request,
  page,
  moderator,
}) => {
  const secret = "onlythestorytellerknows";
  const waiting = someWords(`${secret} waiting.`);
  const rejected = someWords(`${secret} rejected.`);
  const removed = someWords(`${secret} taken down.`);
  const withdrawn = someWords(`${secret} withdrawn.`);
  const ids: string[] = [];
  for (const words of [waiting, rejected, removed, withdrawn]) {
    const link = await shareStory(page, words);
    ids.push(await openAtDesk(moderator, words));
    if (words === rejected) await decideOn(moderator, "Reject", "Advertising or spam");
    if (words === removed) {
      await decideOn(moderator, "Approve");
      await moderator.goto(`/moderation/stories/${ids.at(-1)}`);
      await decideOn(moderator, "Take down", "Someone in it asked us to");
    }
    if (words === withdrawn) {
      await decideOn(moderator, "Approve");
      await page.goto(`${link}/withdraw`);
      await page.getByRole("button", { name: "Yes, withdraw it" }).click();
      await expect(page.getByRole("heading", { name: "You withdrew your story" })).toBeVisible();
    }
  }
  const headersOf = (headers: Record<string, string>) =>
    Object.fromEntries(
      Object.entries(headers).filter(([name]) => !["date", "x-request-id"].includes(name)),
    );
  const unknown = await request.get("/stories/zzzzzzzzzzzz");
  expect(unknown.status()).toBe(404);
  for (const id of ids) {
    const answer = await request.get(`/stories/${id}`);
    expect(answer.status()).toBe(404);
    expect((await answer.body()).equals(await unknown.body())).toBe(true);
    expect(headersOf(answer.headers())).toEqual(headersOf(unknown.headers()));
  }

  // What has just been published stands first in its lists: two links from the front page lead to
  // every list and to the neighbours of the newest stories, however many other tests publish meanwhile.
  const visited = new Set<string>();
  const apart = /^\/(moderation|previews|sign-in|api|es\/|stories\/\w+\/\w)/;
  let step = new Set(["/"]);
  for (let away = 0; away <= 2; away++) {
    const onwards = new Set<string>();
    const visit = async (path: string) => {
      visited.add(path);
      const html = await (await request.get(path)).text();
      expect(html, path).not.toContain(secret);
      for (const id of ids) expect(html, path).not.toContain(id);
      for (const [, href = "/"] of html.matchAll(/href="(\/[^"#]*)"/g)) onwards.add(href);
    };
    // Four at once, as a reader's browser asks; more would hold up the tests beside this one.
    const paths = step.values();
    const visitor = async () => {
      for (const path of paths) await visit(path);
    };
    await Promise.all([visitor(), visitor(), visitor(), visitor()]);
    step = new Set([...onwards].filter((path) => !visited.has(path) && !apart.test(path)));
  }
  expect(visited.size).toBeGreaterThan(90);
});

test("a story that waits is found by nobody's guess of its client-side data either", async ({
  request,
}) => {
  const words = someWords("unfindable");
  await post(request, { ...(await openForm(request)), text: words });
  for (const path of ["/", "/stories/zzzzzzzzzzzz"]) {
    const data = await (await request.get(path, { headers: { rsc: "1" } })).text();
    expect(data).not.toContain(words);
  }
});

test("addresses that lead nowhere answer 404, with a way on", async ({ page }) => {
  for (const path of [
    "/stories/short",
    "/older/nonsense",
    "/my/nonsense",
    "/no-such-page",
    "/themes/none/at/all",
    "/%E0%A4%A",
  ]) {
    const answer = await page.request.get(path);
    expect(answer.status(), path).toBe(404);
  }
  expect((await page.goto("/no-such-page"))?.status()).toBe(404);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await page.getByRole("main").getByRole("link").first().click();
  await expect(page).not.toHaveURL(/no-such-page/);
});
