/** The interface in Spanish: chosen by a link, kept by the address, the same for everyone who asks. */
import { check } from "./fixtures/axe.ts";
import { query } from "./fixtures/database.ts";
import { idOf, publishStory, sendStory, someWords } from "./fixtures/steps.ts";
import { expect, test } from "./fixtures/test.ts";

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("a link leads to Spanish, and everything from there on stays in it", async ({ page }) => {
    const words = someWords();
    const id = await publishStory(page.request, words, {
      warnings: "needles",
      "intensities.needles": "GRAPHIC",
    });
    // The server has read it, and knows what language its words are in.
    await query(`UPDATE "PublishedStory" SET "language" = 'en' WHERE "id" = $1`, [id]);
    await page.goto(`/stories/${id}`);
    await page.getByRole("link", { name: "Español" }).click();
    await expect(page).toHaveURL(`/es/stories/${id}`);
    await expect(page).toHaveTitle(/^Contiene: agujas, explícitas · /);
    await expect(page.locator("html")).toHaveAttribute("lang", "es");
    await expect(page.getByRole("link", { name: "English" })).toHaveAttribute(
      "href",
      `/stories/${id}`,
    );

    await page.getByRole("link", { name: "Historias", exact: true }).first().click();
    await expect(page).toHaveURL("/es");
    const story = page.getByRole("article").filter({ hasText: words });
    await expect(story.getByText("Contiene: agujas, explícitas")).toBeVisible();
    await story.getByText("Mostrar la historia").click();
    await expect(story.getByText(words)).toBeVisible();
    await expect(story.getByText(words)).toHaveAttribute("lang", "en");

    await story.getByRole("button", { name: "Corazón" }).click();
    await expect(page).toHaveURL(new RegExp(`/es/stories/${id}/heart\\?`));
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Tu corazón ya cuenta");
    await page.getByRole("link", { name: "Volver a la historia" }).click();
    await expect(page).toHaveURL(`/es#story-${id}`);

    await story.getByRole("link", { name: "Denunciar" }).click();
    await page.getByRole("radio", { name: "Otra cosa" }).check();
    await page.getByRole("button", { name: "Enviar la denuncia" }).click();
    await expect(page).toHaveURL(`/es/stories/${id}/report?arrived=yes`);
    await expect(page.getByRole("status")).toHaveText("Hemos recibido tu denuncia.");

    await page.getByRole("link", { name: "Buscar" }).click();
    await page.getByLabel("Palabras").fill("qqqqxqqqq");
    await page.getByRole("button", { name: "Buscar" }).click();
    await expect(page.getByText("Ninguna historia tiene estas palabras.")).toBeVisible();
    await page.getByRole("link", { name: "English" }).click();
    // With calls to choose from, that of no call stands there too.
    await expect(page).toHaveURL(/\/search\?q=qqqqxqqqq&(call=&)?theme=$/);
    await expect(page.getByLabel("Words")).toHaveValue("qqqqxqqqq");

    await page.goto("/sign-in?next=/my");
    await page.getByRole("link", { name: "Español" }).click();
    await expect(page).toHaveURL("/es/sign-in?next=/my");
    await expect(page.locator('input[name="next"]').first()).toHaveValue("/es/my");
  });
});

test("each language is a page that caches keep, whatever a browser prefers and sends", async ({
  request,
}) => {
  const headers = { "accept-language": "es", cookie: "reader=x; locale=es" };
  const etags: string[] = [];
  for (const [path, language] of [
    // A page that no other test changes meanwhile.
    ["/es/content-warnings", "es"],
    ["/content-warnings", "en"],
  ] as const) {
    const answer = await request.get(path, { headers });
    const html = await answer.text();
    expect(html).toMatch(new RegExp(`^<!DOCTYPE html><html[^>]* lang="${language}"`));
    expect(html).toContain(language === "es" ? "Elige lo que ves" : "Choose what you see");
    const links = html.matchAll(
      /<link rel="(canonical|alternate)"(?: hrefLang="([^"]+)")? href="([^"]+)"\/>/g,
    );
    expect([...links].map(([, rel, to, href = ""]) => [rel, to, new URL(href).pathname])).toEqual([
      ["canonical", undefined, path],
      ["alternate", "en", "/content-warnings"],
      ["alternate", "es", "/es/content-warnings"],
      ["alternate", "x-default", "/content-warnings"],
    ]);
    expect(answer.headers()["cache-control"]).toMatch(/^public/);
    expect(answer.headers().vary).not.toMatch(/cookie|language/i);
    expect(answer.headers()).not.toHaveProperty("set-cookie");
    const etag = answer.headers().etag ?? "";
    expect(etag).not.toBe("");
    etags.push(etag);
    const again = await request.get(path, { headers: { ...headers, "if-none-match": etag } });
    expect([again.status(), (await again.body()).length]).toEqual([304, 0]);
  }
  expect(etags[0]).not.toBe(etags[1]);
  const random = await request.get("/es/random", { maxRedirects: 0 });
  expect(random.headers().location).toMatch(/^\/es\/stories\/\w{12}$/);
});

test("what is not there is not there in any language, and looks the same whatever it is", async ({
  request,
}) => {
  const words = someWords();
  await sendStory(request, words);
  const waiting = await idOf(words);
  const unknown = await request.get("/es/stories/zzzzzzzzzzzz");
  expect(await unknown.text()).toContain("Aquí no hay nada");
  // Nor does it say what anyone asked for, such as a private link with a letter too many.
  expect(await unknown.text()).toMatch(/<a href="\/"[^>]* hreflang="en"/i);
  for (const path of [
    `/es/stories/${waiting}`,
    "/es/no-such-page",
    "/es/feed.xml",
    "/es/es",
    "/es/embed/stories/%zz",
  ]) {
    const answer = await request.get(path);
    expect(answer.status(), path).toBe(404);
    expect((await answer.body()).equals(await unknown.body()), path).toBe(true);
  }
  const english = await request.get("/stories/zzzzzzzzzzzz");
  expect(await english.text()).toContain("There is nothing here");
  // English has one address, the bare one.
  for (const path of ["/en", "/en/share", `/en/stories/${waiting}`]) {
    const answer = await request.get(path);
    expect(answer.status(), path).toBe(404);
    expect((await answer.body()).equals(await english.body()), path).toBe(true);
  }
});

test("axe finds nothing in Spanish, and what scripts add is Spanish too", async ({ page }) => {
  await page.goto("/es");
  await check(page, "/es");
  await page.locator("details.gate summary").first().click();
  await expect(page.getByText("Historias como esta, de ahora en adelante")).toBeVisible();
  await page
    .getByRole("link", { name: /en su propia página/ })
    .first()
    .click();
  await expect(page).toHaveURL(/\/es\/stories\/\w{12}$/);
  await page.goto("/es/share");
  await check(page, "/es/share");
});
