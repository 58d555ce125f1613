import { globSync, readFileSync } from "node:fs";
import path from "node:path";
import { Validator } from "@seriousme/openapi-schema-validator";
import { describe, expect, test } from "vitest";
import { describeApi } from "#lib/api/description.ts";
import { allOperations, isApiAddress, isOfApi } from "#lib/api/operations.ts";
import { invalidParameters } from "#lib/api/problem.ts";
import { callSchema } from "#lib/api/schema.ts";
import { roles } from "#lib/finding/roles.ts";
import { answerChecker } from "#lib/testing/described.ts";

const site = { url: "https://stories.example", name: "Night & <Day>", requestsPerHour: 3600 };
// As it is served.
const described = JSON.parse(JSON.stringify(describeApi(site)));

const validity = (document: object) => new Validator().validate(structuredClone(document) as never);

test("the description is valid OpenAPI 3.1, and all that it refers to is in it", async () => {
  const validator = new Validator();
  expect(await validator.validate(structuredClone(described))).toEqual({ valid: true });
  expect(validator.version).toBe("3.1");
  expect(JSON.stringify(validator.resolveRefs())).not.toContain('"$ref"');
});

test("what is not valid would be noticed", async () => {
  expect(await validity({ ...described, info: { title: "x" } })).toMatchObject({ valid: false });
  const paths = { "/x": { get: { responses: { 200: { $ref: "#/components/responses/None" } } } } };
  expect(await validity({ ...described, paths })).toMatchObject({ valid: false });
});

test("it describes every address below app/api/v1, and no other", () => {
  const app = path.join(import.meta.dirname, "../../app");
  const routes = globSync("api/v1/**/route.ts", { cwd: app }).map((file) =>
    `/${file}`
      .split(path.sep)
      .join("/")
      .replace(/\/route\.ts$/, "")
      .replaceAll(/\[(\w+)\]/g, "{$1}"),
  );
  expect(routes.length).toBeGreaterThan(7);
  expect(Object.keys(described.paths).sort()).toEqual(routes.sort());
});

/** Every schema in the description, however deep. */
function schemasIn(value: unknown): Record<string, unknown>[] {
  if (typeof value !== "object" || value === null) return [];
  const own = "properties" in value ? [value as Record<string, unknown>] : [];
  return [...own, ...Object.values(value).flatMap(schemasIn)];
}

test("there may be more fields within v1: nothing that is described forbids others", () => {
  const schemas = schemasIn(described.components.schemas);
  expect(schemas.length).toBeGreaterThan(12);
  for (const schema of schemas) expect(schema.additionalProperties).not.toBe(false);
});

test("it says what a client has to do about content warnings, where the words are", () => {
  const { Story } = described.components.schemas;
  expect(Story.required).toEqual(
    expect.arrayContaining(["gate", "contentWarnings", "gated", "text"]),
  );
  expect(Story.properties.gate.description).toMatch(/show this, and the words .* only to a reader/);
  expect(Story.properties.text.description).toMatch(/Behind the gate/);
  expect(described.info.description).toMatch(/A content warning travels with its story/);
});

test("problems of a kind of their own are described where their type says", () => {
  const [, pointer = ""] = invalidParameters.split("#/");
  const found = pointer.split("/").reduce((value, key) => value?.[key], described);
  expect(found).toMatchObject({ description: expect.any(String) });
});

test("docs/api.md names every role, and every field of a call", () => {
  const told = readFileSync(path.join(import.meta.dirname, "../../docs/api.md"), "utf8");
  for (const { slug } of roles) expect(told).toContain(`\`${slug}\``);
  const call = /A call, .*?```json\n(.*?)```/s.exec(told)?.[1] ?? "";
  expect(callSchema.strict().parse(JSON.parse(call)).themes).toHaveLength(1);
});

test("a page may have as many stories as one asks for in a whole number", () => {
  const { parameters } = described.paths["/api/v1/stories"].get;
  const { schema } = parameters.find(({ name }: { name: string }) => name === "limit");
  expect(schema).toEqual({ type: "integer", minimum: 1, maximum: 100, default: 20 });
});

test("every operation has a name of its own", () => {
  const ids = allOperations.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
});

describe("compared with it, an answer", () => {
  const wrongWith = answerChecker(described);
  const json = { "content-type": "application/json" };
  const limits = { "ratelimit-policy": "x", ratelimit: "x", link: "x", etag: "x" };
  const theme = { slug: "nights", title: "Nights", url: "https://stories.example/themes/nights" };
  const answer = (body: unknown, headers: Record<string, string> = { ...json, ...limits }) =>
    wrongWith("/api/v1/themes/{slug}", {
      ...{ status: 200, headers: new Headers(headers), body: JSON.stringify(body) },
    });

  test("is as described", () => {
    expect(answer(theme)).toEqual([]);
  });

  test.each<[string, unknown, Record<string, string>?]>([
    ["has a field besides", { ...theme, stories: 3 }],
    ["lacks one", { slug: "nights", title: "Nights" }],
    ["has no address for one", { ...theme, url: "nights" }],
    ["has another type", theme, { "content-type": "text/html", ...limits }],
    ["lacks a header", theme, json],
  ])("%s", (_what, body, headers) => {
    expect(answer(body, headers)).not.toEqual([]);
  });
});

describe("an address of the API", () => {
  test.each([
    "/api/v1",
    "/api/v1/stories",
    "/api/v1/stories/Ab3dEf6hIj9k",
    "/api/v1/themes/small-wins",
    "/api/v1/calls/nights",
    "/api/v1/openapi.json",
  ])("may be %s", (pathname) => {
    expect([isOfApi(pathname), isApiAddress(pathname)]).toEqual([true, true]);
  });

  test.each([
    "/api/v1/",
    "/api/v1/stories/",
    "/api/v1/stories/short",
    "/api/v1/stories/Ab3dEf6hIj9k/more",
    "/api/v1/stories/%2e%2e",
    "/api/v1/themes/Small",
    "/api/v1/{slug}",
    "/api/v1/search",
  ])("is not %s", (pathname) => {
    expect([isOfApi(pathname), isApiAddress(pathname)]).toEqual([true, false]);
  });

  test.each(["/api/v10", "/api/v2/stories", "/api", "/stories", "/api/v1stories"])(
    "has nothing to do with %s",
    (pathname) => {
      expect(isOfApi(pathname)).toBe(false);
    },
  );
});
