import { z } from "zod";
import { tidyLine, tidyLines, wordsProblem } from "#lib/calls/words.ts";
import { postedText } from "#lib/form.ts";
import * as calls from "#lib/generated/messages/calls.ts";

export const TITLE_LIMIT = 120;
export const PROMPT_LIMIT = 600;
export const HASHTAG_LIMIT = 60;
export const THEME_LIMIT = 60;
export const THEMES_LIMIT = 40;

/** The days that a date field may name; with five digits in the year it would go on for ever. */
export const firstDay = "2000-01-01";
export const lastDay = "2199-12-31";

/** The form of a call as it is filled in. Themes are one per line, days as a date field has them. */
export type CallFormValues = {
  title: string;
  prompt: string;
  hashtag: string;
  themes: string;
  opensOn: string;
  closesAfter: string;
};

/** The fields in the order they stand in. */
export const callFields = [
  "title",
  "prompt",
  "hashtag",
  "themes",
  "opensOn",
  "closesAfter",
] as const satisfies readonly (keyof CallFormValues)[];

export const emptyCallForm: CallFormValues = {
  title: "",
  prompt: "",
  hashtag: "",
  themes: "",
  opensOn: "",
  closesAfter: "",
};

/** Adds the one thing that is most wrong with a field, in the words that are shown. */
function says<T>(problemOf: (value: T) => string | null) {
  return (value: T, context: z.core.$RefinementCtx<T>) => {
    const message = problemOf(value);
    if (message) context.addIssue({ code: "custom", message });
  };
}

const title = z
  .string()
  .transform(tidyLine)
  .superRefine(
    says((words) =>
      words === ""
        ? calls.titleMissing()
        : wordsProblem(words, { what: calls.theTitle(), limit: TITLE_LIMIT }),
    ),
  );

const prompt = z
  .string()
  .transform(tidyLines)
  .superRefine(
    says((words) =>
      words === ""
        ? calls.promptMissing()
        : wordsProblem(words, { what: calls.thePrompt(), limit: PROMPT_LIMIT }),
    ),
  );

const hashtag = z
  .string()
  .transform((raw) => tidyLine(raw).replace(/^#\s*/, ""))
  .superRefine(
    says((tag) => {
      if (!/^[\p{L}\p{M}\p{N}_]*$/u.test(tag)) {
        return calls.hashtagSigns();
      }
      const fits = [...tag].length <= HASHTAG_LIMIT;
      return fits ? null : calls.hashtagTooLong({ limit: HASHTAG_LIMIT });
    }),
  )
  .transform((tag) => (tag ? `#${tag}` : null));

const themes = z
  .string()
  .transform((raw) => [...new Set(tidyLines(raw).split("\n").map(tidyLine).filter(Boolean))])
  .superRefine(says(themesProblem));

function themesProblem(titles: string[]): string | null {
  if (titles.length > THEMES_LIMIT) {
    return calls.themesTooMany({ count: titles.length, limit: THEMES_LIMIT });
  }
  for (const [index, title] of titles.entries()) {
    const problem = wordsProblem(title, {
      what: calls.aTheme({ number: index + 1 }),
      limit: THEME_LIMIT,
    });
    if (problem) return problem;
  }
  return null;
}

const day = z
  .string()
  .trim()
  .refine((value) => value === "" || isDay(value), { error: () => calls.dayUnknown() })
  .transform((value) => value || null);

function isDay(value: string): boolean {
  return z.iso.date().safeParse(value).success && value >= firstDay && value <= lastDay;
}

type Days = { opensOn: string | null; closesAfter: string | null };

/** Checks the form of a call and turns it into what a call holds. Messages are shown as they are. */
export const callFormSchema = z
  .object({
    title,
    prompt,
    hashtag,
    themes,
    opensOn: day,
    closesAfter: day,
  })
  .refine(({ opensOn, closesAfter }) => !opensOn || !closesAfter || opensOn <= closesAfter, {
    path: ["closesAfter"],
    error: () => calls.closesTooEarly(),
    // Also when a field that has nothing to do with it is wrong.
    when: ({ value }) => {
      const { opensOn, closesAfter } = value as Partial<Days>;
      return isDay(opensOn ?? "") && isDay(closesAfter ?? "");
    },
  });

export type CallInput = z.output<typeof callFormSchema>;

/** Reads the form as posted. Anything may be in it; nothing of what was written is lost. */
export function readCallForm(form: FormData): CallFormValues {
  const text = (name: keyof CallFormValues) => postedText(form, name);
  return {
    title: text("title"),
    prompt: text("prompt"),
    hashtag: text("hashtag"),
    themes: text("themes"),
    opensOn: text("opensOn"),
    closesAfter: text("closesAfter"),
  };
}

/** What the address of the page says was done, and the sentence for it. */
export const doneSentences = {
  opened: calls.doneOpened,
  changed: calls.doneChanged,
} as const;

export type Done = keyof typeof doneSentences;

export function isDone(value: unknown): value is Done {
  return typeof value === "string" && Object.hasOwn(doneSentences, value);
}
