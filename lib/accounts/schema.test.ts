import { expect, test } from "vitest";
import { EMAIL_LIMIT, emailSchema, readSignInForm } from "#lib/accounts/schema.ts";

test.each([
  ["ada@example.org", "ada@example.org"],
  ["  Ada.Lovelace+stories@Example.ORG ", "ada.lovelace+stories@example.org"],
  ["o'brien@example.co.uk", "o'brien@example.co.uk"],
  ["me@xn--80a1acny.xn--p1ai", "me@xn--80a1acny.xn--p1ai"],
  ["admin@vignette.localhost", "admin@vignette.localhost"],
])("%j is an address", (given, email) => {
  expect(emailSchema.parse(given)).toBe(email);
});

test.each([
  "",
  "   ",
  "ada",
  "ada@",
  "@example.org",
  "ada@example",
  "ada@example..org",
  "ada@exa mple.org",
  "ada@example.org, eve@example.org",
  "ada@example.org\nBcc: eve@example.org",
  "ada@example.org\0",
  '"ada"@example.org',
  "<ada@example.org>",
  "ada@éxample.org",
  "ada＠example.org",
  `${"a".repeat(EMAIL_LIMIT - 11)}@example.org`,
  42,
  null,
])("%j is not", (given) => {
  expect(emailSchema.safeParse(given).success).toBe(false);
});

test("an address of the greatest length is one", () => {
  expect(emailSchema.safeParse(`${"a".repeat(EMAIL_LIMIT - 12)}@example.org`).success).toBe(true);
});

test("a form is read whatever is in it", () => {
  const form = new FormData();
  form.append("email", new File(["x"], "x.txt"));
  form.append("next", "//evil.example");
  expect(readSignInForm(form)).toEqual({ email: "", next: "" });
  form.set("email", "a".repeat(100_000));
  form.set("next", "/moderation");
  const values = readSignInForm(form);
  expect(emailSchema.safeParse(values.email).success).toBe(false);
  expect(values.next).toBe("/moderation");
});
