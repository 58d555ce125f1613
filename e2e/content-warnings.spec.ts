import type { Locator, Page } from "@playwright/test";
import { check } from "./fixtures/axe.ts";
import { slowProxy } from "./fixtures/slow-proxy.ts";
import { decideOn, openAtDesk, press, sendStory, someWords } from "./fixtures/steps.ts";
import { expect, test } from "./fixtures/test.ts";

const field = (page: Page) => page.getByLabel("Your story", { exact: true });

test("content warnings are suggested from the words, and set by nobody but the storyteller", async ({
  page,
}) => {
  await page.goto("/share");
  await field(page).fill("The miscarriage came before the cradle was painted.");
  const suggestion = page.getByRole("button", { name: "Add: miscarriage" });
  await expect(suggestion).toBeVisible();
  const box = page.getByRole("checkbox", { name: "miscarriage" });
  await expect(box).not.toBeChecked();
  await suggestion.click();
  await expect(box).toBeChecked();
  await expect(suggestion).toBeHidden();
});

test("what is chosen is chosen alone, also where it is read and changed", async ({
  page,
  moderator,
}) => {
  const words = someWords("She laughed until the end.");
  await page.goto("/share");
  await field(page).fill(words);
  // The first box of all, by itself.
  await page.getByRole("checkbox", { name: "death", exact: true }).check();
  await page.getByRole("checkbox", { name: /may appear on this site/ }).check();
  await page.getByRole("button", { name: "Share your story" }).click();
  await expect(page).toHaveURL(/\/my\/[\w-]{32}$/);
  const chosen = (where: Page) => where.locator('input[name="warnings"]:checked');
  await page.goto(`${page.url()}/change`);
  await expect(page.getByRole("status").filter({ hasText: "left" })).toBeVisible();
  await expect(chosen(page)).toHaveCount(1);
  await openAtDesk(moderator, words);
  await moderator.getByLabel("Message to the storyteller").fill("Thank you."); // it is awake
  await expect(chosen(moderator)).toHaveCount(1);
  await decideOn(moderator, "Approve");
  await page.goto(page.url().replace(/\/change$/, ""));
  await expect(page.getByText("Contains: death")).toHaveText("Contains: death, mentioned");
});

test("one that is further down is opened and chosen there", async ({ page }) => {
  await page.goto("/share");
  await field(page).fill("He was drunk again. The drinking never stopped, his alcoholism won.");
  await page.getByRole("button", { name: "Add: addiction" }).click();
  await expect(page.getByRole("checkbox", { name: "addiction" })).toBeChecked();
  await expect(page.getByRole("checkbox", { name: "addiction" })).toBeFocused();
});

test.describe("someone in danger", () => {
  test.use({ timezoneId: "Europe/London", locale: "en-GB" });

  test("is shown their helpline while they write; it is changeable and stops nothing", async ({
    page,
    moderator,
  }) => {
    const words = someWords("I don’t want to be here any more. I want to die.");
    await page.goto("/share");
    await field(page).fill(words);
    const care = page.getByRole("complementary", { name: /thinking of ending your life/ });
    await expect(care.getByRole("link", { name: "Samaritans" })).toBeVisible();
    await expect(care.getByRole("link", { name: "Call 116 123" })).toHaveAttribute(
      "href",
      "tel:116123",
    );
    await care.getByLabel("Where you are").selectOption({ label: "France" });
    await expect(care.getByRole("link", { name: "Call 3114" })).toBeVisible();

    await page.getByRole("checkbox", { name: /may appear on this site/ }).check();
    await page.getByRole("button", { name: "Share your story" }).click();
    await expect(page).toHaveURL(/\/my\/[\w-]{32}$/);
    // There too, for who has no scripts.
    await expect(
      page.getByRole("complementary", { name: /thinking of ending your life/ }),
    ).toBeVisible();

    await moderator.goto("/moderation");
    const first = moderator.getByRole("navigation", { name: "Waiting stories" }).getByRole("link");
    await expect(first.first()).toContainText("Care");
    // It may be another moderator's next one.
    await openAtDesk(moderator, words);
    await expect(moderator.getByText("may speak of a present wish to die").first()).toBeVisible();
  });
});

