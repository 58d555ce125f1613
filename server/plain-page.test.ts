import inject from "light-my-request";
import type { IncomingMessage, ServerResponse } from "node:http";
import { beforeAll, expect, it } from "vitest";
import { failed, sendPlainPage } from "#server/plain-page.ts";

beforeAll(() => {
  process.env.SITE_URL = "https://stories.example";
});

const pageAt = async (url: string) =>
  (
    await inject(
      (_req: unknown, res: unknown) =>
        sendPlainPage(res as ServerResponse<IncomingMessage>, failed),
      { url },
    )
  ).payload;

it.each([
  ["/share", "/", "To the stories"],
  ["/moderation", "/moderation", "Back to the queue"],
  ["/moderation/stories/x?state=new", "/moderation", "Back to the queue"],
  ["/moderations", "/", "To the stories"],
])("leads on from %s to %s", async (url, href, words) => {
  expect(await pageAt(url)).toContain(`<a href="${href}">${words}</a>`);
});
