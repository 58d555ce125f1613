import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  ADDRESS_LIMIT,
  type HelplineFormValues,
  NAME_LIMIT,
  emptyHelplineForm,
  helplineFormSchema,
  isDone,
  readHelplineForm,
  toFormValues,
} from "#lib/helplines/schema.ts";

const filled: HelplineFormValues = {
  ...emptyHelplineForm,
  ...{ country: "IE", name: "Samaritans", url: "https://www.samaritans.org", phone: "116 123" },
  ...{ sourceUrl: "https://example.org/numbers", checkedOn: "2026-11-21" },
};

const problems = (values: Partial<HelplineFormValues>) =>
  helplineFormSchema
    .safeParse({ ...filled, ...values })
    .error?.issues.map(({ path, message }) => [path[0], message]);

describe("the form of a helpline", () => {
  test("is tidied; what is left empty is not there", () => {
    expect(
      helplineFormSchema.parse({
        ...filled,
        name: " Samaritans\t\u202e Ireland ",
        phone: "116\u2011123\u200b",
        text: " 50808 ",
        textWord: "hello",
        hours: " Day  and night ",
        warnings: ["stillbirth", "suicide", "stillbirth"],
      }),
    ).toEqual({
      country: "IE",
      name: "Samaritans Ireland",
      phone: "116-123",
      text: "50808",
      textWord: "hello",
      chatUrl: null,
      url: "https://www.samaritans.org/",
      hours: "Day and night",
      languages: null,
      warnings: ["suicide", "stillbirth"],
      sourceUrl: "https://example.org/numbers",
      checkedOn: "2026-11-21",
    });
    expect(helplineFormSchema.parse({ ...filled, country: "ZZ" }).country).toBeNull();
  });

  test("fills the form again", () => {
    const input = helplineFormSchema.parse(filled);
    expect(helplineFormSchema.parse(toFormValues(input))).toEqual(input);
    const everywhere = toFormValues({ ...input, country: null, chatUrl: null });
    expect(everywhere).toMatchObject({ country: "ZZ", chatUrl: "" });
  });

  test.each<[Partial<HelplineFormValues>, keyof HelplineFormValues, string]>([
    [{ name: " \u200e " }, "name", "Please give its name."],
    [{ name: "a\0b" }, "name", "characters that can't be shown"],
    [{ name: "a".repeat(NAME_LIMIT + 1) }, "name", "1 over"],
    [{ country: "" }, "country", "Please choose a country"],
    [{ country: "Ireland" }, "country", "Please choose a country"],
    [{ country: "ie" }, "country", "Please choose a country"],
    [{ phone: "call us" }, "phone", "in digits"],
    [{ text: "+44 (0)20 7946 0123" }, "text", "(0)"],
    [{ text: "50808", textWord: "two words" }, "textWord", "one word"],
    [{ text: "50808", textWord: "a?b=c" }, "textWord", "one word"],
    [{ text: "50808", textWord: "a".repeat(21) }, "textWord", "1 over"],
    [{ textWord: "HELLO" }, "textWord", "number that the word is sent to"],
    [{ url: "" }, "url", "Please give the address of its web page."],
    [{ sourceUrl: "" }, "sourceUrl", "Please give the web page that you compared it with."],
    [{ warnings: ["needles"] }, "warnings", "Please choose from the list."],
    [{ warnings: ["__proto__"] }, "warnings", "Please choose from the list."],
    [{ checkedOn: "" }, "checkedOn", "Please give the day"],
    [{ checkedOn: "2026-02-30" }, "checkedOn", "Please give the day"],
    [{ checkedOn: "1999-12-31" }, "checkedOn", "Please give the day"],
    [{ checkedOn: "20260-01-01" }, "checkedOn", "Please give the day"],
    [{ hours: "9 to 5 ".repeat(20) }, "hours", "over"],
  ])("%j says what is wrong", (values, field, sentence) => {
    expect(problems(values)).toEqual([[field, expect.stringContaining(sentence)]]);
  });

  test.each([
    ...["http://example.org", "example.org", "javascript:alert(1)", "//example.org", "https://"],
    ...["https://localhost", "data:text/html,a", "https://ex ample.org", "ftp://example.org"],
    ...["https://user@example.org", "https://a:b@example.org"],
    `https://example.org/${"a".repeat(ADDRESS_LIMIT)}`,
    `https://example.org/${"é".repeat(ADDRESS_LIMIT / 4)}`,
  ])("%j is no address, for any of the three", (address) => {
    for (const field of ["url", "chatUrl", "sourceUrl"] as const) {
      expect(problems({ [field]: address })).toEqual([[field, expect.any(String)]]);
    }
  });

  test("has addresses as they are asked for, so that none looks like another", () => {
    const parsed = helplineFormSchema.parse({
      ...filled,
      url: " HTTPS://Sam\u0430ritans.org/a b\u202e ",
      chatUrl: "https://example.org/\u{1f319}?q=é",
    });
    expect(parsed.url).toBe("https://xn--samritans-2yh.org/a%20b");
    expect(parsed.chatUrl).toBe("https://example.org/%F0%9F%8C%99?q=%C3%A9");
  });

  test("is read as posted, whatever was posted", () => {
    const form = new FormData();
    expect(readHelplineForm(form)).toEqual(emptyHelplineForm);
    form.set("name", new File(["x"], "x"));
    for (let each = 0; each < 1_000; each += 1) form.append("warnings", "suicide");
    expect(readHelplineForm(form).name).toBe("");
    expect(readHelplineForm(form).warnings).toHaveLength(100);
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.string(), fc.string())), (entries) => {
        const any = new FormData();
        for (const [name, value] of entries) any.append(name, value);
        for (const name of Object.keys(filled)) any.append(name, entries[0]?.[1] ?? "");
        expect(helplineFormSchema.safeParse(readHelplineForm(any)).success).toBeTypeOf("boolean");
      }),
    );
  });
});

test("what was done is one of a few words", () => {
  expect(isDone("checked")).toBe(true);
  for (const value of ["constructor", "", undefined, ["added"], {}]) {
    expect(isDone(value)).toBe(false);
  }
});
