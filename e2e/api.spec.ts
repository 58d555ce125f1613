import type { APIRequestContext, APIResponse } from "@playwright/test";
import { aWord } from "#lib/testing/words.ts";
import { answerChecker } from "../lib/testing/described.ts";
import { query } from "./fixtures/database.ts";
import { publishStory, someWords } from "./fixtures/steps.ts";
import { expect, newAddress, test } from "./fixtures/test.ts";

const API = "/api/v1";

type Story = { id: string; text: string; gate: string | null; contentWarnings: unknown[] };
type Described = {
  paths: Record<string, { get: { parameters?: Parameter[] } }>;
};
type Parameter = {
  name: string;
  in: "path" | "query";
  schema: { examples?: string[]; enum?: string[]; default?: number | string };
};

const readStory = async (request: APIRequestContext, id: string) =>
  (await (await request.get(`${API}/stories/${id}`)).json()) as Story;

const readIds = async (request: APIRequestContext, asked = "?limit=100") => {
  const { stories } = (await (await request.get(`${API}/stories${asked}`)).json()) as {
    stories: Story[];
  };
  return stories.map(({ id }) => id);
};

const toldBy = async (answer: APIResponse) => ({
  ...{ status: answer.status(), headers: new Headers(answer.headers()) },
  body: await answer.text(),
});

/** The addresses that a path of the description can mean: as it is, and with each example. */
function addressesOf(path: string, parameters: Parameter[], real: Record<string, string>) {
  const [, collection = "", name] = /^\/api\/v1\/(\w+)\/\{(\w+)\}$/.exec(path) ?? [];
  const address = name ? path.replace(`{${name}}`, real[collection] ?? "") : path;
  const asked = parameters.flatMap(({ name, in: place, schema }) => {
    const values = [schema.examples?.[0] ?? schema.enum?.at(-1) ?? schema.default ?? []].flat();
    return place === "query" ? values.map((value) => `${address}?${name}=${value}`) : [];
  });
  return [address, ...asked];
}

test("every address that is described answers as described, until a story is taken down", async ({
  request,
}) => {
  const words = someWords(`The lamp over the door stayed on. #${aWord()}`);
  const plain = await publishStory(request, words, { bylineRole: "night nurse" });
  const warned = await publishStory(request, someWords(), {
    ...{ warnings: "stillbirth", "intensities.stillbirth": "DESCRIBED" },
  });
  await expect.poll(() => readIds(request)).toEqual(expect.arrayContaining([plain, warned]));
  expect(await readStory(request, plain)).toMatchObject({
    ...{ text: words, gate: null, contentWarnings: [] },
  });
  expect(await readStory(request, warned)).toMatchObject({
    gate: "Contains: stillbirth, described",
    contentWarnings: [{ slug: "stillbirth", label: "stillbirth", intensity: "described" }],
  });

  const description = await request.get(`${API}/openapi.json`);
  const described = (await description.json()) as Described;
  const wrongWith = answerChecker(described);
  const [calls, themes] = await Promise.all(
    ["calls", "themes"].map(async (name) => {
      const page = await (await request.get(`${API}/${name}?limit=1`)).json();
      return (page as Record<string, { slug: string }[]>)[name]?.[0]?.slug ?? "";
    }),
  );
  const real = { stories: warned, calls: calls ?? "", themes: themes ?? "" };
  const asked = new Set<string>();
  for (const [path, { get }] of Object.entries(described.paths)) {
    for (const address of addressesOf(path, get.parameters ?? [], real)) {
      const answer = await request.get(address);
      expect(answer.status(), address).toBe(200);
      expect(wrongWith(path, await toldBy(answer)), address).toEqual([]);
      expect(answer.headers()["access-control-allow-origin"]).toBe("*");
      expect(answer.headers()["set-cookie"]).toBeUndefined();
      const has = await request.get(address, {
        headers: { "if-none-match": answer.headers().etag ?? "" },
      });
      // Another test's story may have come in between.
      if (has.status() !== 200) expect(wrongWith(path, await toldBy(has)), address).toEqual([]);
      asked.add(address);
    }
  }
  expect(asked.size).toBeGreaterThan(12);

  const [full, head] = [await request.get(API), await request.head(API)];
  expect([head.status(), (await head.body()).length]).toEqual([200, 0]);
  for (const name of ["etag", "link", "content-type", "access-control-expose-headers"])
    expect(head.headers()[name], name).toBe(full.headers()[name]);
  expect(description.headers()["content-encoding"]).toMatch(/^(br|gzip)$/);

  await query(`UPDATE "Story" SET status = 'TAKEN_DOWN' WHERE id = $1`, [plain]);
  const gone = async () => {
    const one = await request.get(`${API}/stories/${plain}`);
    return [one.status(), (await readIds(request)).includes(plain)];
  };
  await expect.poll(gone, { timeout: 5_000 }).toEqual([404, false]);
});

