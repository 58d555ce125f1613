import type { Page } from "@playwright/test";
import { check } from "./fixtures/axe.ts";
import { decideOn, openAtDesk, shareStory, someWords } from "./fixtures/steps.ts";
import { expect, test } from "./fixtures/test.ts";

const callForm = "/calls/the-ones-you-carry/share";

/** Rejected, it is looked at beside its other states (own.spec.ts). */
const decided = [
  {
    buttons: ["Ask for changes"],
    reason: "Hard to follow",
    heading: "A moderator asks for a change",
  },
  {
    buttons: ["Approve", "Take down"],
    reason: "Someone in it asked us to",
    heading: "Your story was taken down",
  },
];

test.describe("axe", () => {
  test("axe finds nothing on the public pages", async ({ page }) => {
    await page.goto("/");
    await check(page, "feed");
    await page.locator("details.gate summary").first().click();
    await check(page, "feed with an open gate");
    // As a page of its own: pressed, it would be added to this one.
    const older = await page.getByRole("link", { name: /Older/ }).getAttribute("href");
    await page.goto(older ?? "");
    await expect(page).toHaveURL(/older/);
    await check(page, "older stories");
    await page
      .getByRole("link", { name: /on its own page/ })
      .first()
      .click();
    await expect(page).toHaveURL(/stories/);
    await check(page, "story");
    for (const path of ["/helplines", "/no-such-page", `/${"a".repeat(3000)}`]) {
      await page.goto(path);
      await check(page, path.slice(0, 30));
    }
  });

  test("axe finds nothing where one signs in", async ({ page, moderator }) => {
    for (const path of ["/sign-in", "/sign-in/check-mail"]) {
      await page.goto(path);
      await check(page, path);
    }
    await page.goto("/sign-in?error=Verification");
    await expect(page.getByRole("main").getByRole("alert")).toBeVisible();
    await check(page, "sign-in with a problem");
    // Looks right, and is no link that was ever sent: the page looks nothing up.
    await page.goto(`/sign-in/confirm?token=${"a".repeat(43)}&email=noor@example.org`);
    await expect(page.getByRole("heading", { name: "One more step" })).toBeVisible();
    await check(page, "confirm");
    await moderator.goto("/sign-in");
    await expect(moderator.getByRole("button", { name: "Sign out" })).toBeVisible();
    await check(moderator, "signed in");
  });

  test("axe finds nothing on a storyteller's pages", async ({ page }) => {
    await page.goto("/share");
    await check(page, "share");
    await page.getByText("A picture, if you like").click();
    await page
      .getByLabel("Your story", { exact: true })
      .fill("She is 94 years old. Ring +44 20 7946 0123. I want to die.");
    await expect(page.locator(".story-mirror mark")).toHaveCount(2);
    await expect(page.getByRole("button", { name: "Add: suicide" })).toBeVisible();
    await expect(page.getByRole("complementary", { name: /ending your life/ })).toBeVisible();
    await check(page, "share with what is noticed while one writes");
    await page.reload();
    await expect(page.getByText("This is what you wrote before.")).toBeVisible();
    await check(page, "share with a draft");
    await page.getByLabel("Your story", { exact: true }).fill("My neighbour Rosa sang. ".repeat(2));
    await page.getByRole("checkbox", { name: /may appear on this site/ }).check();
    await page.getByRole("button", { name: "Share your story" }).click();
    await expect(page.getByRole("region", { name: "Look again" })).toBeFocused();
    await check(page, "look again");
    await page.getByText(/more, by topic/).click();
    await page.getByRole("checkbox", { name: "resuscitation" }).check();
    await page.getByLabel("Your story", { exact: true }).fill("a".repeat(300));
    await page.getByRole("button", { name: "Share your story" }).click();
    await expect(page.getByRole("main").getByRole("alert")).toBeVisible();
    await check(page, "share with errors");
    await page.goto("/share");
    await page.getByRole("button", { name: "Discard it" }).click();
    const link = await shareStory(page, someWords());
    await check(page, "private page");
    await page.goto(`${link}/change`);
    await page.getByLabel("Your story", { exact: true }).fill(someWords("The bell rang twice."));
    await expect(page.locator("ins").first()).toBeVisible();
    await check(page, "change");
    await page.goto(`${link}/withdraw`);
    await check(page, "withdraw");
    await page.getByRole("button", { name: "Yes, withdraw it" }).click();
    await expect(page.getByRole("heading", { name: "You withdrew your story" })).toBeVisible();
    await check(page, "withdrawn");
  });

  test("axe finds nothing on the form of a call", async ({ page }) => {
    await page.goto(callForm);
    await expect(page.getByLabel("Your story", { exact: true })).toBeVisible();
    await check(page, callForm);
  });

  test("axe finds nothing where a storyteller reads what was decided", async ({
    page,
    moderator,
  }) => {
    for (const { buttons, reason, heading } of decided) {
      const words = someWords();
      const link = await shareStory(page, words);
      const id = await openAtDesk(moderator, words);
      for (const button of buttons) {
        await moderator.goto(`/moderation/stories/${id}`);
        await decideOn(moderator, button, button === "Approve" ? undefined : reason);
      }
      await page.goto(link);
      await expect(page.getByRole("heading", { name: heading })).toBeVisible();
      await check(page, heading);
    }
  });

  test("axe finds nothing at the desk", async ({ page, moderator, admin }) => {
    await moderator.goto("/moderation");
    await check(moderator, "queue");
    const words = someWords();
    await shareStory(page, words);
    const id = await openAtDesk(moderator, words);
    await moderator.getByRole("button", { name: "Reject" }).click();
    await expect(moderator.getByRole("main").getByRole("alert")).toBeVisible();
    await check(moderator, "desk with errors");
    // Not told of what the moderator does meanwhile.
    await admin.route("**/moderation/live", (route) => route.abort());
    await openAtDesk(admin, words);
    await openAtDesk(moderator, words);
    await decideOn(moderator, "Approve");
    await admin.getByRole("button", { name: "Approve" }).click();
    await expect(admin.getByRole("main").getByRole("alert")).toContainText("already approved");
    await check(admin, "already decided");
    await moderator.goto(`/moderation/stories/${id}`);
    await check(moderator, "published story at the desk");
  });

  test("axe finds nothing where the site is looked after", async ({ admin }) => {
    await admin.goto("/moderation/team");
    await check(admin, "team");
    await admin.goto("/moderation/calls");
    await check(admin, "calls");
    await admin.goto("/moderation/calls/the-ones-you-carry");
    await expect(admin.getByLabel("Prompt")).toBeVisible();
    await check(admin, "a call");
    await admin.goto("/moderation/helplines/nz-1737");
    await admin.getByLabel("Number to call").fill("call us");
    await admin.getByRole("button", { name: "Save" }).click();
    await expect(admin.getByRole("main").getByRole("alert")).toBeVisible();
    await check(admin, "a helpline with errors");
  });
});

