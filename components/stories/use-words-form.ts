"use client";

import { useRef } from "react";
import type { FieldValues } from "react-hook-form";
import type { z } from "zod";
import { useActionForm } from "#components/forms/use-action-form.ts";
import { useDraft } from "#components/stories/use-draft.ts";
import { useResend } from "#components/stories/use-resend.ts";
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
      "We can’t reach the site just now. Your story is kept on this device, and goes out by itself when the connection is back. You can also press the button again.",
    onSent: () => forget.current(),
  });
  const answered = state.failure !== null;
  const draft = useDraft({ id, form: element, answered });
  forget.current = draft.forget;
  useResend(element, failure?.code === "unreachable");
  return {
    ...rest,
    state,
    // What is asked has a panel of its own.
    failure: failure?.code === "look-again" ? null : failure,
    key: answered && failure?.code !== "unreachable" ? state.key : (draft.key ?? state.key),
    draft,
    formProps: { ...formProps, ref: element, onInput: draft.save, onChange: draft.save },
  };
}
