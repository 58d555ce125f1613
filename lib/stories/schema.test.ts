import { describe, expect, test } from "vitest";
import { inLocale } from "#lib/in-locale.ts";
import type { Locale } from "#lib/locale.ts";
import { lengthCases } from "#lib/stories/length.cases.ts";
import {
  type StoryFormValues,
  emptyStoryForm,
  readStoryForm,
  storyFormSchema,
} from "#lib/stories/schema.ts";

const fill = (values: Partial<StoryFormValues>) =>
  storyFormSchema.safeParse({ ...emptyStoryForm, text: "A story.", consent: true, ...values });

const messagesAt = (field: string, values: Partial<StoryFormValues>) =>
  fill(values)
    .error?.issues.filter(({ path }) => path[0] === field)
    .map(({ message }) => message) ?? [];

describe("the limit is the tweet's", () => {
  test.each(lengthCases.filter(({ weight }) => weight > 0))("$name", ({ text, weight }) => {
    const over = messagesAt("text", { text }).some((message) => /\bover\b/.test(message));
    expect(over).toBe(weight > 280);
  });
});

test("every problem is said in the language of the page", () => {
  const wrong: Partial<StoryFormValues> = {
    ...{ text: "", bylineName: "n".repeat(61), bylineRole: "\u0001", theme: "No Such", email: "x" },
    ...{ subject: "SOMEONE_ELSE", pictureId: "x", pictureAlt: "", consent: false },
    consentPrint: "MAYBE" as "",
  };
  const said = (locale: Locale) =>
    inLocale(locale, () => fill(wrong).error?.issues.map(({ message }) => message) ?? []);
  const [english, spanish] = [said("en"), said("es")];
  expect(english).toHaveLength(10);
  expect(spanish).toHaveLength(10);
  expect(spanish.filter((sentence) => english.includes(sentence))).toEqual([]);
  expect(said("en")).toEqual(english);
});

describe("reading what was posted", () => {
  const post = (fields: [string, string][]) => {
    const form = new FormData();
    for (const [name, value] of fields) form.append(name, value);
    return readStoryForm(form);
  };

  test("takes the intensity of chosen warnings only", () => {
    const values = post([
      ["warnings", "death"],
      ["intensities.death", "GRAPHIC"],
      ["intensities.suicide", "GRAPHIC"],
    ]);
    expect(values).toMatchObject({ warnings: ["death"], intensities: { death: "GRAPHIC" } });
    expect(values.intensities).not.toHaveProperty("suicide");
  });

  test("keeps words as they were written, and files out", () => {
    const form = new FormData();
    form.append("text", "  a\r\nb  ");
    form.append("bylineName", new File(["x"], "x.txt"));
    expect(readStoryForm(form)).toMatchObject({ text: "  a\r\nb  ", bylineName: "" });
  });

  test("a form of nothing has nothing in it", () => {
    expect(post([])).toEqual(emptyStoryForm);
  });
});

describe("what a form must have", () => {
  test("consent", () => {
    expect(messagesAt("consent", { consent: false })).toHaveLength(1);
  });

  test("whom it is about may stay unsaid; of someone else, whether they agreed may not", () => {
    expect(fill({ subject: "" }).data).toMatchObject({ subject: null, subjectConsent: null });
    expect(messagesAt("subjectConsent", { subject: "SOMEONE_ELSE" })).toHaveLength(1);
    // Chosen, then changed back to oneself: the hidden answer is not kept.
    expect(fill({ subject: "MYSELF", subjectConsent: "AGREED" }).data).toMatchObject({
      subject: "MYSELF",
      subjectConsent: null,
    });
  });

  test("a byline of one line and 60 characters at most; none is Anonymous", () => {
    expect(fill({ bylineName: "  " }).data?.bylineName).toBeNull();
    expect(fill({ bylineName: "Ana\nMaria" }).data?.bylineName).toBe("Ana Maria");
    expect(messagesAt("bylineName", { bylineName: "é".repeat(60) })).toEqual([]);
    expect(messagesAt("bylineName", { bylineName: "é".repeat(61) })).toHaveLength(1);
    expect(messagesAt("bylineRole", { bylineRole: "a\0b" })).toHaveLength(1);
  });

  test("everything that is wrong is said at once", () => {
    const { error } = fill({ text: "", consent: false, subject: "SOMEONE_ELSE" });
    expect(new Set(error?.issues.map(({ path }) => path[0]))).toEqual(
      new Set(["text", "consent", "subjectConsent"]),
    );
  });
});