/** Every page that `visit` is called for is open in a phone's width, with all that folds unfolded. */
async function onEachPage(
  { page, admin }: { page: Page; admin: Page },
  visit: (page: Page, what: string) => Promise<void>,
) {
  const open = async (where: Page, path: string, what = path) => {
    await where.setViewportSize({ width: 390, height: 844 });
    await where.emulateMedia({ reducedMotion: "reduce" });
    await where.goto(path);
    await where
      .locator("details")
      .evaluateAll((all) => all.forEach((each) => each.setAttribute("open", "")));
    await visit(where, what);
  };
  for (const path of [
    "/",
    "/share",
    "/helplines",
    "/no-such-page",
    "/sign-in",
    "/my",
    "/my/lost-link",
    "/log",
    callForm,
  ]) {
    await open(page, path);
  }
  const words = someWords();
  const link = await shareStory(page, words);
  await open(page, link, "private page");
  await open(page, `${link}/withdraw`, "withdraw");
  await open(page, `${link}/change`, "change");
  await openAtDesk(admin, words);
  await open(admin, admin.url(), "desk");
  await decideOn(admin, "Reject", "Someone could be recognised");
  await open(page, link, "private page with a reason");
  await open(page, `${link}/appeal`, "appeal");
  const signedIn = [
    "/moderation/log",
    "/moderation/reports",
    "/moderation/search?words=a",
    "/moderation/insights",
    "/moderation/screening",
    "/moderation/screening/new",
    "/moderation/reasons",
    "/moderation/reasons/other",
    "/moderation/helplines",
    "/moderation/helplines/nz-1737",
    "/moderation/care",
    "/moderation/team",
    "/moderation/calls",
    "/sign-in",
    "/my",
    "/my/account",
  ];
  for (const path of signedIn) await open(admin, path);
}

/** What is pressed and is less than 44 px high: a field with its label, a link unless it stands among words. */
function smallTargets(page: Page) {
  return page
    .locator("header, main, footer")
    .locator("button, summary, select, input:not([type=hidden]), textarea, a[href]")
    .evaluateAll((targets) => {
      const amongWords = (target: Element) =>
        target.tagName === "A" &&
        getComputedStyle(target).display === "inline" &&
        [...(target.parentElement?.childNodes ?? [])].some(
          (node) => node.nodeType === Node.TEXT_NODE && /\w/.test(node.textContent ?? ""),
        );
      const height = (target: Element) => {
        const input = target instanceof HTMLInputElement ? target : null;
        const labels = /checkbox|radio/.test(input?.type ?? "") ? [...(input?.labels ?? [])] : [];
        return Math.max(...[target, ...labels].map((each) => each.getBoundingClientRect().height));
      };
      return targets
        .filter((target) => target.checkVisibility() && !amongWords(target))
        .map((target) => ({ html: target.outerHTML.slice(0, 100), height: height(target) }))
        .filter((target) => target.height < 44);
    });
}

/** What moves although less motion is asked for. */
function moving(page: Page) {
  return page.locator("body *").evaluateAll((all) =>
    all.flatMap((element) =>
      [null, "::before", "::after"]
        .map((pseudo) => getComputedStyle(element, pseudo))
        .filter((style) => style.animationName !== "none" || /[1-9]/.test(style.transitionDuration))
        .map(() => element.outerHTML.slice(0, 100)),
    ),
  );
}

test("in a phone's width every target is 44 px high, nothing is cut off, and nothing moves", async ({
  page,
  admin,
}) => {
  await onEachPage({ page, admin }, async (where, what) => {
    expect(await smallTargets(where), what).toEqual([]);
    const width = await where.evaluate(() => document.documentElement.scrollWidth);
    expect(width, what).toBeLessThanOrEqual(390);
    expect(await moving(where), what).toEqual([]);
  });
});
