/** What is written in a form and not sent yet, kept on this device and nowhere else. */
import { del, get, set } from "idb-keyval";

const MAX_AGE_MS = 30 * 24 * 60 * 60_000;

export type Draft = {
  /** Every field of the form as it would be posted; a chosen picture among them. */
  fields: [name: string, value: FormDataEntryValue][];
  /** The form's submission key: sent again, it is the same story. */
  key: string;
  savedAt: number;
};

// What belongs to the page and not to whoever writes. React's own begin with a $.
const ofThePage = /^(key|call|way|base|seen|timeZone|pictureId|\$.*)$/;

/** The id of the draft of a change. */
export const changeDraft = (storyId: string) => `change ${storyId}`;

/** Writes follow each other, so that the last one written is the last one kept. */
let writing: Promise<unknown> = Promise.resolve();

function after<T>(work: () => Promise<T>): Promise<T | undefined> {
  // Where a browser keeps nothing (a private window, a full disk), writing goes on without.
  const done = writing.then(work).catch(() => undefined);
  writing = done;
  return done;
}

export function saveDraft(id: string, form: HTMLFormElement): Promise<unknown> {
  const data = new FormData(form);
  const key = data.get("key");
  const fields = [...data].filter(([name]) => !ofThePage.test(name));
  const text = data.get("text");
  if (typeof key !== "string" || typeof text !== "string" || text.trim() === "") {
    return discardDraft(id);
  }
  const draft: Draft = { fields, key, savedAt: Date.now() };
  return after(() => set(id, draft));
}

export function discardDraft(id: string): Promise<unknown> {
  return after(() => del(id));
}

export async function readDraft(id: string): Promise<Draft | null> {
  const draft = await after(() => get<Draft>(id));
  if (!draft || !Array.isArray(draft.fields)) return null;
  if (Date.now() - draft.savedAt < MAX_AGE_MS) return draft;
  await discardDraft(id);
  return null;
}

/** Puts a draft back into its form, as if it were typed and chosen there. */
export function fillIn(form: HTMLFormElement, { fields }: Draft): void {
  for (const control of form.elements) {
    if (control instanceof HTMLInputElement && control.type === "hidden") continue;
    if (!(
      control instanceof HTMLInputElement ||
      control instanceof HTMLTextAreaElement ||
      control instanceof HTMLSelectElement
    )) {
      continue;
    }
    const values = fields.filter(([name]) => name === control.name).map(([, value]) => value);
    if (control instanceof HTMLInputElement && /^(checkbox|radio)$/.test(control.type)) {
      control.checked = values.includes(control.value);
    } else if (control instanceof HTMLInputElement && control.type === "file") {
      const file = values.find((value) => value instanceof File && value.size > 0);
      if (!(file instanceof File)) continue;
      const transfer = new DataTransfer();
      transfer.items.add(file);
      control.files = transfer.files;
      control.dispatchEvent(new Event("change", { bubbles: true }));
    } else if (typeof values[0] === "string") {
      control.value = values[0];
      control.dispatchEvent(new Event("input", { bubbles: true }));
    }
  }
}
