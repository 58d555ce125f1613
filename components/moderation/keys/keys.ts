import * as desk from "#lib/generated/messages/desk.ts";

/** The desk's single keys. `aria-keyshortcuts` on an element says which one presses it. */
export const deskKeys = [
  { key: "a", does: desk.approve },
  { key: "c", does: desk.askForChanges },
  { key: "r", does: desk.reject },
  { key: "t", does: desk.keyTakeDown },
  { key: "b", does: desk.keyRestore },
  { key: "v", does: desk.keySetWarnings },
  { key: "d", does: desk.keyDismissReports },
  { key: "u", does: desk.undo },
  { key: "s", does: desk.keyGate },
  { key: "w", does: desk.keyWarnings },
  { key: "p", does: desk.proposeWords },
  { key: "m", does: desk.keyMessage },
  { key: "j", does: desk.nextStory },
  { key: "k", does: desk.keyPrevious },
  { key: "/", does: desk.search },
  { key: "?", does: desk.keyList },
] as const;

export type DeskKey = (typeof deskKeys)[number]["key"];

/** Whether a key is being typed where it means itself, or is part of a chord. */
export function isTyping(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return true;
  const { target } = event;
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target.closest("textarea, select, [role=textbox]")) return true;
  return (
    target instanceof HTMLInputElement && !/^(checkbox|radio|button|submit)$/.test(target.type)
  );
}

/** What a key presses, or goes to, on this page; null when it is for nothing here. */
export function targetOf(key: string, page: ParentNode): HTMLElement | null {
  const listed = [...page.querySelectorAll<HTMLElement>(".queue-item")];
  const at = listed.findIndex((item) => item.getAttribute("aria-current") === "page");
  switch (key) {
    case "s":
      return page.querySelector(".desk-main details.gate > summary");
    case "w":
      return page.querySelector('.desk-main [name="warnings"]');
    case "m":
      return page.querySelector(".desk-main #message");
    case "j":
      return listed[at + 1] ?? null;
    case "k":
      return at > 0 ? (listed[at - 1] ?? null) : null;
    case "/":
      // Where there is a field to search with, it is meant, not the way to it.
      return (
        page.querySelector('input[aria-keyshortcuts="/"]') ??
        page.querySelector('[aria-keyshortcuts="/"]')
      );
    default:
      return /^[a-z]$/.test(key) ? page.querySelector(`[aria-keyshortcuts="${key}"]`) : null;
  }
}
