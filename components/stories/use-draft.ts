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
import { newSubmissionKey } from "#lib/stories/submission-key.ts";

type Options = {
  /** Of the form: which call it is for, or which story it changes. */
  id: string;
  form: RefObject<HTMLFormElement | null>;
  /** A form that the server has just answered holds what was written already. */
  answered: boolean;
};

/** Keeps what is written in a form on this device until it has arrived. */
export function useDraft({ id, form, answered }: Options) {
  /** The draft that is in the form now. */
  const [kept, setKept] = useState<Draft | null>(null);
  /** The submission key, once another tab has used up the one before. */
  const [renewed, setRenewed] = useState<{ key: string; isSame: boolean } | null>(null);
  /** What was in the form was sent by another tab, if further on, and nothing was written here since. */
  const [isSent, setIsSent] = useState(false);
  const fresh = useRef(!answered);
  // Of a form that came back answered nobody knows: then all that is in it counts as written.
  const start = useRef<Draft["start"]>([]);
  const quiet = useRef(false);
  /** The words that were brought back here: as long as they stand, nobody wrote any in this tab. */
  const broughtBack = useRef<FormDataEntryValue | undefined>(undefined);
  const [early] = useState(writtenEarly);

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
    void readDraft(id).then((draft) => {
      const words = form.current?.elements.namedItem("text");
      if (!draft || !form.current || !(words instanceof HTMLTextAreaElement)) return;
      // Whoever has begun to write already goes on with that, unless the browser brought it back.
      const before = draft.fields.find(([name]) => name === "text")?.[1];
      if (words.value !== words.defaultValue && words.value !== before) return;
      const element = form.current;
      quietly(() => fillIn(element, draft));
      broughtBack.current = before;
      setKept(draft);
    });
  }, [id, form]);

  // Sent in another tab: what was typed here beside it is another story, which has to be another.
  useEffect(
    () =>
      onSentElsewhere(
        () => form.current,
        (element, sent) => {
          const words = String(new FormData(element).get("text"));
          const isSame =
            words === sent || (words === broughtBack.current && isFurtherOn(words, sent));
          setKept(null);
          setRenewed({ key: newSubmissionKey(), isSame });
          setIsSent(isSame);
          if (isSame) quietly(() => empty(element));
        },
      ),
    [form],
  );

  useEffect(() => {
    if (renewed?.isSame === false && form.current) void saveDraft(id, form.current, start.current);
  }, [renewed, id, form]);

  return {
    kept,
    isSent,
    renewed: renewed?.key,
    save: () => {
      if (!form.current || quiet.current) return;
      setIsSent(false);
      void saveDraft(id, form.current, start.current);
    },
    forget: () => letGo(id, form.current),
    /** Empties the form too. */
    discard: () => {
      setKept(null);
      void discardDraft(id);
      const element = form.current;
      if (!element) return;
      quietly(() => empty(element));
      const words = element.elements.namedItem("text");
      if (words instanceof HTMLTextAreaElement) words.focus();
    },
  };
}

/**
 * What was written while the page had not woken yet. Asked for before it wakes: React puts a text
 * area that comes with words back to them then.
 */
function writtenEarly(): string | null {
  if (typeof document === "undefined") return null;
  return document.querySelector<HTMLTextAreaElement>("textarea[name=text]")?.value ?? null;
}
