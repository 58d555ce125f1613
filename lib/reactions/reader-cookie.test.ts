import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { newReaderCookie, readReaderCookie, readerCookie } from "#lib/reactions/reader-cookie.ts";

const settings = vi.hoisted(() => ({ SITE_URL: "", AUTH_SECRET: "" }) as Record<string, string>);
vi.mock("#lib/env.ts", () => ({ requiredSetting: (name: string) => settings[name] }));

beforeEach(() => {
  Object.assign(settings, { SITE_URL: "http://localhost:3000", AUTH_SECRET: "a".repeat(32) });
});
afterEach(() => vi.restoreAllMocks());

test("the cookie is for this host alone where the site has https, and for no script", () => {
  expect(readerCookie()).toEqual({
    name: "reader",
    options: { httpOnly: true, sameSite: "lax", path: "/", secure: false, maxAge: 31_536_000 },
  });
  settings.SITE_URL = "https://stories.example";
  expect(readerCookie().name).toBe("__Host-reader");
  expect(readerCookie().options).toMatchObject({ secure: true, path: "/" });
});

describe("what a cookie says", () => {
  test("is read back, and is another one for each reader", () => {
    const [one, other] = [newReaderCookie(), newReaderCookie()];
    expect(readReaderCookie(one)).toMatch(/^[\w-]{22}$/);
    expect(readReaderCookie(one)).not.toBe(readReaderCookie(other));
  });

  test("counts as nothing when we did not sign it", () => {
    const [reader = "", signature = ""] = newReaderCookie().split(".");
    const flipped = (signature.startsWith("A") ? "B" : "A") + signature.slice(1);
    const [stranger = ""] = newReaderCookie().split(".");
    const forged = [
      ...[undefined, "", ".", reader, `${reader}.`, `.${signature}`, `${reader}.${flipped}`],
      ...[`${stranger}.${signature}`, `${reader}.${signature}.`, ` ${reader}.${signature}`],
      ...[`${reader}.${"é".repeat(43)}`, "x".repeat(10_000), `${reader}\n.${signature}`],
    ];
    for (const value of forged) expect(readReaderCookie(value), String(value)).toBeNull();
    const cookie = `${reader}.${signature}`;
    expect(readReaderCookie(cookie)).toBe(reader);
    settings.AUTH_SECRET = "b".repeat(32);
    expect(readReaderCookie(cookie)).toBeNull();
  });
});