type Told = { slug: string; intensity?: string };

/** A published story with one content warning. */
async function publish(page: Page, moderator: Page, { slug, intensity = "GRAPHIC" }: Told) {
  const words = someWords("What he saw there he told nobody for eleven years.");
  await sendStory(page.request, words, { warnings: slug, [`intensities.${slug}`]: intensity });
  const id = await openAtDesk(moderator, words);
  await decideOn(moderator, "Approve");
  return { id, words };
}

const storyIn = (page: Page, id: string) => page.locator(`article:has(a[href="/stories/${id}"])`);
const summaryOf = (story: Locator) => story.locator("details.gate > summary");
const leftOut = /A story was left out, as you chose\. Contains: blood or gore, graphic/;

/** What was chosen before the page is opened. */
const chosen = (page: Page, kept: string) =>
  page.addInitScript((value) => localStorage.setItem("vignette.warnings", value), kept);

type Frames = { frames: number; loading: number; seen: number; shift: number };

/** Looks in every frame, right before it is painted, whether a story stands there. */
async function watchFrames(page: Page, id: string): Promise<() => Promise<Frames>> {
  await page.addInitScript((href) => {
    const told = { frames: 0, loading: 0, seen: 0, shift: 0 };
    Object.assign(window, { told });
    const look = () => {
      told.frames += 1;
      if (document.readyState === "loading" && document.body) told.loading += 1;
      const link = document.querySelector(`article a[href="${href}"]`);
      const story = link?.closest("article");
      const parts = story?.querySelectorAll(".words, .thread, .story-meta") ?? [];
      if ([...parts].some((part) => part.checkVisibility())) told.seen += 1;
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
    new PerformanceObserver((list) => {
      for (const each of list.getEntries() as unknown as { value: number }[]) {
        told.shift += each.value;
      }
    }).observe({ type: "layout-shift", buffered: true });
  }, `/stories/${id}`);
  return () => page.evaluate(() => (window as unknown as { told: Frames }).told);
}

test.describe("what a reader chose not to see", () => {
  test("is in no frame that is painted, however slowly the page comes", async ({
    page,
    moderator,
    context,
    baseURL,
  }) => {
    const { id, words } = await publish(page, moderator, { slug: "blood-gore" });
    const proxy = await slowProxy(baseURL ?? "");
    try {
      for (const kept of ['{"blood-gore:3":"hide"}', "{}"]) {
        const reader = await context.newPage();
        await chosen(reader, kept);
        const frames = await watchFrames(reader, id);
        await reader.goto(proxy.url);
        const told = await frames();
        expect(told.loading, "frames while it came").toBeGreaterThan(5);
        expect(told.shift, "nothing moves").toBe(0);
        // The same watch sees it where it was not left out.
        if (kept === "{}") expect(told.seen).toBeGreaterThan(0);
        else expect(told.seen).toBe(0);
        if (kept !== "{}") {
          const story = storyIn(reader, id);
          await expect(summaryOf(story)).toHaveText(leftOut);
          const snapshot = await story.ariaSnapshot();
          expect(snapshot).not.toContain(words);
          expect(snapshot).not.toContain("Anonymous,");
          expect(await story.innerText()).not.toContain(words);
          await summaryOf(story).click();
          await expect(story.getByText(words)).toBeVisible();
          await expect(story.getByRole("link", { name: "Report" })).toBeVisible();
        }
        await reader.close();
      }
    } finally {
      proxy.close();
    }
  });

  test("and what they chose to see is open in the first frame that has it", async ({
    page,
    moderator,
    context,
    baseURL,
  }) => {
    const { id } = await publish(page, moderator, { slug: "needles", intensity: "DESCRIBED" });
    const proxy = await slowProxy(baseURL ?? "");
    try {
      const reader = await context.newPage();
      await chosen(reader, '{"needles:1":"show","needles:2":"show"}');
      await reader.addInitScript((href) => {
        const told = { open: 0, closed: 0 };
        Object.assign(window, { told });
        const look = () => {
          const story = document.querySelector(`a[href="${href}"]`)?.closest("article");
          const gate = story?.querySelector("details");
          if (gate) told[gate.open ? "open" : "closed"] += 1;
          requestAnimationFrame(look);
        };
        requestAnimationFrame(look);
      }, `/stories/${id}`);
      await reader.goto(proxy.url);
      const told = await reader.evaluate(
        () => (window as unknown as { told: { open: number; closed: number } }).told,
      );
      expect(told.closed).toBe(0);
      expect(told.open).toBeGreaterThan(0);
    } finally {
      proxy.close();
    }
  });

  test("waits behind its gate on its own page, which says so", async ({ page, moderator }) => {
    const { id, words } = await publish(page, moderator, { slug: "blood-gore" });
    await chosen(page, '{"blood-gore:3":"hide"}');
    await page.goto(`/stories/${id}`);
    await expect(page.getByText("You chose to leave out stories like this.")).toBeVisible();
    await expect(page.getByText(words)).toBeHidden();
    const story = page.getByRole("article").first();
    await expect(story.getByRole("link", { name: "Report" })).toBeVisible();
    await story.getByText("Show story").click();
    await expect(page.getByText(words)).toBeVisible();
    await expect(page.getByText("You chose to leave out stories like this.")).toBeHidden();
  });

  test("is left out too when it comes later", async ({ page }) => {
    await chosen(page, '{"blood-gore:3":"hide","death:1":"show"}');
    await page.goto("/");
    const states = await page.evaluate(async () => {
      const list = document.querySelector("article")?.parentElement;
      for (const warnings of [
        "blood-gore:3",
        "death:1",
        "death:1 blood-gore:3",
        "reported death:1",
      ]) {
        const gate = `<details class="gate" data-warnings="${warnings}"><summary>?</summary><p class="late">?</p></details>`;
        list?.insertAdjacentHTML(
          "beforeend",
          `<article>${gate}<footer class="late">?</footer></article>`,
        );
      }
      await Promise.resolve();
      return [...document.querySelectorAll(".late")].map((late) => late.checkVisibility());
    });
    expect(states).toEqual([false, false, true, true, false, false, false, true]);
  });

  for (const kept of [
    "",
    "{",
    "null",
    "7",
    '["hide"]',
    '{"blood-gore:3":{"a":1}}',
    '{"death:3":"HIDE"}',
  ]) {
    test(`is nothing when ${kept || "an empty word"} was kept: the gate stays`, async ({
      page,
    }) => {
      await chosen(page, kept);
      await page.goto("/");
      const gates = page.locator("details.gate");
      expect(await gates.count()).toBeGreaterThan(0);
      for (const gate of await gates.all()) {
        await expect(gate).not.toHaveAttribute("open");
        await expect(gate).not.toHaveAttribute("data-choice");
        await expect(gate.getByText("Show story")).toBeVisible();
      }
    });
  }
});

test.describe("choosing", () => {
  test("at a gate takes one press more than opening it, and one undoes it", async ({
    page,
    moderator,
  }) => {
    const { id, words } = await publish(page, moderator, { slug: "blood-gore" });
    await page.goto("/");
    const story = storyIn(page, id);
    await story.getByText("Show story").click();
    await story.getByRole("button", { name: "Never show blood or gore, graphic" }).click();
    await expect(summaryOf(story)).toHaveText(leftOut);
    await expect(summaryOf(story)).toBeFocused();
    await expect(story.getByText(words)).toBeHidden();
    await page.reload();
    await expect(summaryOf(story)).toHaveText(leftOut);
    await summaryOf(story).press("Enter");
    const never = story.getByRole("button", { name: "Never show blood or gore, graphic" });
    await expect(never).toHaveAttribute("aria-pressed", "true");
    await never.click();
    await expect(story.getByText(words)).toBeVisible();
    await story.getByRole("button", { name: "Always show blood or gore, graphic" }).click();
    await expect(story.getByText(words)).toBeVisible();
    await page.reload();
    await expect(story.getByText(words)).toBeVisible();
    await page.goto(`/stories/${id}`);
    await expect(page.getByText(words)).toBeVisible();
  });

  test("on the page of all warnings: two presses, saved at once, in other tabs too", async ({
    page,
    moderator,
    context,
  }) => {
    const gore = await publish(page, moderator, { slug: "blood-gore" });
    const needles = await publish(page, moderator, { slug: "needles", intensity: "DESCRIBED" });
    const other = await context.newPage();
    await other.goto("/");
    await page.goto("/");
    await page.getByRole("contentinfo").getByRole("link", { name: "Choose what you see" }).click();
    await expect(page.getByRole("heading", { name: "Choose what you see" })).toBeVisible();
    const set = (name: string) => page.getByRole("group", { name, exact: true });
    await press(set("needles"), "Show");
    await press(set("blood or gore"), "Leave out");
    await expect(page.getByRole("status")).toHaveText("Saved: blood or gore, left out.");

    await expect(summaryOf(storyIn(other, gore.id))).toHaveText(leftOut);
    await expect(other.getByText(needles.words)).toBeVisible();

    await page.reload();
    await expect(set("needles").getByRole("radio", { name: "Show" })).toBeChecked();
    await page.locator("summary", { hasText: "needles" }).click();
    await press(set("needles, graphic"), "Gate");
    // It differs now, so nothing is said of the whole.
    await expect(set("needles").getByRole("radio", { checked: true })).toHaveCount(0);
    await expect(page.locator("summary", { hasText: "needles: by intensity" })).toBeVisible();
    const again = page.getByRole("button", { name: "Reset all choices" });
    await again.click();
    await expect(page.getByRole("status")).toContainText("behind its gate again");
    await page.getByRole("button", { name: "Bring my choices back" }).press("Enter");
    await expect(page.getByRole("status")).toHaveText("Your choices are back.");
    await expect(set("blood or gore").getByRole("radio", { name: "Leave out" })).toBeChecked();
    await again.click();
    await expect(set("blood or gore").getByRole("radio", { name: "Gate" })).toBeChecked();
    await expect(other.getByText(needles.words)).toBeHidden();
    await press(set("All: Medical"), "Leave out");
    await expect(set("needles, graphic").getByRole("radio", { name: "Leave out" })).toBeChecked();
    await expect(set("death").getByRole("radio", { name: "Gate" })).toBeChecked();
  });

  test("has nothing that axe finds", async ({ page }) => {
    await page.goto("/content-warnings");
    const first = page.getByRole("group", { name: "death", exact: true });
    await press(first, "Leave out");
    await page.locator("summary", { hasText: "miscarriage" }).click();
    await check(page, "choosing");
    await page.evaluate(() => {
      const every: Record<string, string> = {};
      for (const gate of document.querySelectorAll("input[type=radio][value=hide]")) {
        const slug = gate.getAttribute("name") ?? "";
        for (const level of [1, 2, 3]) every[`${slug}:${level}`] = "hide";
      }
      localStorage.setItem("vignette.warnings", JSON.stringify(every));
    });
    await page.goto("/");
    const left = page.locator("details.gate[data-choice=hide]");
    expect(await left.count()).toBeGreaterThan(0);
    await check(page, "feed with stories left out");
    await left.first().locator("summary").click();
    await expect(page.getByText("Stories like this, from now on")).toBeVisible();
    await check(page, "the end of a story that was behind its gate");
  });

  test("needs JavaScript: without it the gates stand and the page says so", async ({ browser }) => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    // Where a gate's link leads.
    await page.goto("/content-warnings#needles");
    await expect(page.locator("#needles")).toBeInViewport();
    await expect(page.getByText("Choosing needs JavaScript, which is off here.")).toBeVisible();
    await expect(
      page.getByRole("paragraph").filter({ hasText: "homophobia or transphobia" }),
    ).toBeVisible();
    await expect(page.locator("summary")).toHaveCount(0);
    await expect(page.getByRole("radio").first()).toBeHidden();
    await page.goto("/");
    const gate = page.locator("details.gate").first();
    await expect(gate.getByText("Show story")).toBeVisible();
    await expect(page.getByText("A story was left out").first()).toBeHidden();
    await gate.getByText("Show story").click();
    await expect(gate.locator(".words")).toBeVisible();
    await context.close();
  });
});

