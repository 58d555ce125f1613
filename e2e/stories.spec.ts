import { lengthCases } from "#lib/stories/length.cases.ts";
import { normaliseText } from "#lib/stories/text.ts";
import { hiddenFields, openForm, post, wordsIn } from "./fixtures/posting.ts";
import { countOf, shareByForm, someWords } from "./fixtures/steps.ts";
import { expect, test } from "./fixtures/test.ts";

test("what is wrong is said in a summary that takes focus, and beside each field; nothing is lost", async ({
  page,
}) => {
  await page.goto("/share");
  await page.getByLabel("Your name").fill("Noor");
  await page.getByRole("button", { name: "Share your story" }).click();
  const summary = page.getByRole("main").getByRole("alert");
  await expect(summary).toBeFocused();
  await expect(summary.getByRole("link", { name: /write your story/ })).toBeVisible();
  const story = page.getByLabel("Your story", { exact: true });
  await expect(story).toHaveAttribute("aria-invalid", "true");
  await expect(story).toHaveAccessibleDescription(/Please write your story/);
  await expect(page.getByLabel("Your name")).toHaveValue("Noor");
  await summary.getByRole("link", { name: /write your story/ }).click();
  await expect(story).toBeFocused();
});

test("the counter counts as a tweet does, and what is over is marked, not cut", async ({
  page,
}) => {
  await page.goto("/share");
  const story = page.getByLabel("Your story", { exact: true });
  const counter = page.getByRole("status").filter({ hasText: /left|over/ });
  await story.fill("👩🏽‍⚕️ https://example.org/a/very/long/address/that/weighs/twenty-three 語");
  await expect(counter).toHaveText(`${280 - (2 + 1 + 23 + 1 + 2)} left`);
  await story.fill("a".repeat(280));
  await expect(counter).toHaveText("0 left");
  await story.fill(`${"a".repeat(280)}bcd`);
  await expect(counter).toHaveText("3 over the limit of 280");
  await expect(page.locator("mark").filter({ hasText: "bcd" }).first()).toBeAttached();
  await expect(story).toHaveValue(`${"a".repeat(280)}bcd`);
  await page.getByRole("checkbox", { name: /may appear on this site/ }).check();
  await page.getByRole("button", { name: "Share your story" }).click();
  await expect(page.getByRole("main").getByRole("alert")).toContainText("is 3 over");
  await expect(story).toHaveValue(`${"a".repeat(280)}bcd`);
});

test("the counter agrees with every case of the table", async ({ page }) => {
  await page.goto("/share");
  const story = page.getByLabel("Your story", { exact: true });
  const counter = page.getByRole("status").filter({ hasText: /left|over/ });
  await expect(page.locator(".story-field > :not(textarea)")).toBeAttached(); // it is awake
  for (const { name, text, weight } of lengthCases) {
    // A field never holds a carriage return, and what is taken out when sending is not counted.
    if (normaliseText(text) !== text) continue;
    await story.fill(text);
    const left = 280 - weight;
    const said =
      left < 0 ? `${(-left).toLocaleString("en")} over the limit of 280` : `${left} left`;
    await expect(counter, name).toHaveText(said);
  }
});

test("a double click sends one story", async ({ page }) => {
  const words = someWords("Twice I pressed the bell, once he came.");
  await page.goto("/share");
  await page.getByLabel("Your story", { exact: true }).fill(words);
  await page.getByRole("checkbox", { name: /may appear on this site/ }).check();
  await page.getByRole("button", { name: "Share your story" }).dblclick();
  await expect(page).toHaveURL(/\/my\/[\w-]{32}$/);
  expect(await countOf(words)).toBe(1);
});

test("sent again after a lost answer, a form leads to the same private link", async ({
  request,
}) => {
  const form = { ...(await openForm(request)), text: someWords() };
  const [first, second] = await Promise.all([post(request, form), post(request, form)]);
  const third = await post(request, form);
  expect(first.status()).toBe(303);
  const places = [first, second, third].map((answer) => answer.headers().location);
  expect(places[0]).toMatch(/\/my\/[\w-]{32}$/);
  expect(new Set(places).size).toBe(1);
});

test("other words in a form that was already sent are kept, and can be sent", async ({
  request,
}) => {
  const form = await openForm(request);
  const first = await post(request, { ...form, text: someWords() });
  expect(first.status()).toBe(303);

  const words = someWords("Another evening, another corridor.");
  const refused = await post(request, { ...form, text: words });
  expect(refused.status()).toBe(200);
  const html = await refused.text();
  expect(html).toContain("already sent once. What you wrote now is kept");
  expect(wordsIn(html)).toBe(words);
  expect(await countOf(words)).toBe(0);

  const again = hiddenFields(html);
  expect(again.key).not.toBe(form.key);
  const second = await post(request, { ...again, text: wordsIn(html) });
  expect(second.status()).toBe(303);
  expect(second.headers().location).not.toBe(first.headers().location);
  expect(await countOf(words)).toBe(1);
});

