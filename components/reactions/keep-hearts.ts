/**
 * What the hearts of a page do with JavaScript. One listener for all of them, also for those of
 * stories that come later: a component for each would be hydrated twenty times for one click.
 *
 * Which are one's own is kept on the device, because the cookie is not for scripts and cached pages
 * are the same for everyone. The server's answer is what counts; this is only what is shown until then.
 */
import { numbers } from "#lib/formats.ts";
import * as reading from "#lib/generated/messages/reading.ts";

const KEY = "hearts";
const MOST = 2000;

let saved = new Set<string>();
/** What was pressed and the server has yet to confirm, the last press of each story, in their order. */
const wanted = new Map<string, boolean>();
let sending = false;
let keeping = false;

const forms = () => document.querySelectorAll<HTMLFormElement>("form.heart");
const idOf = (form: HTMLFormElement) => form.action.slice(-12);
const isMine = (id: string) => wanted.get(id) ?? saved.has(id);

/** Without storage it holds for as long as the page does. */
function load(): void {
  try {
    saved = new Set(localStorage.getItem(KEY)?.split(" "));
  } catch {
    // As it was.
  }
}

function save(id: string, mine: boolean): void {
  load();
  saved.delete(id);
  if (mine) saved.add(id);
  try {
    localStorage.setItem(KEY, [...saved].slice(-MOST).join(" "));
  } catch {
    // As above.
  }
}

/** `hearts`: as the server counts them; without it, one more or less where one's own has changed. */
function show(form: HTMLFormElement, hearts?: number): void {
  const mine = isMine(idOf(form));
  const [button, box] = form.children as unknown as [HTMLButtonElement, HTMLElement];
  const before = button.getAttribute("aria-pressed");
  const changed = before === null || before === String(mine) ? 0 : mine ? 1 : -1;
  // A cached page may not know of it yet, but there is one's own.
  const count = Math.max(hearts ?? Number(box.dataset.hearts) + changed, Number(mine));
  box.dataset.hearts = String(count);
  box.lastChild!.textContent = numbers().format(count);
  box.hidden = count === 0;
  button.setAttribute("aria-pressed", String(mine));
}

const showAll = () => forms().forEach((form) => show(form));

function showStory(id: string, hearts?: number, sentence = ""): void {
  for (const form of forms()) {
    if (idOf(form) !== id) continue;
    show(form, hearts);
    const beside = form.parentElement!;
    const status =
      beside.querySelector("output") ?? beside.appendChild(document.createElement("output"));
    status.textContent = sentence;
  }
}

type Answer = { hearts: number; mine: boolean; message?: undefined } | { message: string };

async function ask(id: string, heart: boolean): Promise<Answer> {
  try {
    const answer = await fetch(`/api/hearts/${id}`, {
      method: "POST",
      headers: { accept: "application/json" },
      body: new URLSearchParams({ heart: heart ? "on" : "off" }),
      keepalive: true,
    });
    return (await answer.json()) as Answer;
  } catch {
    return { message: reading.heartNotArrived() };
  }
}

/** One after the other: a first heart brings the cookie that those after it are sent with. */
async function send(): Promise<void> {
  if (sending) return;
  sending = true;
  for (let next; (next = wanted.entries().next().value);) {
    const [id, heart] = next;
    const answer = await ask(id, heart);
    // Pressed again meanwhile: that is what is wanted now.
    if (wanted.get(id) !== heart) continue;
    wanted.delete(id);
    if (answer.message !== undefined) showStory(id, undefined, answer.message);
    else {
      save(id, answer.mine);
      showStory(id, answer.hearts);
    }
  }
  sending = false;
}

function press(event: SubmitEvent): void {
  const form = event.target as HTMLFormElement;
  if (!form.matches(".heart")) return;
  event.preventDefault();
  const id = idOf(form);
  wanted.set(id, !isMine(id));
  showStory(id);
  void send();
}

/** From another tab, or since this page was left for another. */
function refresh(): void {
  load();
  showAll();
}

/** Begins once, however many ask for it. */
export function keepHearts(): void {
  if (keeping) return;
  keeping = true;
  refresh();
  document.addEventListener("submit", press);
  addEventListener("storage", refresh);
  addEventListener("pageshow", refresh);
  // Stories that are loaded later.
  new MutationObserver(showAll).observe(document.body, { childList: true, subtree: true });
}
