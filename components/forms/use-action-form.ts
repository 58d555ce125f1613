"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { unstable_isUnrecognizedActionError, unstable_rethrow } from "next/navigation";
import {
  type SubmitEvent,
  startTransition,
  useActionState,
  useMemo,
  useRef,
  useState,
  useTransition,
} from "react";
import { type FieldErrors, type FieldValues, useForm } from "react-hook-form";
import type { z } from "zod";
import { firstMessages } from "#components/forms/first-messages.ts";
import * as forms from "#lib/generated/messages/forms.ts";
import { type Failure, failure } from "#lib/result.ts";

type Options<State> = {
  /** A server action, as it is: a closure would not be posted to without JavaScript. */
  action: (state: State, form: FormData) => Promise<State>;
  initial: State;
  /** The action's own schema and its reading of the form, so that both sides see the same. */
  schema: z.ZodType<FieldValues, FieldValues>;
  read: (form: FormData) => FieldValues;
  /** What is said above the list of problems. */
  problem: string;
  /** The page that shows this form again, where that is not the page it is on. */
  permalink?: string;
  /** What is wrong with the form beside what the schema sees, by field. */
  check?: (form: FormData) => Record<string, string[]>;
  /** What is said when the server can't be reached. */
  unreachable?: string;
  /** What is said when something answered, and not what was asked for. */
  broken?: string;
  /** It has arrived, and the page that follows is about to open. */
  onSent?: () => Promise<unknown>;
};

/**
 * One form for both cases. Before hydration, and without JavaScript, the browser posts it to
 * `formAction` and the page comes back with what was written. After, react-hook-form checks it first
 * and we call the same action; the fields keep what is in them, whatever comes back.
 */
export function useActionForm<State extends { failure: Failure | null }>(options: Options<State>) {
  const { action, initial, schema, read, check, problem, permalink, onSent } = options;
  const [posted, formAction] = useActionState(action, initial as Awaited<State>, permalink);
  /** What the server answered last. */
  const [state, setState] = useState<State>(posted);
  /** What is said without it, since then. */
  const [found, setFound] = useState<Failure | null>(null);
  const [pending, startSending] = useTransition();
  const sending = useRef(false);
  const form = useRef<{ element: HTMLFormElement; submitter: HTMLElement | null }>(null);

  const filledIn = () =>
    new FormData(form.current?.element, form.current?.submitter as HTMLButtonElement | null);
  const errors = useMemo(() => toFieldErrors(state.failure), [state.failure]);
  const { register, handleSubmit, formState } = useForm<FieldValues>({
    shouldFocusError: false, // the summary takes focus
    ...(errors ? { errors } : {}),
    resolver: (_tracked, context, settings) =>
      zodResolver(schema)(form.current ? read(filledIn()) : {}, context, settings),
  });

  async function send(data: FormData) {
    try {
      const next = await action(state, data);
      startTransition(() => {
        setState(next);
        setFound(null);
      });
    } catch (error) {
      await rethrowRedirect(error, onSent);
      startTransition(() => setFound(failureOf(error, options)));
    } finally {
      sending.current = false;
    }
  }

  function refuse(problems: Record<string, string[]>) {
    sending.current = false;
    setFound(failure("invalid", problem, problems));
  }

  function onSubmit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    if (sending.current) return;
    sending.current = true;
    form.current = { element: event.currentTarget, submitter: event.nativeEvent.submitter };
    void handleSubmit(
      () => {
        const data = filledIn();
        const problems = check?.(data) ?? {};
        if (Object.keys(problems).length > 0) refuse(problems);
        else startSending(() => send(data));
      },
      (invalid) => refuse({ ...firstMessages(invalid), ...check?.(filledIn()) }),
    )(event);
  }

  return {
    state,
    pending,
    register: (name: string) => {
      // Not the ref: with it, react-hook-form writes values of its own into the fields. Of several
      // boxes under one name, the first checked by the server, it checked all.
      const { ref: _ref, ...control } = register(name);
      return control;
    },
    failure: found ?? state.failure,
    /** What is wrong with a field now; follows the typing once something was sent. */
    errorOf: (field: string) => firstMessages(formState.errors)[field]?.[0],
    formProps: { action: formAction, onSubmit, noValidate: true },
  };
}

/** Success redirects, by an error that is Next's to handle. */
async function rethrowRedirect(error: unknown, onSent?: () => Promise<unknown>) {
  try {
    unstable_rethrow(error);
  } catch (redirecting) {
    await onSent?.();
    throw redirecting;
  }
}

function failureOf(
  error: unknown,
  { unreachable, broken }: Pick<Options<never>, "unreachable" | "broken">,
) {
  if (unstable_isUnrecognizedActionError(error)) return failure("out-of-date", forms.outdated());
  // `fetch` rejects so, and while it reads, when there was no answer or not all of it. What did
  // answer, and not to an action (a proxy's page, too large a body), Next throws as a plain Error.
  return error instanceof TypeError
    ? failure("unreachable", unreachable ?? forms.unreachable())
    : failure("unavailable", broken ?? forms.broken());
}

function toFieldErrors(failed: Failure | null): FieldErrors | null {
  if (!failed?.fieldErrors) return null;
  return Object.fromEntries(
    Object.entries(failed.fieldErrors).map(([field, [message]]) => [
      field,
      { type: "server", message: message ?? failed.message },
    ]),
  );
}
