import { expect, test } from "vitest";
import { nameFormSchema, readNameForm } from "#lib/accounts/own/schema.ts";

function filled(name: string, page = "desk") {
  const form = new FormData();
  form.set("name", name);
  form.set("page", page);
  return nameFormSchema.safeParse(readNameForm(form));
}

const nameOf = (name: string) => filled(name).data?.name;

test("a name is one trimmed line; an empty one is none", () => {
  expect(nameOf("  Noor\r\n Haddad\t")).toBe("Noor Haddad");
  expect(nameOf("نور")).toBe("نور");
  for (const empty of ["", "   ", "\n", "\u202e"]) expect(nameOf(empty)).toBeNull();
  expect(nameFormSchema.safeParse(readNameForm(new FormData())).data?.name).toBeNull();
});

test("what turns letters round is taken out", () => {
  expect(nameOf("No\u202eor\u2066")).toBe("Noor");
});

test.each([
  ["é".repeat(60), true],
  ["é".repeat(61), false],
  ["👩‍⚕️".repeat(12), true],
  ["a\0b", false],
  ["a\u0007b", false],
  ["\u2800", false],
  [`e${"\u0301".repeat(17)}`, false],
  // Whoever is known by no more than an address, or has left.
  ["tomas@example.org", false],
  ["Tomas ＠ home", false],
  ["a former Moderator", false],
  ["Another moderator", false],
  ["otra persona de Moderación", false],
  ["Another moderator, Tomas", true],
])("%j can be a name: %s", (name, can) => {
  expect(filled(name).success).toBe(can);
});

test("an unknown page is the account's", () => {
  expect(filled("Noor", "//example.org").data?.page).toBe("account");
  expect(filled("Noor").data?.page).toBe("desk");
});
