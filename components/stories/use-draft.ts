"use client";

import { type RefObject, useEffect, useRef, useState } from "react";
import {
  type Draft,
  discardDraft,
  empty,
  fillIn,
  isFurtherOn,
  letGo,
  onSentElsewhere,
  readDraft,
  saveDraft,
  startOf,
} from "#components/stories/draft.ts";
import type { Beginning } from "#components/stories/use-begin-again.ts";
import type { WordsFormState } from "#lib/stories/actions.ts";
import { newSubmissionKey } from "#lib/stories/submission-key.ts";

type Options = {
  /** Of the form: which call it is for, or which story it changes. */
  id: string;
  form: RefObject<HTMLFormElement | null>;
  /** What the server answered last, or what the form began with. */
  answer: Pick<WordsFormState, "failure" | "key">;
  sending: boolean;
  beginning: Beginning;
};

/** Keeps what is written in a form on this device until it has arrived. */
export function useDraft({ id, form, answer, sending, beginning }: Options) {
  const { submissionKey, again } = beginning;
  /** The draft that was brought back into the form. */
  const [kept, setKept] = useState<Draft | null>(null);
  /** The form's: the page's, its draft's, or a new one once another tab has used that up. */
  const [key, setKey] = useState(answer.key);
  const [isSent, setIsSent] = useState(beginning.isSent);
  const fresh = useRef(answer.failure === null);
  // Of a form that came back answered nobody knows: then all that is in it counts as written.
  const start = useRef<Draft["start"]>([]);
  const quiet = useRef(false);
  const [early] = useState(() => (beginning.isSent ? null : writtenEarly()));

  const [answered, setAnswered] = useState(answer);
  if (answered !== answer) {
    setAnswered(answer);
    setKey(answer.key);
  }

  /** What is done to the form here was not done by whoever writes. */
  function quietly(work: () => void) {
    quiet.current = true;
    work();
    quiet.current = false;
  }

  useEffect(() => {
    const words = form.current?.elements.namedItem("text");
    if (early === null || !(words instanceof HTMLTextAreaElement)) return;
    if (words.value !== words.defaultValue || words.value === early) return;
    words.value = early;
    words.dispatchEvent(new Event("input", { bubbles: true }));
  }, [early, form]);

  useEffect(() => {
    if (!fresh.current || !form.current) return;
    fresh.current = false;
    start.current = startOf(form.current);
    // What another tab keeps is for that one to go on with.
    if (beginning.isSent) return;
    void readDraft(id).then((draft) => {
      const words = form.current?.elements.namedItem("text");
      if (!draft || !form.current || !(words instanceof HTMLTextAreaElement)) return;
      // Whoever has begun to write already goes on with that, unless the browser brought it back.
      if (words.value !== words.defaultValue && words.value !== wordsOf(draft)) return;
      const element = form.current;
      quietly(() => fillIn(element, draft));
      setKept(draft);
      setKey(draft.key);
    });
  }, [id, form, beginning.isSent]);

  // Sent in another tab. Where nobody has written since, this one begins anew; what was written here
  // beside it is another story, which has to be another. A form that is on its way itself is told by
  // the server.
  useEffect(() => {
    if (sending) return;
    return onSentElsewhere(
      () => form.current,
      (element, sent) => {
        const words = String(new FormData(element).get("text"));
        const untouched = kept !== null && words === wordsOf(kept);
        if (words === sent || (untouched && isFurtherOn(words, sent))) return again();
        setKept(null);
        setKey(newSubmissionKey());
      },
    );
  }, [form, sending, kept, again]);

  // Under a key that is neither the page's nor the draft's, it is a draft of its own.
  const isAnother = key !== submissionKey && key !== kept?.key;
  useEffect(() => {
    if (isAnother && form.current) void saveDraft(id, form.current, start.current);
  }, [isAnother, key, id, form]);

  return {
    kept,
    isSent,
    key,
    save: () => {
      if (!form.current || quiet.current) return;
      setIsSent(false);
      void saveDraft(id, form.current, start.current);
    },
    forget: () => letGo(id, form.current),
    /** Empties the form too. */
    discard: () => {
      setKept(null);
      setKey(submissionKey);
      void discardDraft(id, key);
      const element = form.current;
      if (!element) return;
      quietly(() => empty(element));
      const words = element.elements.namedItem("text");
      if (words instanceof HTMLTextAreaElement) words.focus();
    },
  };
}

const wordsOf = ({ fields }: Draft) => fields.find(([name]) => name === "text")?.[1];

/**
 * What was written while the page had not woken yet. Asked for before it wakes: React puts a text
 * area that comes with words back to them then.
 */
function writtenEarly(): string | null {
  if (typeof document === "undefined") return null;
  return document.querySelector<HTMLTextAreaElement>("textarea[name=text]")?.value ?? null;
}
