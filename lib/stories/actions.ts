"use server";

import { redirect } from "next/navigation";
import { type ActionContext, action } from "#lib/action.ts";
import type { WarningSlug } from "#lib/content-warnings/list.ts";
import { countryOf } from "#lib/country.ts";
import { answerWithStatus } from "#lib/exchange.ts";
import { postedText } from "#lib/form.ts";
import * as submit from "#lib/generated/messages/submit.ts";
import { localized } from "#lib/locale.ts";
import { uploadPicture } from "#lib/pictures/commands.ts";
import type { Finding } from "#lib/privacy/findings.ts";
import { type Failure, failure } from "#lib/result.ts";
import { changeStory } from "#lib/stories/changing/commands.ts";
import { submitStory } from "#lib/stories/commands.ts";
import { forgetStory } from "#lib/stories/invalidate.ts";
import { lookAt } from "#lib/stories/look-again.ts";
import { counted } from "#lib/stories/own/guesses.ts";
import { latestBaseOf } from "#lib/stories/queries.ts";
import {
  type StoryFormValues,
  type WordsValues,
  changeFormSchema,
  readStoryForm,
  readWordsForm,
  storyFormSchema,
} from "#lib/stories/schema.ts";
import { isSubmissionKey, newSubmissionKey } from "#lib/stories/submission-key.ts";
import { normaliseText } from "#lib/stories/text.ts";
import { fieldErrors } from "#lib/zod-errors.ts";

export type WordsFormState<Values extends WordsValues = WordsValues> = {
  failure: Failure | null;
  values: Values;
  key: string;
  /** What was found in the words as they were sent; offsets are into the normalised text. */
  findings: Finding[];
  /** Content warnings that the words call for and that are not chosen. */
  suggested: WarningSlug[];
  /** Where the storyteller seems to be, ISO 3166; null when nothing tells. */
  country: string | null;
};

export type StoryFormState = WordsFormState<StoryFormValues>;

export type ChangeFormState = WordsFormState & {
  /** What the words are to take the place of. */
  base: string;
};

type Posted<Values> = { values: Values; key: string; country: string | null };

/** Reads a form, sends it, and answers what the form shows when it could not be. */
async function receive<Values extends WordsValues>(
  { address, languages }: ActionContext,
  form: FormData,
  read: (form: FormData) => Values,
  /** Redirects when it was sent. */
  send: (posted: Posted<Values>) => Promise<Failure>,
): Promise<WordsFormState<Values>> {
  const postedKey = form.get("key");
  let key = isSubmissionKey(postedKey) ? postedKey : newSubmissionKey();
  const values = read(form);
  const country = countryOf({ timeZone: values.timeZone, languages });
  // The picture first, so that it is kept whatever is wrong with the words.
  const lost = await receivePicture(form, { values, key, address });
  let failed = lost ?? (await send({ values, key, country }));
  // It was there when it arrived, and can't be the story's any more: sent again, neither could it.
  if (!lost && failed.fieldErrors?.picture) values.pictureId = "";
  if (failed.code === "already-sent") {
    key = newSubmissionKey();
    failed = await takeAlong(form, { values, key, address }, failed);
  }
  if (failed.code === "rate-limited") answerWithStatus(429);
  const words = await lookAt(normaliseText(values.text), country);
  return {
    failure: failed,
    values,
    key,
    findings: [...words.refused, ...words.hints],
    suggested: words.suggested.filter((slug) => !values.warnings.includes(slug)),
    country,
  };
}

type PictureOf = { values: WordsValues; key: string; address: string };

/** Takes a chosen file in, and its id into the values. Answers why it can't. */
async function receivePicture(form: FormData, { values, key, address }: PictureOf) {
  const file = form.get("picture");
  if (postedText(form, "pictureRemove")) {
    values.pictureId = "";
    return null;
  }
  if (!(file instanceof File) || file.size === 0) return null;
  const bytes = new Uint8Array(await file.arrayBuffer());
  const uploaded = await uploadPicture({ bytes, type: file.type, key, address });
  if (uploaded.ok) values.pictureId = uploaded.value.id;
  else return failure(uploaded.code, submit.unsent(), { picture: [uploaded.message] });
  return null;
}

/** To a new key, which the picture of the old one can't follow: taken in again, or asked for. */
async function takeAlong(form: FormData, of: PictureOf, { code, message }: Failure) {
  const had = of.values.pictureId !== "";
  of.values.pictureId = "";
  const lost = await receivePicture(form, of);
  const asked = had && !of.values.pictureId ? [submit.pictureChooseAgain()] : null;
  const picture = lost?.fieldErrors?.picture ?? asked;
  return failure(code, message, picture ? { picture } : undefined);
}

export const submitStoryAction = action<StoryFormState>((context, form) =>
  receive(context, form, readStoryForm, async ({ values, key, country }) => {
    const parsed = storyFormSchema.safeParse(values);
    if (!parsed.success) return failure("invalid", submit.unsent(), fieldErrors(parsed.error));
    const callSlug = postedText(form, "call");
    const { address, viewer } = context;
    const input = parsed.data;
    const result = await submitStory(viewer, { input, key, callSlug, address, country });
    if (!result.ok) return result;
    redirect(localized(`/my/${result.value.way}`));
  }),
);

export const changeStoryAction = action<ChangeFormState>(async (context, form) => {
  const { address, viewer } = context;
  const way = postedText(form, "way");
  const base = postedText(form, "base");
  const state = await receive(context, form, readWordsForm, async ({ values, key, country }) => {
    const parsed = changeFormSchema.safeParse(values);
    if (!parsed.success) return failure("invalid", submit.unsent(), fieldErrors(parsed.error));
    const input = parsed.data;
    const change = { way, base, input, key, address, country };
    const result = await counted(address, () => changeStory(viewer, change));
    if (!result.ok) return result;
    forgetStory(result.value.id);
    redirect(localized(`/my/${way}?done=changed`));
  });
  if (state.failure?.code !== "out-of-date") return { ...state, base };
  return { ...state, base: (await latestBaseOf(viewer, way)) ?? base };
});