test("too many from one address: 429, in words, with the story kept", async ({ request, page }) => {
  const limit = Number(process.env.SUBMISSIONS_PER_HOUR ?? 20);
  for (let count = 0; count < limit; count++) {
    const taken = await post(request, { ...(await openForm(request)), text: someWords() });
    expect(taken.status()).toBe(303);
  }
  const words = someWords("The last one today.");
  const refused = await post(request, { ...(await openForm(request)), text: words });
  expect(refused.status()).toBe(429);
  const html = await refused.text();
  expect(html).toContain("Please send yours in");
  expect(html).toContain(words);

  await page.goto("/share");
  await page.getByLabel("Your story", { exact: true }).fill(words);
  await page.getByRole("checkbox", { name: /may appear on this site/ }).check();
  await page.getByRole("button", { name: "Share your story" }).click();
  await expect(page.getByRole("main").getByRole("alert")).toContainText("Please send yours in");
  await expect(page.getByLabel("Your story", { exact: true })).toHaveValue(words);
});

test.describe("a client can't choose its address", () => {
  test("by naming another proxy's client in front", async ({ playwright, baseURL, address }) => {
    const limit = Number(process.env.SUBMISSIONS_PER_HOUR ?? 20);
    const statuses: number[] = [];
    for (let count = 0; count <= limit; count++) {
      // What the client says comes first; what the trusted proxy saw, last.
      const forwarded = `203.0.113.${count}, ${address}`;
      const request = await playwright.request.newContext({
        baseURL: baseURL ?? "",
        extraHTTPHeaders: { "x-forwarded-for": forwarded },
      });
      statuses.push(
        (await post(request, { ...(await openForm(request)), text: someWords() })).status(),
      );
      await request.dispose();
    }
    expect(statuses.at(-1)).toBe(429);
  });
});

test.describe("hostile forms get a sentence, never a 500", () => {
  const cases: [string, Record<string, string>, RegExp][] = [
    ["NUL", { text: "a\0b" }, /null character/],
    ["only invisible characters", { text: "\u200b\u2800\u3164" }, /all invisible/],
    ["a tower of marks", { text: `a${"\u0301".repeat(40)}` }, /too many marks/],
    ["281", { text: "a".repeat(281) }, /is 1 over/],
    ["a very long text", { text: "a".repeat(100_000) }, /over|too long/],
    ["an unknown warning", { text: "words", warnings: "nonsense" }, /from the list/],
    [
      "an unknown intensity",
      { text: "words", warnings: "death", "intensities.death": "EXTREME" },
      /from the list/,
    ],
    ["a theme that is none", { text: "words", theme: "../../etc" }, /theme from the list/],
    ["no consent", { text: "words", consent: "" }, /tick this/],
    ["a byline of 61", { text: "words", bylineName: "b".repeat(61) }, /up to 60/],
    [
      "someone else, without saying more",
      { text: "words", subject: "SOMEONE_ELSE" },
      /whether they agreed/,
    ],
    ["an unknown call", { text: "words", call: "no-such-call" }, /closed|takes no more/],
  ];
  for (const [what, fields, sentence] of cases) {
    test(what, async ({ request }) => {
      const answer = await post(request, { ...(await openForm(request)), ...fields });
      expect(answer.status()).toBe(200);
      expect((await answer.text()).replaceAll("&#x27;", "'")).toMatch(sentence);
    });
  }

  test("a body without end", async ({ request }) => {
    const answer = await post(request, { text: "a".repeat(12_000_000) });
    expect(answer.status()).toBe(413);
    expect(await answer.text()).toContain("picture is too large");
  });

  test("a made-up action", async ({ request }) => {
    const answer = await request.post("/share", {
      headers: { "next-action": "0".repeat(42) },
      data: "[]",
    });
    expect(answer.status()).toBeLessThan(500);
  });
});

test("the private page is kept nowhere and named to nobody", async ({ page }) => {
  const link = await shareByForm(page, someWords());
  const answer = await page.request.get(link);
  const headers = answer.headers();
  expect(headers["cache-control"]).toContain("no-store");
  expect(headers["x-robots-tag"]).toContain("noindex");
  expect(headers["referrer-policy"]).toBe("same-origin");
  await expect(page.getByLabel("Your private link")).toHaveValue(link);
});
