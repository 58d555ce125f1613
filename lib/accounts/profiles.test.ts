import { expect, test } from "vitest";
import { fromGithub, fromGoogle } from "#lib/accounts/profiles.ts";

const primary = { email: "Ada@Example.org", primary: true, verified: true };

test("Google's verified address is kept, in lower case", () => {
  const profile = {
    sub: "1",
    name: "Ada",
    email: "Ada@Example.org",
    email_verified: true,
    picture: "x",
  };
  expect(fromGoogle(profile)).toEqual({ id: "1", name: "Ada", email: "ada@example.org" });
});

test.each([undefined, false, "true", 1])(
  "an address that is %j verified doesn't count",
  (verified) => {
    expect(
      fromGoogle({ sub: "1", email: "a@example.org", email_verified: verified }).email,
    ).toBeNull();
    expect(fromGithub({ id: 1, emails: [{ ...primary, verified }] }).email).toBeNull();
  },
);

test("of GitHub's addresses the primary one counts, and the public one says nothing", () => {
  const other = { email: "other@example.org", primary: false, verified: true };
  const profile = { id: 7, login: "ada", name: null, email: "public@example.org" };
  expect(fromGithub({ ...profile, emails: [other, primary] })).toEqual({
    id: "7",
    name: "ada",
    email: "ada@example.org",
  });
  expect(fromGithub({ ...profile, emails: [other] }).email).toBeNull();
  expect(fromGithub({ ...profile, emails: { message: "Not Found" } }).email).toBeNull();
  expect(fromGithub({ ...profile, emails: [null, 1, "x"] }).email).toBeNull();
});

test("a name is one line of words that can be seen", () => {
  expect(fromGoogle({ sub: "1", name: " Ada\n\u202e  Lovelace\0 " }).name).toBe("Ada Lovelace");
  expect(fromGoogle({ sub: "1", name: "é".repeat(200) }).name).toBe("é".repeat(60));
  expect(fromGoogle({ sub: "1", name: "\u200b \t" }).name).toBeNull();
  expect(fromGoogle({ sub: "1", name: { first: "Ada" } }).name).toBeNull();
});

test("a name that nobody could set here is not kept, and the next one is looked at", () => {
  const heaped = `Z${"\u0301".repeat(40)}`;
  expect(fromGoogle({ sub: "1", name: heaped }).name).toBeNull();
  expect(fromGithub({ id: 1, name: heaped, login: "ada" }).name).toBe("ada");
});
