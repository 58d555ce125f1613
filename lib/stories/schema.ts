import { z } from "zod";
import type { Intensity, WarningSlug } from "#lib/content-warnings/list.ts";
import { readWarnings, warningFields } from "#lib/content-warnings/schema.ts";
import { postedText } from "#lib/form.ts";
import * as submit from "#lib/generated/messages/submit.ts";
import { PICTURE_ALT_LIMIT } from "#lib/pictures/schema.ts";
import {
  type ConsentValues,
  consentFields,
  noConsents,
  readConsents,
} from "#lib/stories/consents.ts";
import { type ContactValues, contactFields, noContact, readContact } from "#lib/stories/contact.ts";
import { line } from "#lib/stories/line.ts";
import { normaliseText, textProblem } from "#lib/stories/text.ts";

export const BYLINE_LIMIT = 60;

/** A story's words and what belongs to them, as a form holds them before anything is checked. */
export type WordsValues = {
  text: string;
  warnings: WarningSlug[];
  intensities: Partial<Record<WarningSlug, Intensity>>;
  bylineName: string;
  bylineRole: string;
  theme: string;
  subject: "" | "MYSELF" | "SOMEONE_ELSE";
  subjectConsent: "" | "AGREED" | "DETAILS_CHANGED";
  /** Of a picture that has arrived; empty without one. */
  pictureId: string;
  pictureAlt: string;
  /** What was pointed out to the storyteller before, who sends it as it is. */
  seen: string[];
  /** The browser's, which tells the country; empty where no script runs. */
  timeZone: string;
};

/** The story form as it is filled in. */
export type StoryFormValues = WordsValues & ConsentValues & ContactValues & { consent: boolean };

export const emptyWords: WordsValues = {
  text: "",
  warnings: [],
  intensities: {},
  bylineName: "",
  bylineRole: "",
  theme: "",
  subject: "",
  subjectConsent: "",
  pictureId: "",
  pictureAlt: "",
  seen: [],
  timeZone: "",
};

export const emptyStoryForm: StoryFormValues = {
  ...emptyWords,
  ...noConsents,
  ...noContact,
  consent: false,
};

const wordsFields = {
  text: z
    .string()
    .transform(normaliseText)
    .superRefine((text, context) => {
      const problem = textProblem(text);
      if (problem) context.addIssue({ code: "custom", message: problem });
    }),
  ...warningFields,
  bylineName: line("name", BYLINE_LIMIT),
  bylineRole: line("role", BYLINE_LIMIT),
  theme: z
    .string()
    .regex(/^[a-z0-9-]{0,60}$/, { error: () => submit.themeUnknown() })
    .transform((slug) => slug || null),
  // Not everyone will say, and moderators can ask.
  subject: z.enum(["", "MYSELF", "SOMEONE_ELSE"]),
  subjectConsent: z.enum(["", "AGREED", "DETAILS_CHANGED"]),
  pictureId: z
    .string()
    .regex(/^([0-9A-Za-z]{24})?$/, { error: () => submit.pictureUnknown() })
    .transform((id) => id || null),
  pictureAlt: line("description", PICTURE_ALT_LIMIT),
  seen: z.array(z.string().max(400)).max(200),
  timeZone: z.string().max(100),
};

/** What some fields ask of others. Said also while other fields are wrong. */
function together<Shape extends z.ZodObject>(form: Shape) {
  return form
    .refine(({ subject, subjectConsent }) => subject !== "SOMEONE_ELSE" || subjectConsent !== "", {
      path: ["subjectConsent"],
      error: () => submit.subjectConsentMissing(),
      when: ({ value }) => (value as WordsValues).subject === "SOMEONE_ELSE",
    })
    .refine(({ pictureId, pictureAlt }) => !pictureId || Boolean(pictureAlt), {
      path: ["pictureAlt"],
      error: () => submit.pictureAltMissing(),
      when: ({ value }) => Boolean((value as WordsValues).pictureId),
    });
}

function settle<Form extends z.output<z.ZodObject<typeof wordsFields>>>(form: Form) {
  const { subject, subjectConsent, pictureId, pictureAlt } = form;
  return {
    ...form,
    subject: subject || null,
    subjectConsent: subject === "SOMEONE_ELSE" && subjectConsent !== "" ? subjectConsent : null,
    // Words about a picture that was taken out again.
    pictureAlt: pictureId ? pictureAlt : null,
  };
}

/** Checks the form and turns it into what is stored. Messages are the sentences on screen. */
export const storyFormSchema = together(
  z.object({
    ...wordsFields,
    ...consentFields,
    ...contactFields,
    consent: z.literal(true, { error: () => submit.consentMissing() }),
  }),
).transform(settle);

/** The same for a story that is there already. */
export const changeFormSchema = together(z.object(wordsFields)).transform(settle);

export type StoryInput = z.output<typeof storyFormSchema>;
export type WordsInput = z.output<typeof changeFormSchema>;

function oneOf<T extends string>(value: string, allowed: readonly T[]): T | "" {
  return allowed.find((each) => each === value) ?? "";
}

/** Reads the words as posted. Anything may be in it; nothing of what was written is lost. */
export function readWordsForm(form: FormData): WordsValues {
  const text = (name: string) => postedText(form, name);
  return {
    text: text("text"),
    ...readWarnings(form),
    bylineName: text("bylineName"),
    bylineRole: text("bylineRole"),
    theme: text("theme"),
    subject: oneOf(text("subject"), ["MYSELF", "SOMEONE_ELSE"]),
    subjectConsent: oneOf(text("subjectConsent"), ["AGREED", "DETAILS_CHANGED"]),
    pictureId: text("pictureId"),
    pictureAlt: text("pictureAlt"),
    seen: form
      .getAll("seen")
      .slice(0, 200)
      .map((each) => String(each).slice(0, 400)),
    timeZone: text("timeZone").slice(0, 100),
  };
}

export function readStoryForm(form: FormData): StoryFormValues {
  return {
    ...readWordsForm(form),
    ...readConsents(form),
    ...readContact(form),
    consent: postedText(form, "consent") !== "",
  };
}
