import { z } from "zod";
import { tidyLine, tidyLines, wordsProblem } from "#lib/calls/words.ts";
import { postedText } from "#lib/form.ts";
import * as screening from "#lib/generated/messages/screening.ts";
import type { ScreeningEffect, ScreeningKind } from "#lib/generated/prisma/enums.ts";
import { effectNames, kindNames } from "#lib/screening/words.ts";
import { TEXT_INPUT_LIMIT, normaliseText } from "#lib/stories/text.ts";

export const NAME_LIMIT = 80;
export const PHRASES_LIMIT = 200;
export const PHRASE_LIMIT = 100;
export const SENTENCE_LIMIT = 300;
/** Of all rules together, those that are switched off among them. */
export const RULES_LIMIT = 200;
/** A month: for as long a sender is remembered. */
export const HOURS_LIMIT = 720;
const MOST_LINKS = 50;
const MOST_STORIES = 1000;

/** The form of a rule as it is filled in. Phrases are one per line; numbers are text. */
export type RuleFormValues = {
  name: string;
  kind: string;
  phrases: string;
  /** Of LINKS: how many. */
  links: string;
  /** Of REPEATED_SENDER: how many, within how many hours. */
  stories: string;
  within: string;
  /** Of NEW_ACCOUNT, in hours. */
  younger: string;
  effect: string;
  sentence: string;
  /** "on" while the rule is at work. */
  active: string;
  /** Words to try it with. */
  words: string;
};

/** The fields in the order they stand in. */
export const ruleFields = [
  "name",
  "kind",
  "phrases",
  "links",
  "stories",
  "within",
  "younger",
  "effect",
  "sentence",
  "active",
  "words",
] as const satisfies readonly (keyof RuleFormValues)[];

export const emptyRuleForm: RuleFormValues = {
  name: "",
  kind: "PHRASES",
  phrases: "",
  links: "1",
  stories: "3",
  within: "24",
  younger: "24",
  effect: "MARK",
  sentence: "",
  active: "on",
  words: "",
};

export type RuleInput = {
  name: string;
  kind: ScreeningKind;
  phrases: string[];
  atLeast: number | null;
  hours: number | null;
  effect: ScreeningEffect;
  sentence: string | null;
  active: boolean;
};

type Context = z.core.$RefinementCtx;
type Field = keyof RuleFormValues;

function complain(context: Context, field: Field, message: string | null): void {
  if (message) context.addIssue({ code: "custom", path: [field], message });
}

/** A whole number as it was typed, between the two; says so of any other. */
function whole(
  values: RuleFormValues,
  { field, least, most }: { field: Field; least: number; most: number },
  context: Context,
): number {
  const typed = values[field].trim();
  const number = /^\d{1,6}$/.test(typed) ? Number(typed) : NaN;
  if (number >= least && number <= most) return number;
  complain(context, field, screening.wholeNumber({ least, most }));
  return least;
}

function toPhrases(raw: string, context: Context): string[] {
  const phrases = [...new Set(tidyLines(raw).split("\n").map(tidyLine).filter(Boolean))];
  if (phrases.length === 0) {
    complain(context, "phrases", screening.phrasesMissing());
  } else if (phrases.length > PHRASES_LIMIT) {
    complain(
      context,
      "phrases",
      screening.phrasesTooMany({ count: phrases.length, limit: PHRASES_LIMIT }),
    );
  }
  for (const [index, phrase] of phrases.slice(0, PHRASES_LIMIT).entries()) {
    const what = screening.aPhrase({ number: index + 1 });
    const problem = wordsProblem(phrase, { what, limit: PHRASE_LIMIT });
    if (!problem) continue;
    complain(context, "phrases", problem);
    break;
  }
  return phrases;
}

/** What a rule of its kind needs, and nothing of the others' fields. */
function lookedFor(values: RuleFormValues, kind: ScreeningKind, context: Context) {
  const nothing = { phrases: [] as string[], atLeast: null, hours: null };
  const hours = (field: Field) => whole(values, { field, least: 1, most: HOURS_LIMIT }, context);
  switch (kind) {
    case "PHRASES":
      return { ...nothing, phrases: toPhrases(values.phrases, context) };
    case "LINKS":
      return {
        ...nothing,
        atLeast: whole(values, { field: "links", least: 1, most: MOST_LINKS }, context),
      };
    case "REPEATED_SENDER":
      return {
        ...nothing,
        // Everybody's first story is one.
        atLeast: whole(values, { field: "stories", least: 2, most: MOST_STORIES }, context),
        hours: hours("within"),
      };
    case "NEW_ACCOUNT":
      return { ...nothing, hours: hours("younger") };
  }
}

function toSentence(raw: string, effect: ScreeningEffect, context: Context): string | null {
  if (effect !== "REFUSE") return null;
  const sentence = tidyLine(raw);
  const problem =
    sentence === ""
      ? screening.sentenceMissing()
      : wordsProblem(sentence, { what: screening.theSentence(), limit: SENTENCE_LIMIT });
  complain(context, "sentence", problem);
  return sentence;
}

/** Checks the form of a rule and turns it into what a rule holds. Messages are shown as they are. */
export const ruleFormSchema = z
  .object({
    name: z.string(),
    kind: z.enum(kindNames, { error: () => screening.kindMissing() }),
    phrases: z.string(),
    links: z.string(),
    stories: z.string(),
    within: z.string(),
    younger: z.string(),
    effect: z.enum(effectNames, { error: () => screening.effectMissing() }),
    sentence: z.string(),
    active: z.string(),
    words: z.string(),
  })
  .transform((values, context): RuleInput => {
    const name = tidyLine(values.name);
    complain(
      context,
      "name",
      name === ""
        ? screening.nameMissing()
        : wordsProblem(name, { what: screening.theName(), limit: NAME_LIMIT }),
    );
    const { kind, effect } = values;
    return {
      name,
      kind,
      ...lookedFor(values, kind, context),
      effect,
      sentence: toSentence(values.sentence, effect, context),
      active: values.active === "on",
    };
  });

/** Reads the form as posted. Anything may be in it; nothing of what was written is lost. */
export function readRuleForm(form: FormData): RuleFormValues {
  const text = (name: Field) => postedText(form, name);
  return {
    name: text("name"),
    kind: text("kind"),
    phrases: text("phrases"),
    links: text("links"),
    stories: text("stories"),
    within: text("within"),
    younger: text("younger"),
    effect: text("effect"),
    sentence: text("sentence"),
    active: text("active"),
    words: text("words"),
  };
}

/** Words to try, as a story would have them; cut where no story could go on. */
export function toTriedWords(raw: string): string {
  return normaliseText(raw.slice(0, TEXT_INPUT_LIMIT));
}

/** What the address of the page says was done, and the sentence for it. */
export const doneSentences = {
  made: screening.doneMade,
  changed: screening.doneChanged,
  off: screening.doneOff,
  removed: screening.doneRemoved,
} as const;

export type Done = keyof typeof doneSentences;

export function isDone(value: unknown): value is Done {
  return typeof value === "string" && Object.hasOwn(doneSentences, value);
}
