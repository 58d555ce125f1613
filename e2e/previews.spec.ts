import type { APIRequestContext } from "@playwright/test";
import { query } from "./fixtures/database.ts";
import { publishStory, someWords } from "./fixtures/steps.ts";
import { expect, test } from "./fixtures/test.ts";

type Meta = Record<string, string | undefined>;

async function metaOf(request: APIRequestContext, id: string): Promise<Meta> {
  const html = await (await request.get(`/stories/${id}`)).text();
  const metas = html.matchAll(/<meta (?:property|name)="([^"]+)" content="([^"]*)"/g);
  return Object.fromEntries([...metas].map(([, name, content]) => [name, content]));
}

/** A PNG says its size in its first bytes. */
const sizeOf = (png: Buffer) => [png.readUInt32BE(16), png.readUInt32BE(20)];

test("a story's page names a picture of its words, which is there", async ({
  request,
  baseURL,
}) => {
  const id = await publishStory(request, someWords("He kept the receipts from every café."));
  const meta = await metaOf(request, id);
  const image = meta["og:image"] ?? "";
  expect(image).toMatch(new RegExp(`^${baseURL}/previews/${id}/[0-9a-f]{16}\\.png$`));
  expect(meta).toMatchObject({
    ...{ "og:image:width": "1200", "og:image:height": "630" },
    ...{ "twitter:card": "summary_large_image", "twitter:image": image },
  });
  const answer = await request.get(image);
  expect(answer.status()).toBe(200);
  const headers = answer.headers();
  expect(headers["content-type"]).toBe("image/png");
  expect(headers["cross-origin-resource-policy"]).toBe("cross-origin");
  const png = await answer.body();
  expect(sizeOf(png)).toEqual([1200, 630]);
  const again = await request.get(image, { headers: { "if-none-match": headers.etag ?? "" } });
  expect(again.status()).toBe(304);

  const card = await request.get(image.replace(".png", "-square.png"));
  expect(sizeOf(await card.body())).toEqual([1080, 1080]);
});

test("what is not, or not so any more, is one 404; and gone when the story is", async ({
  request,
}) => {
  const words = someWords("She taught me to fold a towel into a swan.");
  const id = await publishStory(request, words);
  const { pathname } = new URL((await metaOf(request, id))["og:image"] ?? "");
  const unknown = await (await request.get("/no-such-page")).text();
  const isNowhere = async (path: string) => {
    const answer = await request.get(path);
    return answer.status() === 404 && (await answer.text()) === unknown;
  };
  expect(await isNowhere(`/previews/${id}/0123456789abcdef.png`)).toBe(true);
  expect(await isNowhere(pathname.replace(id, "Ab3dEf6hIj9k"))).toBe(true);
  expect(await isNowhere(pathname)).toBe(false);
  await query(
    `UPDATE "Story" SET status = 'PENDING', "publishedAt" = NULL, "publishedRevisionId" = NULL,
       "waitingSince" = now() WHERE id = $1`,
    [id],
  );
  await expect.poll(() => isNowhere(pathname)).toBe(true);
});

test("a warned story's picture has its label and nothing of its words", async ({ request }) => {
  // As long as each other, and nothing else alike.
  const ids = await Promise.all(
    ["The cot was empty by six.", "My father forgot my face."].map((words) =>
      publishStory(request, someWords(words)),
    ),
  );
  const before = await Promise.all(ids.map((id) => metaOf(request, id)));
  for (const id of ids) {
    await query(
      `INSERT INTO "StoryWarning" ("storyId", warning, intensity) VALUES ($1, 'stillbirth', 'DESCRIBED')`,
      [id],
    );
    await query('UPDATE "Story" SET "publishedAt" = "publishedAt" WHERE id = $1', [id]);
  }
  const after = async (index: number) =>
    (await metaOf(request, ids[index] ?? ""))["og:image"] ?? "";
  for (const index of [0, 1]) {
    await expect.poll(() => after(index)).not.toBe(before[index]?.["og:image"]);
  }
  const [one, other] = await Promise.all(
    [0, 1].map(async (index) => (await request.get(await after(index))).body()),
  );
  expect(one?.length).toBeGreaterThan(5_000);
  expect(one?.equals(other ?? Buffer.alloc(0))).toBe(true);
  const stale = new URL(before[0]?.["og:image"] ?? "").pathname;
  expect((await request.get(stale)).status()).toBe(404);
});

test("asked for by many at once, it is one picture, and pages are answered meanwhile", async ({
  request,
}) => {
  const id = await publishStory(request, someWords("The porter sang in the lift."));
  const image = (await metaOf(request, id))["og:image"] ?? "";
  const asked = Promise.all(Array.from({ length: 60 }, () => request.get(image)));
  expect((await request.get("/")).status()).toBe(200);
  const answers = await asked;
  expect(new Set(answers.map((answer) => answer.status()))).toEqual(new Set([200]));
  const bodies = await Promise.all(answers.map((answer) => answer.body()));
  expect(new Set(bodies.map((body) => body.toString("base64"))).size).toBe(1);
});
