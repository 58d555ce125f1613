import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { inLocale } from "#lib/in-locale.ts";
import { newStoryId } from "#lib/stories/id.ts";

beforeAll(() => {
  vi.stubEnv("SITE_URL", "https://stories.example");
  vi.stubEnv("AUTH_SECRET", "a-secret-for-these-tests-and-no-other");
  vi.resetModules();
});
afterAll(() => vi.unstubAllEnvs());

const links = () => import("#lib/notifications/stop-link.ts");

test("a token leads back to its story and to no other", async () => {
  const { stopToken, storyOfStopToken } = await links();
  const [one, other] = [newStoryId(), newStoryId()];
  const token = stopToken(one);
  expect(token).toMatch(/^[\w-]{36}$/);
  expect(storyOfStopToken(token)).toBe(one);
  expect(storyOfStopToken(other + token.slice(12))).toBeNull();
});

test("what is changed, cut or made up leads nowhere", async () => {
  const { stopToken, storyOfStopToken } = await links();
  const token = stopToken(newStoryId());
  for (let at = 0; at < token.length; at += 1) {
    const changed = token.slice(0, at) + (token[at] === "A" ? "B" : "A") + token.slice(at + 1);
    expect(storyOfStopToken(changed)).toBeNull();
    expect(storyOfStopToken(token.slice(0, at))).toBeNull();
  }
  for (const nonsense of ["", `${token} `, `${token}a`, "__proto__", "é".repeat(36)])
    expect(storyOfStopToken(nonsense)).toBeNull();
});

test("people and programs have addresses of their own", async () => {
  const { stopLinks, stopToken } = await links();
  const id = newStoryId();
  expect(stopLinks(id)).toEqual({
    pageUrl: `https://stories.example/stop-mail/${stopToken(id)}`,
    oneClickUrl: `https://stories.example/api/stop-mail/${stopToken(id)}`,
  });
  // The address for programs has no language of its own: it says which that of the mail was.
  expect(inLocale("es", () => stopLinks(id))).toEqual({
    pageUrl: `https://stories.example/es/stop-mail/${stopToken(id)}`,
    oneClickUrl: `https://stories.example/api/stop-mail/${stopToken(id)}?locale=es`,
  });
});
