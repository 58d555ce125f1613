/** What is written in a form and not sent yet, kept on this device and nowhere else. */
import { del, get, set } from "idb-keyval";

const MAX_AGE_MS = 30 * 24 * 60 * 60_000;

/** As posted: one for each text, ticked box and chosen file. */
type Field = [name: string, value: FormDataEntryValue];

export type Draft = {
  /** Every field of the form as it would be posted; a chosen picture among them. */
  fields: Field[];
  /** The same before anything was written: what differs from it is the storyteller's. */
  start: Field[];
  /** The form's submission key: sent again, it is the same story. */
  key: string;
  /** Of a change: what it is a change of. */
  base: string | null;
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

export function saveDraft(id: string, form: HTMLFormElement, start: Field[]): Promise<unknown> {
  const data = new FormData(form);
  const key = data.get("key");
  const base = data.get("base");
  const fields = [...data].filter(([name, value]) => !ofThePage.test(name) && !isEmptyFile(value));
  const text = data.get("text");
  if (typeof key !== "string" || typeof text !== "string" || text.trim() === "") {
    return discardDraft(id, key);
  }
  const of = { key, base: typeof base === "string" ? base : null };
  const draft: Draft = { fields, start, ...of, savedAt: Date.now() };
  // A picture that has arrived is not in the form any more, and the server keeps it for a day only.
  const arrived = data.get("pictureId") !== null && data.get("pictureRemove") === null;
  const chosen = fields.some(([name]) => name === "picture");
  if (!arrived || chosen) return after(() => set(id, draft));
  return after(async () => {
    const before = (await get<Draft>(id))?.fields.filter(([name]) => name === "picture") ?? [];
    await set(id, { ...draft, fields: [...fields, ...before] });
  });
}

const isEmptyFile = (value: FormDataEntryValue) => value instanceof File && value.size === 0;

/**
 * Given the key of a form, only the draft of that form: another tab may have begun something else
 * meanwhile, and of each call and each story there is one draft.
 */
export function discardDraft(id: string, key?: FormDataEntryValue | null): Promise<unknown> {
  return after(async () => {
    if (key === undefined || (await get<Draft>(id))?.key === key) await del(id);
  });
}

/** What was sent, for the other tabs of this browser that may show it too. */
type Sent = { key: string; text: string };

/** One for the page: what it says itself it does not hear. */
let channel: BroadcastChannel | undefined;
const otherTabs = () => (channel ??= new BroadcastChannel("vignette-sent"));

/** `form` has arrived: it is no draft any more, here or in another tab. */
export async function letGo(id: string, form: HTMLFormElement | null): Promise<void> {
  const data = form && new FormData(form);
  // First, or it would take what another tab saves when it hears of it.
  await discardDraft(id, data?.get("key") ?? null);
  otherTabs().postMessage({ key: data?.get("key"), text: data?.get("text") });
}

/** Calls back with the words when another tab has sent what `form` has the key of; returns how to stop. */
export function onSentElsewhere(
  form: () => HTMLFormElement | null,
  then: (form: HTMLFormElement, words: string) => void,
): () => void {
  const hear = ({ data: { key, text } }: MessageEvent<Sent>) => {
    const element = form();
    const data = element && new FormData(element);
    if (element && data?.get("key") === key) then(element, text);
  };
  const tabs = otherTabs();
  tabs.addEventListener("message", hear);
  return () => tabs.removeEventListener("message", hear);
}

/**
 * Whether words that were sent are what these became: at least half of these stand at their beginning
 * and their end.
 */
export function isFurtherOn(words: string, sent: string): boolean {
  let start = 0;
  while (start < words.length && words[start] === sent[start]) start++;
  let end = 0;
  const left = Math.min(words.length, sent.length) - start;
  while (end < left && words.at(-1 - end) === sent.at(-1 - end)) end++;
  return start + end >= words.length / 2;
}

/** Takes the name and the role out of a draft; the words stay. */
export function forgetByline(id: string): Promise<unknown> {
  const without = (fields: Field[]) => fields.filter(([name]) => !name.startsWith("byline"));
  return after(async () => {
    const draft = await get<Draft>(id);
    if (!draft) return;
    await set(id, { ...draft, fields: without(draft.fields), start: without(draft.start) });
  });
}

export async function readDraft(id: string): Promise<Draft | null> {
  const draft = await after(() => get<Draft>(id));
  if (!draft || !Array.isArray(draft.fields) || !Array.isArray(draft.start)) return null;
  if (Date.now() - draft.savedAt < MAX_AGE_MS) return draft;
  await discardDraft(id);
  return null;
}

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

function controlsOf(form: HTMLFormElement): Control[] {
  return [...form.elements].filter(
    (element) =>
      (element instanceof HTMLInputElement && element.type !== "hidden") ||
      element instanceof HTMLTextAreaElement ||
      element instanceof HTMLSelectElement,
  ) as Control[];
}

const isTicked = (control: Control): control is HTMLInputElement =>
  control instanceof HTMLInputElement && /^(checkbox|radio)$/.test(control.type);

const isFile = (control: Control): control is HTMLInputElement =>
  control instanceof HTMLInputElement && control.type === "file";

/** What a form holds as its page came, whatever was written or brought back since. */
export function startOf(form: HTMLFormElement): Field[] {
  return controlsOf(form).flatMap((control): Field[] => {
    const { name } = control;
    if (isFile(control)) return [];
    if (isTicked(control)) return control.defaultChecked ? [[name, control.value]] : [];
    if (!(control instanceof HTMLSelectElement)) return [[name, control.defaultValue]];
    const chosen = [...control.options].find((option) => option.defaultSelected);
    return [[name, (chosen ?? control.options[0])?.value ?? ""]];
  });
}

/**
 * Puts a draft back into its form, as if it were typed and chosen there. What the storyteller had
 * left as it was stays as the page has it now: a moderator may have added a warning since.
 */
export function fillIn(form: HTMLFormElement, { fields, start }: Draft): void {
  for (const control of controlsOf(form)) {
    const { name } = control;
    const valueIn = (list: Field[]) => list.find(([each]) => each === name)?.[1];
    const value = valueIn(fields);
    if (isTicked(control)) {
      const isIn = (list: Field[]) =>
        list.some(([each, one]) => each === name && one === control.value);
      const ticked = isIn(fields);
      if (ticked !== isIn(start) && ticked !== control.checked) control.click();
    } else if (isFile(control)) {
      if (!(value instanceof File) || value.size === 0) continue;
      const transfer = new DataTransfer();
      transfer.items.add(value);
      control.files = transfer.files;
      control.dispatchEvent(new Event("change", { bubbles: true }));
    } else if (typeof value === "string" && value !== valueIn(start)) {
      control.value = value;
      control.dispatchEvent(new Event("input", { bubbles: true }));
    }
  }
}

/** Puts a form back to what its page came with, and tells it so: a reset by itself is silent. */
export function empty(form: HTMLFormElement): void {
  for (const control of controlsOf(form)) {
    if (isTicked(control) && control.type === "checkbox") {
      if (control.checked !== control.defaultChecked) control.click();
    }
  }
  form.reset();
  for (const control of controlsOf(form)) {
    const type = isFile(control) ? "change" : "input";
    if (!isTicked(control)) control.dispatchEvent(new Event(type, { bubbles: true }));
  }
}
