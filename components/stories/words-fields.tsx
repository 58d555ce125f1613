"use client";

import { type FormEvent, useState } from "react";
import { CareNote } from "#components/content-warnings/care-note.tsx";
import { WarningPicker } from "#components/content-warnings/warning-picker.tsx";
import { LiveFindings, useLiveFindings } from "#components/privacy/live-findings.tsx";
import { MarkedWords } from "#components/privacy/marked-words.tsx";
import { BylineFields } from "#components/stories/byline-fields.tsx";
import { LiveDifference } from "#components/stories/live-difference.tsx";
import { LookAgain } from "#components/stories/look-again.tsx";
import { PictureField } from "#components/stories/picture-field.tsx";
import { StoryField } from "#components/stories/story-field.tsx";
import { SubjectFields } from "#components/stories/subject-fields.tsx";
import { ThemeField } from "#components/stories/theme-field.tsx";
import { useHydrated } from "#components/stories/use-hydrated.ts";
import type { OpenCall } from "#lib/calls/queries.ts";
import { speaksOfPresentDanger } from "#lib/content-warnings/danger.ts";
import type { WarningSlug } from "#lib/content-warnings/list.ts";
import { suggestWarnings } from "#lib/content-warnings/suggestions.ts";
import { countryOf } from "#lib/country.ts";
import * as submit from "#lib/generated/messages/submit.ts";
import type { Helpline } from "#lib/helplines/helpline.ts";
import { isRefused } from "#lib/privacy/findings.ts";
import type { WordsFormState } from "#lib/stories/actions.ts";
import { hintMark, suggestionMark } from "#lib/stories/marks.ts";
import { normaliseText } from "#lib/stories/text.ts";

type WordsFieldsProps = {
  state: WordsFormState;
  themes: OpenCall["themes"];
  /** Should the words speak of danger. */
  helplines: readonly Helpline[];
  /** Where a picture that the story has can be seen. */
  pictureSrc: string | null;
  /** The words that these take the place of. */
  before?: string;
  pending: boolean;
  pendingLabel: string;
  errorOf: (field: string) => string | undefined;
  register: (name: string) => object;
};

/** The ids of the controls, in the order that they stand in. */
export const wordsFieldIds = [
  "text",
  "warnings",
  "subject",
  "subjectConsent",
  "picture",
  "pictureAlt",
  "bylineName",
  "bylineRole",
  "theme",
];

/** A story's words and what belongs to them, whether it is new or changed. */
export function WordsFields(props: WordsFieldsProps) {
  const { state, themes, helplines, pictureSrc, before, pending, pendingLabel, errorOf, register } =
    props;
  const { values, failure, findings, suggested } = state;
  const [text, setText] = useState(values.text);
  const [chosen, setChosen] = useState(values.warnings);
  const live = useHydrated();
  const timeZone = live ? Intl.DateTimeFormat().resolvedOptions().timeZone : "";
  const country = live ? countryOf({ timeZone, languages: navigator.languages }) : state.country;
  const liveFindings = useLiveFindings(text, country);

  // What is refused stands with the field already.
  const unsaid = errorOf("text")
    ? liveFindings.filter((finding) => !isRefused(finding))
    : liveFindings;

  const sent = normaliseText(values.text);
  const hints = findings.filter((finding) => !isRefused(finding));
  const refused = findings.filter(isRefused);
  const lookAgain = failure?.code === "look-again";
  const shown = lookAgain
    ? [...hints.map((hint) => hintMark(sent, hint)), ...suggested.map(suggestionMark)]
    : [];

  function onChange({ target }: FormEvent<HTMLDivElement>) {
    if (!(target instanceof HTMLInputElement) || target.name !== "warnings") return;
    const slug = target.value as WarningSlug;
    setChosen((now) => (target.checked ? [...now, slug] : now.filter((each) => each !== slug)));
  }

  return (
    <div onChange={onChange}>
      {[...new Set([...values.seen, ...shown])].map((mark) => (
        <input key={mark} type="hidden" name="seen" value={mark} />
      ))}
      <input type="hidden" name="timeZone" value={timeZone} />
      {lookAgain && (
        <LookAgain
          key={shown.join("\n")}
          text={sent}
          findings={hints}
          suggested={live ? [] : suggested}
          pending={pending}
          pendingLabel={pendingLabel}
        />
      )}
      <StoryField
        defaultValue={values.text}
        text={text}
        onText={setText}
        findings={liveFindings}
        pending={pending}
        error={errorOf("text")}
        register={register}
      />
      {live && <LiveFindings text={text} findings={unsaid} />}
      {live && before !== undefined && <LiveDifference before={before} after={text} />}
      {!live && refused.length > 0 && (
        <div className="note mb-10">
          <p className="note-title">{submit.refusedMarked()}</p>
          <MarkedWords text={sent} findings={refused} />
        </div>
      )}
      <div role="status">
        {speaksOfPresentDanger(text) && <CareNote atHand={helplines} country={state.country} />}
      </div>
      <WarningPicker
        values={values}
        hint={submit.warningsHint()}
        error={errorOf("warnings") ?? errorOf("intensities")}
        suggested={live ? suggestWarnings(text).filter((slug) => !chosen.includes(slug)) : []}
        register={register}
      />
      <SubjectFields
        values={values}
        errors={{ subject: errorOf("subject"), subjectConsent: errorOf("subjectConsent") }}
        register={register}
      />
      <PictureField
        values={values}
        src={pictureSrc}
        errors={{ picture: errorOf("picture"), pictureAlt: errorOf("pictureAlt") }}
        register={register}
      />
      <BylineFields
        values={values}
        errors={{ bylineName: errorOf("bylineName"), bylineRole: errorOf("bylineRole") }}
        register={register}
      />
      <ThemeField
        themes={themes}
        defaultValue={values.theme}
        error={errorOf("theme")}
        register={register}
      />
    </div>
  );
}
