import inject from "light-my-request";
import type { IncomingMessage, ServerResponse } from "node:http";
import { beforeAll, expect, it } from "vitest";
import { exchange } from "#lib/exchange.ts";
import type { Locale } from "#lib/locale.ts";
import { failed, sendPlainPage } from "#server/plain-page.ts";

beforeAll(() => {
  process.env.SITE_URL = "https://stories.example";
});

const answerAt = (url: string, locale: Locale = "en", status = 500) =>
  inject(
    (_req: unknown, res: unknown) =>
      exchange.run({ requestId: "r", begun: 0, locale, pathname: url }, () =>
        sendPlainPage(res as ServerResponse<IncomingMessage>, { ...failed(), status }),
      ),
    { url },
  );
const pageAt = async (url: string, locale?: Locale) => (await answerAt(url, locale)).payload;

it.each([
  ["/share", "/", "To the stories"],
  ["/moderation", "/moderation", "Back to the queue"],
  ["/moderation/stories/x", "/moderation", "Back to the queue"],
  ["/moderations", "/", "To the stories"],
])("leads on from %s to %s", async (url, href, words) => {
  expect(await pageAt(url)).toContain(`<a href="${href}">${words}</a>`);
});

it("speaks the language of the address", async () => {
  const page = await pageAt("/moderation", "es");
  expect(page).toContain('<html lang="es">');
  expect(page).toContain('<a href="/es/moderation">Volver a la cola</a>');
});

it("says which methods there are to whoever comes with another, and to nobody else", async () => {
  expect((await answerAt("/share", "en", 405)).headers.allow).toBe("GET, HEAD, POST");
  expect((await answerAt("/share")).headers.allow).toBeUndefined();
});