test("whatever is wrong is told as a problem, whoever finds out", async ({ request }) => {
  const wrongWith = answerChecker(await (await request.get(`${API}/openapi.json`)).json());
  const nowhere: string[] = [];
  for (const [method, path, status] of [
    ["GET", `${API}/stories/zzzzzzzzzzzz`, 404],
    ["GET", `${API}/stories/short`, 404],
    ["GET", `${API}/stories/`, 404],
    ["GET", `${API}/no-such-thing`, 404],
    ["GET", `${API}/themes/%zz`, 404],
    ["OPTIONS", `${API}/no-such-thing`, 404],
    // It has no language.
    ["GET", `/es${API}/stories`, 404],
    ["OPTIONS", `/es${API}/stories`, 404],
    ["GET", `${API}/stories?cursor=nowhere`, 400],
    ["GET", `${API}/stories?hashtag=%ED%A0%80`, 400],
    ["GET", `${API}/stories?limit=5&limit=6`, 400],
    ["GET", `${API}?page=2`, 400],
    ["GET", `${API}/stories?__proto__=1`, 400],
    ["POST", `${API}/stories`, 405],
    ["PUT", `${API}/stories/zzzzzzzzzzzz`, 405],
    ["DELETE", `${API}/stories`, 405],
    ["GET", `${API}/stories?hashtag=${"a".repeat(3000)}`, 414],
  ] as const) {
    const answer = await request.fetch(path, { method, ...(method === "PUT" ? { data: {} } : {}) });
    const what = `${method} ${path.slice(0, 60)}`;
    expect(answer.status(), what).toBe(status);
    const headers = answer.headers();
    expect(headers["content-type"], what).toBe("application/problem+json");
    expect(headers["access-control-allow-origin"], what).toBe("*");
    expect(headers["cache-control"], what).toBe("private, no-store");
    expect(headers.allow, what).toBe(status === 405 ? "GET, HEAD, OPTIONS" : undefined);
    const problem = (await answer.json()) as {
      status: number;
      instance: string;
      errors: unknown[];
    };
    expect(problem.status, what).toBe(status);
    expect(problem.instance, what).toBe(path.split("?", 1)[0]);
    expect(problem.errors === undefined, what).toBe(status !== 400);
    if (status === 404) nowhere.push((await answer.text()).replace(problem.instance, ""));
    else if (status === 400) {
      expect(wrongWith(`${API}/stories`, await toldBy(answer)), what).toEqual([]);
    }
  }
  // Not there, and never there, are told in the same bytes.
  expect(new Set(nowhere).size).toBe(1);
});

test("pages of other sites may read it, with conditions, and send nothing of theirs", async ({
  request,
}) => {
  const origin = "https://newsroom.example";
  const preflight = await request.fetch(`${API}/stories`, {
    method: "OPTIONS",
    headers: {
      origin,
      "access-control-request-method": "GET",
      "access-control-request-headers": "if-none-match",
    },
  });
  expect([preflight.status(), await preflight.text()]).toEqual([204, ""]);
  expect(preflight.headers()).toMatchObject({
    "access-control-allow-origin": "*",
    "access-control-allow-methods": "GET, HEAD, OPTIONS",
    "access-control-allow-headers": "*",
    "access-control-max-age": "86400",
  });
  const plain = await request.get(`${API}`, { headers: { origin } });
  const withCookie = await request.get(`${API}`, {
    headers: { origin, cookie: "next-auth.session-token=abc" },
  });
  expect(await withCookie.text()).toBe(await plain.text());
  for (const { headers } of [preflight, plain].map((answer) => ({ headers: answer.headers() }))) {
    expect(headers["access-control-allow-origin"]).toBe("*");
    expect(headers["access-control-allow-credentials"]).toBeUndefined();
    expect(headers["access-control-expose-headers"]).toContain("RateLimit");
    expect(headers["set-cookie"]).toBeUndefined();
  }
  // Nowhere else is anything open to other sites.
  const page = await request.get("/feed.json", { headers: { origin } });
  expect(page.headers()["access-control-allow-origin"]).toBeUndefined();
});

test("an address that asks too often is told when to come back, and no other is", async ({
  request,
}) => {
  const from = { "x-forwarded-for": newAddress() };
  const ask = () => request.get(API, { headers: from });
  const first = (await ask()).headers();
  const [, most] = /^"api";q=(\d+);w=3600$/.exec(first["ratelimit-policy"] ?? "") ?? [];
  const [, left] = /^"api";r=(\d+);t=\d+$/.exec(first.ratelimit ?? "") ?? [];
  expect(Number(left)).toBe(Number(most) - 1);
  expect(Number(left)).toBeLessThan(300);
  const answers = await Promise.all(Array.from({ length: Number(left) + 5 }, ask));
  expect(answers.filter((answer) => answer.status() === 200)).toHaveLength(Number(left));
  const refused = answers.filter((answer) => answer.status() === 429);
  expect(refused).toHaveLength(5);
  for (const answer of refused) {
    const { "retry-after": wait, ratelimit } = answer.headers();
    expect(Number(wait)).toBeGreaterThan(3_000);
    expect(ratelimit).toBe(`"api";r=0;t=${wait}`);
    expect(answer.headers()["content-type"]).toBe("application/problem+json");
    expect(await answer.json()).toMatchObject({ status: 429, "violated-policies": ["api"] });
  }
  expect((await request.get(API)).status()).toBe(200);
});
