/**
 * Whether real answers are what the API's own description says of them: their body against its schema
 * with nothing besides what is described, and their headers.
 */
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";

type Json = { [key: string]: Json | undefined };

type Answer = { status: number; headers: Headers; body: string };

/** Allows clients to meet more than is described, so for a test it has to be closed. */
function closed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(closed);
  if (typeof value !== "object" || value === null) return value;
  const all = Object.fromEntries(Object.entries(value).map(([key, each]) => [key, closed(each)]));
  const isClosed = all.type !== "object" || "additionalProperties" in all;
  return isClosed ? all : { ...all, additionalProperties: false };
}

/** By a served description: tells what is wrong with an answer, nothing when it is as described. */
export function answerChecker(description: unknown) {
  const described = description as Json;
  const ajv = new Ajv2020({ allErrors: true });
  addFormats.default(ajv);
  ajv.addVocabulary(["components"]);
  ajv.addSchema({ $id: "api", components: { schemas: closed(described.components?.schemas) } });
  const checks = new Map<string, ValidateFunction>();
  const checkOf = (ref: string): ValidateFunction => {
    const check = checks.get(ref) ?? ajv.compile({ $ref: `api${ref}` });
    checks.set(ref, check);
    return check;
  };

  function responseOf(path: string, status: number): Json | undefined {
    const responses = described.paths?.[path]?.get?.responses;
    const response = responses?.[status] ?? responses?.default;
    const ref = response?.$ref as unknown as string | undefined;
    return ref ? at(ref) : response;
  }

  const at = (ref: string) =>
    ref
      .replace("#/", "")
      .split("/")
      .reduce<Json | undefined>((found, key) => found?.[key], described);

  return (path: string, { status, headers, body }: Answer): string[] => {
    const response = responseOf(path, status);
    if (!response) return [`${path} is not described`];
    const wrong = Object.keys(response.headers ?? {})
      .filter((name) => !headers.has(name))
      .map((name) => `no ${name}`);
    if (!response.content) return body === "" ? wrong : [...wrong, "a body"];
    const type = headers.get("content-type") ?? "none";
    const ref = response.content[type]?.schema?.$ref as unknown as string | undefined;
    if (!ref) return [...wrong, `${type} is not described`];
    const check = checkOf(ref);
    if (check(JSON.parse(body))) return wrong;
    return [...wrong, ...(check.errors ?? []).map((each) => ajv.errorsText([each]))];
  };
}
