"use client";

import { type RefObject, useEffect, useRef, useState } from "react";
import { discardDraft, fillIn, readDraft, saveDraft } from "#components/stories/draft.ts";

type Options = {
  /** Of the form: which call it is for, or which story it changes. */
  id: string;
  form: RefObject<HTMLFormElement | null>;
  /** A form that the server has just answered holds what was written already. */
  answered: boolean;
};

/** Keeps what is written in a form on this device until it has arrived. */
export function useDraft({ id, form, answered }: Options) {
  /** The submission key of the draft that is in the form now. */
  const [key, setKey] = useState<string | null>(null);
  const fresh = useRef(!answered);

  useEffect(() => {
    if (!fresh.current) return;
    fresh.current = false;
    void readDraft(id).then((draft) => {
      const words = form.current?.elements.namedItem("text");
      if (!draft || !form.current || !(words instanceof HTMLTextAreaElement)) return;
      // Whoever has begun to write already goes on with that, unless the browser brought it back.
      const kept = draft.fields.find(([name]) => name === "text")?.[1];
      if (words.value !== words.defaultValue && words.value !== kept) return;
      fillIn(form.current, draft);
      setKey(draft.key);
    });
  }, [id, form]);

  return {
    key,
    save: () => {
      if (form.current) void saveDraft(id, form.current);
    },
    forget: () => discardDraft(id),
    /** Empties the form too. */
    discard: () => {
      setKey(null);
      void discardDraft(id);
      form.current?.reset();
      const words = form.current?.elements.namedItem("text");
      if (!(words instanceof HTMLTextAreaElement)) return;
      words.dispatchEvent(new Event("input", { bubbles: true }));
      words.focus();
    },
  };
}
