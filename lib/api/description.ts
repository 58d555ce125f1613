/** The API in OpenAPI 3.1, made from its schemas: https://spec.openapis.org/oas/v3.1 */
import { STATUS_CODES } from "node:http";
import { z } from "zod";
import { type Operation, allOperations } from "#lib/api/operations.ts";
import { parts, problemSchema } from "#lib/api/schema.ts";

type Json = Record<string, unknown>;

type Site = { url: string; name: string; requestsPerHour: number };

const VERSION = "1.0.0";

const about = (site: Site) => `\
The published stories of ${site.name}, for other programs to read. There is no key to ask for, and no search.

**A content warning travels with its story.** Words and warnings are fields of their own. Where \`gate\` is not null, show it in the place of the words, and show \`text\` and \`picture\` only to a reader who then asks for them. Never put such words where no gate can stand: a title, a notification, a preview, speech. \`previewImage\` can be shown to anyone.

**A story is its storyteller's.** It was given to be read here: show it whole, with its byline and a link to \`url\`. For print, or any other use, ask who runs this site. A story can be changed, taken down or withdrawn at any time: ask again before you show a copy, at least every few minutes, and show none of what answers 404.

**Lists** go on by their links, also in the header \`Link\`. **Asking again** with \`If-None-Match\` is answered 304 while nothing has changed. ${site.requestsPerHour.toLocaleString("en")} requests an hour may come from one address, those that end in 304 or an error too; \`RateLimit\` says how many are left, and means nothing on an answer from a cache. HEAD is answered like GET, without the body.

**Within v1** there may be more fields, more parameters and more content warnings: pass over what you don't know. Nothing that is here now goes away or changes what it means. An unknown parameter is an error, so that one that is misspelt does not go unnoticed.`;

type Described = { zodSchema: z.core.$ZodTypes; jsonSchema: z.core.JSONSchema.BaseSchema };

/** What JSON Schema has from zod that says nothing here, or says it twice; and what it lacks. */
function tidy({ zodSchema, jsonSchema }: Described): void {
  // Zod leaves out that of what is transformed.
  const { def } = zodSchema._zod;
  if (def.type === "default") jsonSchema.default ??= def.defaultValue;
  if (jsonSchema.format) delete jsonSchema.pattern;
  if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
}

const place = (kind: "schemas" | "headers" | "responses", id: string) =>
  `#/components/${kind}/${id}`;

/** What comes may have more than is described; "input" is how zod calls that. */
function describeParts(): Json {
  const { schemas } = z.toJSONSchema(parts, {
    io: "input",
    uri: (id) => place("schemas", id),
    override: tidy,
  });
  return Object.fromEntries(
    Object.entries(schemas).map(([id, { $schema: _, $id: __, ...schema }]) => [id, schema]),
  );
}

function refTo(schema: z.ZodType): Json {
  return { $ref: place("schemas", parts.get(schema)?.id ?? "") };
}

function describeValue(schema: z.ZodType): { description: unknown; schema: Json } {
  const described = z.toJSONSchema(schema, { io: "input", override: tidy });
  const { $schema: _, description, ...rest } = described;
  return { description, schema: rest };
}

function describeParameters({ at, query }: Operation): Json[] {
  const inPath = at
    ? [{ name: at.name, in: "path", required: true, ...describeValue(at.schema) }]
    : [];
  const inQuery = Object.entries(query.shape).map(([name, schema]) => ({
    name,
    in: "query",
    required: false,
    ...describeValue(schema as z.ZodType),
  }));
  return [...inPath, ...inQuery];
}

const text = { type: "string" };

const headers = {
  ETag: { description: "Which version this is, for If-None-Match.", schema: text },
  Link: {
    description: "RFC 8288: this description (service-desc); of a list, first, next and prev.",
    schema: text,
  },
  "RateLimit-Policy": {
    description:
      "draft-ietf-httpapi-ratelimit-headers-11: how many requests (q) in how many seconds (w).",
    schema: text,
  },
  RateLimit: {
    description: "The same: how many requests are left (r) for how many seconds (t).",
    schema: text,
  },
  "Retry-After": { description: "In seconds.", schema: { type: "integer", minimum: 0 } },
};

const headersNamed = (...names: (keyof typeof headers)[]) =>
  Object.fromEntries(names.map((name) => [name, { $ref: place("headers", name) }]));

const limited = ["Link", "RateLimit-Policy", "RateLimit"] as const;

const problem = (description: string, ...more: (keyof typeof headers)[]) => ({
  description,
  headers: headersNamed(...limited, ...more),
  content: { "application/problem+json": { schema: refTo(problemSchema) } },
});

const responses = {
  NotModified: {
    description: "It is as you have it.",
    headers: headersNamed("ETag", ...limited),
  },
  InvalidParameters: problem("Parameters can't be read; `errors` says which, and what to do."),
  NotFound: problem("There is nothing here, or not any more. It is never said which."),
  TooManyRequests: problem("Too many requests within the hour.", "Retry-After"),
  Failure: problem("A failure of ours, or another refusal."),
};

const answered = (id: keyof typeof responses) => ({ $ref: place("responses", id) });

function describeOperation(operation: Operation): Json {
  const parameters = describeParameters(operation);
  return {
    operationId: operation.id,
    summary: operation.summary,
    ...(operation.description ? { description: operation.description } : {}),
    ...(parameters.length > 0 ? { parameters } : {}),
    responses: {
      200: {
        description: STATUS_CODES[200],
        headers: headersNamed("ETag", ...limited),
        content: { "application/json": { schema: refTo(operation.answer) } },
      },
      304: answered("NotModified"),
      400: answered("InvalidParameters"),
      ...(operation.at ? { 404: answered("NotFound") } : {}),
      429: answered("TooManyRequests"),
      default: answered("Failure"),
    },
  };
}

export function describeApi(site: Site): Json & { openapi: string } {
  const paths = allOperations.map((each) => [each.path, { get: describeOperation(each) }]);
  return {
    openapi: "3.1.1",
    info: { title: `${site.name}: stories`, version: VERSION, description: about(site) },
    servers: [{ url: site.url }],
    security: [],
    paths: Object.fromEntries(paths) as Json,
    components: { schemas: describeParts(), headers, responses },
  };
}
