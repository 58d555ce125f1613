"use client";

import { useRef } from "react";
import type { FieldValues } from "react-hook-form";
import type { z } from "zod";
import { useActionForm } from "#components/forms/use-action-form.ts";
import { useDraft } from "#components/stories/use-draft.ts";
import { useResend } from "#components/stories/use-resend.ts";
import { pictureFileProblem } from "#lib/pictures/schema.ts";
import type { WordsFormState } from "#lib/stories/actions.ts";

type Options<State> = {
  action: (state: State, form: FormData) => Promise<State>;
  initial: State;
  schema: z.ZodType<FieldValues, FieldValues>;
  read: (form: FormData) => FieldValues;
  /** What the draft is of. */
  draft: string;
};

/** A form for words that must not be lost: kept on the device, and sent when it can be. */
export function useWordsForm<State extends WordsFormState>({ draft: id, ...form }: Options<State>) {
  const element = useRef<HTMLFormElement>(null);
  const forget = useRef<() => Promise<unknown>>(async () => undefined);
  const { state, failure, formProps, ...rest } = useActionForm({
    ...form,
    problem: "Your story is not sent yet. Please look at the marked fields.",
    unreachable:
      "We can’t reach the site just now. Your story is kept on this device, and goes out by itself when the connection is back while this page is open. You can also press the button again.",
    broken:
      "Something went wrong here. Your story is kept on this device: please press the button again, now or a little later.",
    check: checkPicture,
    onSent: () => forget.current(),
  });
  const answered = state.failure !== null;
  const draft = useDraft({ id, form: element, answered });
  forget.current = draft.forget;
  const waiting = failure?.code === "unreachable";
  useResend(element, waiting);
  // Once the server has answered, the form is what it answered.
  const kept = answered ? null : draft.kept;
  return {
    ...rest,
    state,
    // What is asked has a panel of its own.
    failure: failure?.code === "look-again" ? null : failure,
    key: kept?.key ?? state.key,
    draft: { base: kept?.base, noted: kept !== null && !waiting, discard: draft.discard },
    formProps: { ...formProps, ref: element, onInput: draft.save, onChange: draft.save },
  };
}

/** What is too large to arrive is not sent at all. */
function checkPicture(form: FormData): Record<string, string[]> {
  const file = form.get("picture");
  const problem = file instanceof File && file.size > 0 ? pictureFileProblem(file) : null;
  return problem ? { picture: [problem] } : {};
}
