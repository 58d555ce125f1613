"use client";

import { useRef } from "react";
import type { FieldValues } from "react-hook-form";
import type { z } from "zod";
import { useActionForm } from "#components/forms/use-action-form.ts";
import type { Beginning } from "#components/stories/use-begin-again.ts";
import { useDraft } from "#components/stories/use-draft.ts";
import { useResend } from "#components/stories/use-resend.ts";
import * as submit from "#lib/generated/messages/submit.ts";
import { pictureFileProblem } from "#lib/pictures/schema.ts";
import type { WordsFormState } from "#lib/stories/actions.ts";

type Options<State> = {
  action: (state: State, form: FormData) => Promise<State>;
  initial: State;
  schema: z.ZodType<FieldValues, FieldValues>;
  read: (form: FormData) => FieldValues;
  /** What the draft is of. */
  draft: string;
  beginning: Beginning;
};

/** A form for words that must not be lost: kept on the device, and sent when it can be. */
export function useWordsForm<State extends WordsFormState>(options: Options<State>) {
  const { draft: id, beginning, ...form } = options;
  const element = useRef<HTMLFormElement>(null);
  const forget = useRef<() => Promise<unknown>>(async () => undefined);
  const { state, failure, formProps, ...rest } = useActionForm({
    ...form,
    problem: submit.unsent(),
    unreachable: submit.unreachable(),
    broken: submit.broken(),
    check: checkPicture,
    onSent: () => forget.current(),
  });
  const answered = state.failure !== null;
  const draft = useDraft({ id, form: element, answer: state, sending: rest.pending, beginning });
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
    key: draft.key,
    draft: {
      base: kept?.base,
      noted: kept !== null && !waiting,
      isSent: draft.isSent && failure === null,
      discard: draft.discard,
    },
    formProps: { ...formProps, ref: element, onInput: draft.save, onChange: draft.save },
  };
}

/** What is too large to arrive is not sent at all. */
function checkPicture(form: FormData): Record<string, string[]> {
  const file = form.get("picture");
  const problem = file instanceof File && file.size > 0 ? pictureFileProblem(file) : null;
  return problem ? { picture: [problem] } : {};
}
