import { randomBytes } from "node:crypto";
import type { Page } from "@playwright/test";
import { check } from "./fixtures/axe.ts";
import { query } from "./fixtures/database.ts";
import { expect, test } from "./fixtures/test.ts";

type Decided = { kind: string; reason?: string; at: string; undone?: boolean; since?: string };

/** A story that nobody can read any more, sent and decided on when it is said. */
async function storyOf(sent: string, decisions: Decided[]): Promise<void> {
  const id = randomBytes(6).toString("hex");
  const rows = decisions.map(({ kind, reason, at, undone, since }, index) =>
    [
      `'${id}-${index}', '${id}', 'r-${id}'`,
      `(SELECT "id" FROM "User" WHERE "role" = 'MODERATOR' ORDER BY "createdAt" LIMIT 1)`,
      `'${kind}', ${reason ? `'${reason}'` : "NULL"}, '[]'`,
      `'${JSON.stringify({ waitingSince: since ?? null })}', '${at}'`,
      undone ? `'${at}'` : "NULL",
    ].join(", "),
  );
  await query(`BEGIN;
    INSERT INTO "Story" ("id", "callId", "status", "idempotencyKeyHash", "submittedAt", "waitingSince")
      SELECT '${id}', "id", 'PENDING', sha256('${id}'), '${sent}', '${sent}'
      FROM "Call" ORDER BY "opensAt" LIMIT 1;
    INSERT INTO "Revision" ("id", "storyId", "number", "text", "weight", "createdAt")
      VALUES ('r-${id}', '${id}', 1, 'The lift stopped, and she sang.', 31, '${sent}');
    INSERT INTO "Consent" ("storyId", "use") VALUES ('${id}', 'SITE');
    INSERT INTO "StoryWarning" ("storyId", "warning", "intensity")
      VALUES ('${id}', 'needles', 'DESCRIBED');
    INSERT INTO "Decision" ("id", "storyId", "revisionId", "moderatorId", "kind", "reason",
      "warnings", "before", "createdAt", "undoneAt") VALUES (${rows.join("), (")});
    UPDATE "Story" SET "status" = 'TAKEN_DOWN', "waitingSince" = NULL, "publishedAt" = '${sent}',
      "latestRevisionId" = 'r-${id}', "publishedRevisionId" = 'r-${id}' WHERE "id" = '${id}';
    COMMIT`);
}

/**
 * Two stories and four decisions, and one more that was undone: in a month in which nothing else
 * happened ("2016-03"). Answers the address of its insights.
 */
async function aMonth(month: string): Promise<string> {
  const at = (day: string, hour: string) => `${month}-${day}T${hour}:00:00.000Z`;
  const [first, second] = [at("01", "08"), at("10", "08")];
  await storyOf(first, [
    { kind: "REJECT", reason: "hateful", at: at("02", "06"), since: first, undone: true },
    { kind: "APPROVE", at: at("02", "08"), since: first },
    { kind: "TAKE_DOWN", reason: "promotion", at: at("04", "08") },
  ]);
  await storyOf(second, [
    { kind: "APPROVE", at: at("10", "10"), since: second },
    { kind: "TAKE_DOWN", reason: "promotion", at: at("14", "08") },
  ]);
  return `/moderation/insights?period=dates&from=${month}-01&to=${month}-28`;
}

const figure = (page: Page, name: string) => page.getByRole("figure", { name, exact: true });

/** Opens the table behind a chart. */
async function tableBehind(page: Page, name: string) {
  await figure(page, name).getByText("Table", { exact: false }).click();
  return figure(page, name).getByRole("table", { name, exact: true });
}

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("a month's decisions are drawn, said in words, and in tables; what was undone is told apart", async ({
    moderator,
  }) => {
    await moderator.goto(await aMonth("2016-03"));
    const chart = (name: string) => figure(moderator, name).getByRole("img");
    await expect(chart("Waiting")).toHaveAccessibleName(
      "0 stories waited at the end of 28 March 2016. The most were 1, on 1 March 2016.",
    );
    await expect(chart("Time to the first decision")).toHaveAccessibleName(
      "2 stories had their first decision. Half were decided on within 13 h, nine of ten within 21 h 48 min.",
    );
    await expect(chart("Undone and overturned")).toHaveAccessibleName(
      "Undone: 1 of 5 decisions (20 %). No appeal was answered.",
    );
    await expect(chart("Content warnings")).toHaveAccessibleName(/^Of 2 approved stories, 2 have/);
    const kinds = await tableBehind(moderator, "Decisions");
    await expect(kinds.getByRole("row", { name: "Approved 2", exact: true })).toBeVisible();
    await expect(kinds.getByRole("row", { name: "Taken down 2", exact: true })).toBeVisible();
    await expect(kinds).not.toContainText("Rejected");
    const reasons = await tableBehind(moderator, "Reasons");
    await expect(reasons.getByRole("row", { name: "Advertising or spam 2" })).toBeVisible();
    const weeks = await tableBehind(moderator, "Time to the first decision");
    await expect(weeks.getByRole("row", { name: "29 Feb 2016 1 1 day 1 day" })).toBeVisible();
    await expect(weeks.getByRole("row", { name: "14 Mar 2016 0 – –" })).toBeVisible();

    // Chosen anew, by the form alone.
    await expect(moderator.getByLabel("From")).toHaveValue("2016-03-01");
    await moderator.getByLabel("Until").fill("2016-03-09");
    await moderator.getByRole("button", { name: "Show", exact: true }).click();
    await expect(moderator).toHaveURL(/from=2016-03-01&to=2016-03-09/);
    await expect(chart("Decisions")).toHaveAccessibleName(/^2 decisions\./);
    await moderator.getByLabel("Until").fill("2016-03-01");
    await moderator.getByRole("button", { name: "Show", exact: true }).click();
    await expect(chart("Decisions")).toHaveCount(0);
    await expect(figure(moderator, "Decisions")).toContainText("you see here how often");
    await moderator.getByLabel("Period").selectOption({ label: "Last 30 days" });
    await expect(moderator.getByLabel("From")).toBeHidden();
    await moderator.getByRole("button", { name: "Show", exact: true }).click();
    await expect(moderator).toHaveURL(/period=30/);
    await expect(moderator.getByText("waiting now")).toBeVisible();
  });
});

test("the charts have no faults, narrow and wide, with their tables open", async ({
  moderator,
}) => {
  await moderator.goto(await aMonth("2016-05"));
  for (const name of ["Waiting", "By call"]) await tableBehind(moderator, name);
  await check(moderator, "insights");
});

test("they are the moderators', and what stands in the address breaks nothing", async ({
  request,
  moderator,
  admin,
}) => {
  const signedOut = await request.get("/moderation/insights", { maxRedirects: 0 });
  expect(signedOut.headers().location).toBe("/sign-in?next=/moderation/insights");
  for (const values of ["period=9&period=30", "from=%00&to=9999-99-99&period=dates", "call=%27"]) {
    for (const who of [moderator, admin]) {
      const answer = await who.request.get(`/moderation/insights?${values}`);
      expect(answer.status(), values).toBe(200);
    }
  }
  const html = await (await moderator.request.get("/moderation/insights")).text();
  expect(html).not.toMatch(/<[^>]+ style=/);
});
