import type { IncomingMessage, ServerResponse } from "node:http";
import inject from "light-my-request";
import { expect, test, vi } from "vitest";
import { inLocale } from "#lib/in-locale.ts";
import { sendPreflight, sendProblem } from "#server/api.ts";

const ask = (method: "GET" | "PUT" | "OPTIONS", answer: (res: ServerResponse) => void) =>
  inject((_req: IncomingMessage, res: ServerResponse) => answer(res), {
    ...{ method, url: "/api/v1/stories?limit=5" },
  });

test("a problem takes the place of what was begun, and says nothing of it", async () => {
  const answer = await ask("GET", (res) => {
    res.setHeader("X-Request-Id", "r");
    res.setHeader("Set-Cookie", "a=b");
    res.setHeader("Content-Type", "text/html");
    sendProblem(res, { status: 500 });
  });
  expect(answer.statusCode).toBe(500);
  expect(answer.headers).toMatchObject({
    "x-request-id": "r",
    "content-type": "application/problem+json",
    "access-control-allow-origin": "*",
    "cache-control": "private, no-store",
    "x-content-type-options": "nosniff",
  });
  expect(answer.headers["set-cookie"]).toBeUndefined();
  expect(answer.json()).toEqual({
    ...{ type: "about:blank", title: "Internal Server Error", status: 500 },
    detail: expect.stringMatching(/try again/),
    instance: "/api/v1/stories",
  });
});

test("what can be done is said to whoever does something else, and no more of it is read", async () => {
  const answer = await ask("PUT", (res) => sendProblem(res, { status: 405 }));
  expect(answer.headers).toMatchObject({ allow: "GET, HEAD, OPTIONS", connection: "close" });
});

test("a problem names the address as it was asked for", async () => {
  const answer = await ask("GET", (res) => inLocale("es", () => sendProblem(res, { status: 404 })));
  expect(answer.json()).toMatchObject({ instance: "/es/api/v1/stories", title: "Not Found" });
});

test("an answer that has begun is cut off", () => {
  const res = { headersSent: true, destroy: vi.fn() };
  sendProblem(res as unknown as ServerResponse, { status: 500 });
  expect(res.destroy).toHaveBeenCalledOnce();
});

test("a browser that asks beforehand may send conditions, from any page", async () => {
  const answer = await ask("OPTIONS", sendPreflight);
  expect([answer.statusCode, answer.body]).toEqual([204, ""]);
  expect(answer.headers).toMatchObject({
    "access-control-allow-origin": "*",
    "access-control-allow-methods": "GET, HEAD, OPTIONS",
    "access-control-allow-headers": "*",
    "access-control-max-age": "86400",
  });
  expect(answer.headers["access-control-allow-credentials"]).toBeUndefined();
});
