import { z } from "zod";
import { tidyLine, wordsProblem } from "#lib/calls/words.ts";
import { helplineWarnings } from "#lib/content-warnings/list.ts";
import { postedText } from "#lib/form.ts";
import * as messages from "#lib/generated/messages/helplines.ts";
import { numberProblem } from "#lib/helplines/numbers.ts";

export const NAME_LIMIT = 80;
/** Of hours and languages. */
export const LINE_LIMIT = 80;
export const WORD_LIMIT = 20;
export const ADDRESS_LIMIT = 500;
/** All of them go to each device that asks, so that nobody has to tell where they are. */
export const HELPLINES_LIMIT = 300;

const firstDay = "2000-01-01";

/** What the form has for no country at all. Nothing chosen is no choice: a number is for somewhere. */
export const EVERYWHERE = "ZZ";

/** A helpline's form as it is filled in. */
export type HelplineFormValues = {
  /** Empty: not chosen yet. */
  country: string;
  name: string;
  phone: string;
  text: string;
  textWord: string;
  chatUrl: string;
  url: string;
  hours: string;
  languages: string;
  warnings: string[];
  sourceUrl: string;
  /** As a date field has it: "2026-11-30". */
  checkedOn: string;
};

/** The fields in the order they stand in. */
export const helplineFields = [
  "country",
  "name",
  "url",
  "phone",
  "text",
  "textWord",
  "chatUrl",
  "hours",
  "languages",
  "warnings",
  "sourceUrl",
  "checkedOn",
] as const satisfies readonly (keyof HelplineFormValues)[];

export const emptyHelplineForm: HelplineFormValues = {
  ...{ country: "", name: "", phone: "", text: "", textWord: "", chatUrl: "", url: "" },
  ...{ hours: "", languages: "", warnings: [], sourceUrl: "", checkedOn: "" },
};

/** What is most wrong with what was written, in the words that are shown; null when nothing is. */
type Problem = (tidied: string) => string | null;

/** One line; empty is none. */
function optional(problemOf: Problem, tidy = tidyLine) {
  return z
    .string()
    .transform(tidy)
    .superRefine((value, context) => {
      const message = value === "" ? null : problemOf(value);
      if (message) context.addIssue({ code: "custom", message });
    })
    .transform((value) => value || null);
}

function needed(missing: () => string, problemOf: Problem) {
  return z
    .string()
    .transform(tidyLine)
    .superRefine((value, context) => {
      const message = value === "" ? missing() : problemOf(value);
      if (message) context.addIssue({ code: "custom", message });
    });
}

const words =
  (what: () => string, limit: number): Problem =>
  (value) =>
    wordsProblem(value, { what: what(), limit });

/** As they are copied: with hyphens that break no line, and characters that nobody sees. */
const tidyNumber = (raw: string) =>
  tidyLine(raw)
    .replace(/\p{Cf}/gu, "")
    .replace(/[\u2010-\u2015]/g, "-");

const addressProblem: Problem = (value) => {
  const url = URL.canParse(value) ? new URL(value) : null;
  if (url?.protocol !== "https:" || !url.hostname.includes(".")) {
    return messages.wholeAddress();
  }
  if (url.username || url.password) return messages.noCredentials();
  return url.href.length > ADDRESS_LIMIT ? messages.shorterAddress() : null;
};

/** As a browser asks for it: in ASCII, with nothing in it that only looks like something else. */
const asAsked = (value: string) => (URL.canParse(value) ? new URL(value).href : value);

const checkedOn = z
  .string()
  .trim()
  .refine((value) => z.iso.date().safeParse(value).success && value >= firstDay, {
    error: () => messages.dayMissing(),
  });

/** Checks a helpline's form. Messages are shown as they are. */
export const helplineFormSchema = z
  .object({
    country: z
      .string()
      .regex(/^[A-Z]{2}$/, { error: () => messages.countryFromList() })
      .transform((value) => (value === EVERYWHERE ? null : value)),
    name: needed(messages.nameMissing, words(messages.theName, NAME_LIMIT)),
    phone: optional(numberProblem, tidyNumber),
    text: optional(numberProblem, tidyNumber),
    textWord: optional((value) =>
      /^[\p{L}\p{M}\p{N}]+$/u.test(value)
        ? wordsProblem(value, { what: messages.theWord(), limit: WORD_LIMIT })
        : messages.oneWord(),
    ),
    chatUrl: optional(addressProblem).transform((value) => value && asAsked(value)),
    url: needed(messages.pageMissing, addressProblem).transform(asAsked),
    hours: optional(words(messages.thisLine, LINE_LIMIT)),
    languages: optional(words(messages.thisLine, LINE_LIMIT)),
    warnings: z
      .array(z.enum(helplineWarnings, { error: () => messages.chooseFromList() }))
      .transform((chosen) => helplineWarnings.filter((slug) => chosen.includes(slug))),
    sourceUrl: needed(messages.sourceMissing, addressProblem).transform(asAsked),
    checkedOn,
  })
  .superRefine(({ text, textWord }, context) => {
    if (textWord === null || text !== null) return;
    const message = messages.wordNeedsNumber();
    context.addIssue({ code: "custom", path: ["textWord"], message });
  });

export type HelplineInput = z.output<typeof helplineFormSchema>;

/** Reads the form as posted. Anything may be in it; nothing of what was written is lost. */
export function readHelplineForm(form: FormData): HelplineFormValues {
  const text = (name: keyof HelplineFormValues) => postedText(form, name);
  return {
    country: text("country"),
    name: text("name"),
    phone: text("phone"),
    text: text("text"),
    textWord: text("textWord"),
    chatUrl: text("chatUrl"),
    url: text("url"),
    hours: text("hours"),
    languages: text("languages"),
    warnings: form.getAll("warnings").slice(0, 100).map(String),
    sourceUrl: text("sourceUrl"),
    checkedOn: text("checkedOn"),
  };
}

/** As its form shows it. */
export function toFormValues(helpline: HelplineInput): HelplineFormValues {
  const { country, warnings } = helpline;
  const written = helplineFields.map((field) => [field, helpline[field] ?? ""]);
  const values = Object.fromEntries(written) as HelplineFormValues;
  return { ...values, country: country ?? EVERYWHERE, warnings };
}

/** What the address of the page says was done. */
const doneWords = ["added", "changed", "checked", "first", "removed", "meanwhile", "gone"] as const;
export type Done = (typeof doneWords)[number];

export function isDone(value: unknown): value is Done {
  return (doneWords as readonly unknown[]).includes(value);
}
