import { expect, test, vi } from "vitest";
import { GET, POST } from "#app/api/stop-mail/[token]/route.ts";
import { failure, success } from "#lib/result.ts";

vi.mock("#lib/notifications/commands.ts", () => ({
  stopMail: (token: string) =>
    Promise.resolve(token === "known" ? success(null) : failure("not-found", "")),
}));

const ask = (answer: typeof GET, token: string, query: string) =>
  answer(new Request(`http://localhost:3000/api/stop-mail/${token}${query}`), {
    params: Promise.resolve({ token }),
  });

test.each([
  ["", "/stop-mail/known"],
  ["?locale=es", "/es/stop-mail/known"],
  ["?locale=//evil.example", "/stop-mail/known"],
])("opened with %j, it leads to the page in the language of the mail", async (query, page) => {
  const answer = await ask(GET, "known", query);
  expect(answer.status).toBe(303);
  expect(answer.headers.get("location")).toBe(page);
});

test.each([
  ["known", "", 200, "Stopped. Your address is erased.\n"],
  ["known", "?locale=es", 200, "Hecho. Tu dirección se ha borrado.\n"],
  ["unknown", "", 404, "There is nothing here.\n"],
  ["unknown", "?locale=es", 404, "Aquí no hay nada.\n"],
])("posted to for one that is %s with %j, it says so", async (token, query, status, sentence) => {
  const answer = await ask(POST, token, query);
  expect(answer.status).toBe(status);
  expect(await answer.text()).toBe(sentence);
});
