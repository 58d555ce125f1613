"use server";

import { nanoid } from "nanoid";
import { redirect } from "next/navigation";
import { action } from "#lib/action.ts";
import type { Viewer } from "#lib/accounts/viewer.ts";
import { postedText } from "#lib/form.ts";
import * as screening from "#lib/generated/messages/screening.ts";
import { localized } from "#lib/locale.ts";
import { type Failure, failure } from "#lib/result.ts";
import { changeRule, makeRule, removeRule } from "#lib/screening/commands.ts";
import { getRule } from "#lib/screening/queries.ts";
import {
  type Done,
  type RuleFormValues,
  type RuleInput,
  readRuleForm,
  ruleFormSchema,
} from "#lib/screening/schema.ts";
import {
  type Draft,
  type Touched,
  type TriedWords,
  touchedStories,
  tryWords,
} from "#lib/screening/trying/queries.ts";
import { fieldErrors } from "#lib/zod-errors.ts";

/** What a rule would have done, before it is saved. */
export type Trial = { words: TriedWords | null; touched: Touched };

export type RuleFormState = {
  failure: Failure | null;
  values: RuleFormValues;
  /** When the rule that it is about was changed last; "" of a new one. */
  seen: string;
  trial: Trial | null;
};

const notThere = () => failure("not-found", screening.unknown());

export const saveRuleAction = action<RuleFormState>(async ({ viewer }, form) => {
  const id = postedText(form, "id").slice(0, 100);
  const seen = postedText(form, "seen").slice(0, 100);
  const values = readRuleForm(form);
  const parsed = ruleFormSchema.safeParse(values);
  const state = { values, seen, trial: null, failure: null };
  if (!parsed.success) {
    const failed = failure("invalid", screening.notSaved(), fieldErrors(parsed.error));
    return { ...state, failure: failed };
  }
  const input = parsed.data;
  if (postedText(form, "do") === "try") {
    const trial = await tryRule(viewer, { id: id || null, input }, values.words);
    return trial ? { ...state, trial } : { ...state, failure: notThere() };
  }
  const saved = id ? await changeRule(viewer, { id, seen, input }) : await makeRule(viewer, input);
  if (saved.ok) toList(doneWith(input, id));
  if (saved.code !== "out-of-date") return { ...state, failure: saved };
  // Sent again, it is meant.
  const now = await getRule(viewer, id);
  return { ...state, failure: saved, seen: now?.seen ?? seen };
});

async function tryRule(viewer: Viewer | null, draft: Draft, words: string): Promise<Trial | null> {
  const touched = await touchedStories(viewer, draft);
  if (!touched) return null;
  return { touched, words: words.trim() ? await tryWords(viewer, { words, draft }) : null };
}

function doneWith(input: RuleInput, id: string): Done {
  if (!input.active) return "off";
  return id ? "changed" : "made";
}

function toList(done: Done): never {
  redirect(localized(`/moderation/screening?done=${done}&form=${nanoid(8)}`));
}

export const removeRuleAction = action<{ failure: Failure | null }>(async ({ viewer }, form) => {
  const id = postedText(form, "id").slice(0, 100);
  const seen = postedText(form, "seen").slice(0, 100);
  const removed = await removeRule(viewer, { id, seen });
  if (!removed.ok) return { failure: removed };
  return toList("removed");
});

export type TryFormState = { failure: Failure | null; words: string; tried: TriedWords | null };

export const tryWordsAction = action<TryFormState>(async ({ viewer }, form) => {
  const words = postedText(form, "words");
  if (!words.trim()) {
    const fields = { tried: [screening.wordsMissing()] };
    return {
      failure: failure("invalid", screening.nothingToTry(), fields),
      words,
      tried: null,
    };
  }
  const tried = await tryWords(viewer, { words, draft: null });
  return { failure: tried ? null : notThere(), words, tried };
});
