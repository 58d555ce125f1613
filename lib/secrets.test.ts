import { afterEach, beforeEach, expect, test, vi } from "vitest";

beforeEach(() => {
  vi.stubEnv("AUTH_SECRET", "a-secret-for-these-tests-and-no-other");
  vi.resetModules();
});
afterEach(() => vi.unstubAllEnvs());

const secrets = () => import("#lib/secrets.ts");

test("what is sealed opens again, for the same purpose", async () => {
  const { seal, unseal } = await secrets();
  for (const text of ["", "ada@example.org", "ä 😀".repeat(100)]) {
    const sealed = seal("mail", text);
    expect(sealed).toMatch(/^[\w-]+$/);
    expect(unseal("mail", sealed)).toBe(text);
    expect(unseal("other", sealed)).toBeNull();
  }
});

test("sealed twice it looks different, and shows nothing of what is in it", async () => {
  const { seal } = await secrets();
  const sealed = seal("mail", "ada@example.org");
  expect(seal("mail", "ada@example.org")).not.toBe(sealed);
  expect(Buffer.from(sealed, "base64url").toString("latin1")).not.toContain("ada");
});

test("whatever was changed, cut or made up does not open", async () => {
  const { seal, unseal } = await secrets();
  const bytes = Buffer.from(seal("mail", "ada@example.org"), "base64url");
  for (let at = 0; at < bytes.length; at += 1) {
    const changed = Buffer.from(bytes);
    changed[at] = (changed[at] ?? 0) ^ 1;
    expect(unseal("mail", changed.toString("base64url"))).toBeNull();
    expect(unseal("mail", bytes.subarray(0, at).toString("base64url"))).toBeNull();
  }
  expect(unseal("mail", "no such thing")).toBeNull();
});

test("another installation can't open it", async () => {
  const sealed = (await secrets()).seal("mail", "ada@example.org");
  vi.stubEnv("AUTH_SECRET", "another-secret-for-these-tests-as-well");
  vi.resetModules();
  expect((await secrets()).unseal("mail", sealed)).toBeNull();
});
