"use client";

import { type FormEvent, useEffect, useRef } from "react";
import { FieldError, describedBy } from "#components/forms/field.tsx";
import { CharactersLeft } from "#components/stories/characters-left.tsx";
import { Excess } from "#components/stories/excess.tsx";
import { StoryMirror } from "#components/stories/story-mirror.tsx";
import { useHydrated } from "#components/stories/use-hydrated.ts";
import { WritingThread } from "#components/stories/writing-thread.tsx";
import * as submit from "#lib/generated/messages/submit.ts";
import type { Finding } from "#lib/privacy/findings.ts";
import { weightedLength } from "#lib/stories/length.ts";
import { normaliseText } from "#lib/stories/text.ts";

type StoryFieldProps = {
  defaultValue: string;
  /** What is in the field now. */
  text: string;
  onText: (text: string) => void;
  findings: readonly Finding[];
  /** On its way: what were written now would not go along. */
  pending: boolean;
  error?: string | undefined;
  register: (name: string) => object;
};

export function StoryField(props: StoryFieldProps) {
  const { defaultValue, text, onText, findings, pending, error, register } = props;
  const field = useRef<HTMLDivElement>(null);
  const live = useHydrated();
  // What was typed, or restored by the browser, before this woke.
  useEffect(() => onText(field.current?.querySelector("textarea")?.value ?? ""), [onText]);
  const weight = weightedLength(normaliseText(text));

  return (
    <div
      ref={field}
      className="field"
      onInput={(event: FormEvent<HTMLDivElement>) => {
        if (event.target instanceof HTMLTextAreaElement) onText(event.target.value);
      }}
    >
      <label htmlFor="text" className="field-label">
        {submit.story()}
      </label>
      <p id="text-hint" className="field-hint">
        {submit.storyHint()}
      </p>
      <div className="story-field">
        {live && <StoryMirror text={text} findings={findings} />}
        <textarea
          id="text"
          {...register("text")}
          dir="auto"
          rows={5}
          placeholder={submit.storyPlaceholder()}
          autoComplete="off"
          readOnly={pending}
          defaultValue={defaultValue}
          aria-required="true"
          aria-invalid={error ? true : undefined}
          aria-describedby={describedBy("text-hint", "text-left", error && "text-error")}
        />
      </div>
      <WritingThread weight={weight} />
      <CharactersLeft id="text-left" weight={weight} />
      <FieldError id="text" error={error} />
      {!live && <Excess text={text} />}
    </div>
  );
}
