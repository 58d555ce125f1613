import { z } from "zod";
import type { Intensity, WarningSlug } from "#lib/content-warnings/list.ts";
import { readWarnings, warningFields } from "#lib/content-warnings/schema.ts";
import { postedText } from "#lib/form.ts";
import { normaliseText, textProblem } from "#lib/stories/text.ts";

export const BYLINE_LIMIT = 60;

/** The story form as it is filled in: what the fields show, before anything is checked. */
export type StoryFormValues = {
  text: string;
  warnings: WarningSlug[];
  intensities: Partial<Record<WarningSlug, Intensity>>;
  bylineName: string;
  bylineRole: string;
  theme: string;
  subject: "" | "MYSELF" | "SOMEONE_ELSE";
  subjectConsent: "" | "AGREED" | "DETAILS_CHANGED";
  consent: boolean;
};

export const emptyStoryForm: StoryFormValues = {
  text: "",
  warnings: [],
  intensities: {},
  bylineName: "",
  bylineRole: "",
  theme: "",
  subject: "",
  subjectConsent: "",
  consent: false,
};

// A byline is one line of ordinary text: the rules for a story's characters, without its line breaks.
const byline = (what: string) =>
  z
    .string()
    .transform((raw) => normaliseText(raw).replace(/\s+/g, " "))
    .refine(
      (line) => [...line].length <= BYLINE_LIMIT,
      `${what} can be up to ${BYLINE_LIMIT} characters.`,
    )
    .refine(
      (line) => line === "" || textProblem(line) === null,
      `${what} has characters that can't be shown.`,
    )
    .transform((line) => line || null);

/** Checks the form and turns it into what a revision holds. Messages are the sentences on screen. */
export const storyFormSchema = z
  .object({
    text: z
      .string()
      .transform(normaliseText)
      .superRefine((text, context) => {
        const problem = textProblem(text);
        if (problem) context.addIssue({ code: "custom", message: problem });
      }),
    ...warningFields,
    bylineName: byline("A name"),
    bylineRole: byline("A role"),
    theme: z
      .string()
      .regex(/^[a-z0-9-]{0,60}$/, "Please choose a theme from the list.")
      .transform((slug) => slug || null),
    // Not everyone will say, and moderators can ask.
    subject: z.enum(["", "MYSELF", "SOMEONE_ELSE"]),
    subjectConsent: z.enum(["", "AGREED", "DETAILS_CHANGED"]),
    consent: z.literal(
      true,
      "Please tick this if the story may appear here. Without it, we can't take it.",
    ),
  })
  .refine((form) => form.subject !== "SOMEONE_ELSE" || form.subjectConsent !== "", {
    path: ["subjectConsent"],
    error: "Please say whether they agreed, or whether you changed the details.",
    when: ({ value }) => (value as { subject?: string }).subject === "SOMEONE_ELSE",
  })
  .transform(({ subject, subjectConsent, ...form }) => ({
    ...form,
    subject: subject || null,
    subjectConsent: subject === "SOMEONE_ELSE" && subjectConsent !== "" ? subjectConsent : null,
  }));

export type StoryInput = z.output<typeof storyFormSchema>;

function oneOf<T extends string>(value: string, allowed: readonly T[]): T | "" {
  return allowed.find((each) => each === value) ?? "";
}

/** Reads the form as posted. Anything may be in it; nothing of what was written is lost. */
export function readStoryForm(form: FormData): StoryFormValues {
  const text = (name: string) => postedText(form, name);
  return {
    text: text("text"),
    ...readWarnings(form),
    bylineName: text("bylineName"),
    bylineRole: text("bylineRole"),
    theme: text("theme"),
    subject: oneOf(text("subject"), ["MYSELF", "SOMEONE_ELSE"]),
    subjectConsent: oneOf(text("subjectConsent"), ["AGREED", "DETAILS_CHANGED"]),
    consent: text("consent") !== "",
  };
}