test.describe("a story that calls for a helpline", () => {
  test.use({ timezoneId: "Europe/Berlin", locale: "en-GB" });

  test("names the one of the reader's country, changeable, remembered, and told to nobody", async ({
    page,
    moderator,
  }) => {
    const { id } = await publish(page, moderator, { slug: "suicide", intensity: "MENTIONED" });
    const asked: string[] = [];
    page.on("request", (request) => asked.push(request.url()));
    await page.goto(`/stories/${id}`);
    const note = page.getByRole("complementary", { name: "Helplines" });
    await expect(note.getByRole("link", { name: "TelefonSeelsorge" })).toBeVisible();
    await expect(note.getByRole("link", { name: "Call 0800 111 0 111" })).toHaveAttribute(
      "href",
      "tel:08001110111",
    );
    await note.getByLabel("Not in Germany?").selectOption({ label: "New Zealand" });
    await expect(note.getByRole("link", { name: "Text 1737" })).toHaveAttribute("href", "sms:1737");
    await page.goto("/");
    const story = storyIn(page, id);
    await story.getByRole("link", { name: "someone is there to talk" }).click();
    await expect(story.getByRole("link", { name: "1737, need to talk?" })).toBeFocused();
    await story.getByLabel("Not in New Zealand?").selectOption({ label: "Somewhere else" });
    await expect(story.getByRole("link", { name: "Find a Helpline" })).toBeVisible();
    await page.goto(`/stories/${id}`);
    await expect(note.getByRole("link", { name: "Find a Helpline" })).toBeVisible();
    const site = new URL(page.url()).origin;
    // An id may have such letters by chance.
    const said = asked.map((url) => url.replaceAll(id, ""));
    expect(said.filter((url) => !url.startsWith(site) || /DE|NZ|Berlin/.test(url))).toEqual([]);
  });

  test("keeps the place of its numbers, so that nothing moves", async ({ page, moderator }) => {
    const { id } = await publish(page, moderator, { slug: "suicide", intensity: "MENTIONED" });
    const frames = await watchFrames(page, id);
    for (const width of [390, 1440]) {
      await page.setViewportSize({ width, height: 1600 });
      await page.goto(`/stories/${id}`);
      const note = page.getByRole("complementary", { name: "Helplines" });
      await expect(note.getByRole("link", { name: "TelefonSeelsorge" })).toBeVisible();
      expect((await frames()).shift).toBe(0);
    }
  });

  test("has every number one link away without JavaScript", async ({
    page,
    moderator,
    browser,
  }) => {
    const { id } = await publish(page, moderator, { slug: "suicide", intensity: "MENTIONED" });
    const context = await browser.newContext({ javaScriptEnabled: false });
    const reader = await context.newPage();
    await reader.goto(`/stories/${id}`);
    await reader.getByRole("link", { name: "Find a helpline in your country" }).click();
    await expect(reader.getByRole("link", { name: "TelefonSeelsorge" })).toBeVisible();
    await context.close();
  });
});
