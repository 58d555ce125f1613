"use client";

import { useEffect, useRef, useState } from "react";
import { TextArea } from "#components/forms/controls.tsx";
import { Field, FieldError, describedBy } from "#components/forms/field.tsx";
import * as submit from "#lib/generated/messages/submit.ts";
import { pictureFileProblem, pictureTypes } from "#lib/pictures/schema.ts";
import type { WordsValues } from "#lib/stories/schema.ts";

type PictureFieldProps = {
  values: Pick<WordsValues, "pictureId" | "pictureAlt">;
  /** Where the picture that the story has can be seen; null for one that was just sent. */
  src: string | null;
  errors: { picture?: string | undefined; pictureAlt?: string | undefined };
  register: (name: string) => object;
};

/** One picture, if they like. It is sent with the form, and kept when the form comes back. */
export function PictureField({ values, src, errors, register }: PictureFieldProps) {
  const { pictureId } = values;
  const input = useRef<HTMLInputElement>(null);
  const [file, setFile] = useState<File | null>(null);
  const [removed, setRemoved] = useState(false);
  // Which picture the file has become on the server; null until it has arrived.
  const [arrivedAs, setArrivedAs] = useState<string | null>(null);
  const preview = useObjectUrl(file);

  const [known, setKnown] = useState(pictureId);
  if (known !== pictureId) {
    setKnown(pictureId);
    if (file && pictureId) setArrivedAs(pictureId);
    // What had arrived is of no use any more: it is not shown as if it would be sent.
    if (arrivedAs && !pictureId) {
      setFile(null);
      setArrivedAs(null);
    }
    setRemoved(false);
  }
  // What was wrong is said of what was sent, and not of another one that is chosen then.
  const [answer, setAnswer] = useState(values);
  const [chosenSince, setChosenSince] = useState(false);
  if (answer !== values) {
    setAnswer(values);
    setChosenSince(false);
  }
  // Chosen before this woke.
  useEffect(() => setFile(input.current?.files?.[0] ?? null), []);
  // It need not be sent twice.
  useEffect(() => {
    if (arrivedAs && input.current) input.current.value = "";
  }, [arrivedAs]);

  const sending = file !== null && arrivedAs !== pictureId;
  const kept = pictureId !== "" && !sending;
  const shown = removed && kept ? null : (preview ?? (kept ? src : null));
  const problem = (sending && pictureFileProblem(file)) || (!chosenSince && errors.picture);
  const open = kept || sending || Boolean(problem || errors.pictureAlt);
  return (
    <details className="more field picture-field" open={open || undefined}>
      <summary>{submit.picture()}</summary>
      <div className="mt-3">
        <p id="picture-hint" className="field-hint">
          {submit.pictureHint()}
        </p>
        {shown && (
          <img
            className="picture-preview"
            src={shown}
            alt={values.pictureAlt || submit.pictureYours()}
          />
        )}
        {kept && (
          <>
            {!shown && !removed && <p className="text-ui font-medium">{submit.pictureKept()}</p>}
            <input type="hidden" name="pictureId" value={pictureId} />
            <div className="check">
              <input
                type="checkbox"
                id="pictureRemove"
                name="pictureRemove"
                value="yes"
                onChange={(event) => setRemoved(event.target.checked)}
              />
              <label htmlFor="pictureRemove">{submit.pictureRemove()}</label>
            </div>
          </>
        )}
        <label htmlFor="picture" className="field-label">
          {kept ? submit.pictureReplace() : submit.pictureChoose()}
        </label>
        <input
          ref={input}
          type="file"
          id="picture"
          name="picture"
          accept={pictureTypes.join(",")}
          className="picture-input"
          aria-invalid={problem ? true : undefined}
          aria-describedby={describedBy("picture-hint", problem && "picture-error")}
          onChange={(event) => {
            setFile(event.target.files?.[0] ?? null);
            setArrivedAs(null);
            setChosenSince(true);
          }}
        />
        <FieldError id="picture" error={problem || undefined} />
        <Field
          id="pictureAlt"
          label={submit.pictureAlt()}
          hint={submit.pictureAltHint()}
          error={errors.pictureAlt}
          className="mt-6"
        >
          {(aria) => (
            <TextArea
              {...aria}
              {...register("pictureAlt")}
              dir="auto"
              rows={2}
              defaultValue={values.pictureAlt}
            />
          )}
        </Field>
      </div>
    </details>
  );
}

function useObjectUrl(file: File | null): string | null {
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => {
    if (!file) return;
    const made = URL.createObjectURL(file);
    setUrl(made);
    return () => {
      URL.revokeObjectURL(made);
      setUrl(null);
    };
  }, [file]);
  return url;
}
