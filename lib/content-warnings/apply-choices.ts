/**
 * What stands in the page as its own source (components/content-warnings/choice-script.tsx): these
 * functions use nothing from outside.
 */
import type { Choice } from "#lib/content-warnings/choices.ts";

/** Where the choices are kept, and by what a page knows that it has the script. */
export const CHOICES_KEY = "vignette.warnings";

/**
 * What becomes of a story: the strictest of what was chosen for its warnings. One that readers
 * reported is never shown at once. `chosen` is whatever was kept.
 */
export function choiceOf(tokens: string, chosen: unknown): Choice {
  const kept = Object(chosen) as Record<string, unknown>;
  const said = tokens
    .split(" ")
    .map((token) => (token === "reported" ? "gate" : (kept[token] ?? "gate")));
  if (said.includes("hide")) return "hide";
  return said.every((each) => each === "show") ? "show" : "gate";
}

/**
 * Makes a reader's choices effective in the page that it stands in. Whoever adds to the page, the
 * parser too, is done with a step of it before anything is painted; the observer runs at the end of
 * that step, so no story is seen that was left out.
 */
export function applyChoices(choose: typeof choiceOf, key: string): void {
  const once = window as unknown as Record<string, unknown>;
  if (once[key]) return;
  once[key] = true;
  let chosen: unknown;
  const apply = () => {
    for (const gate of document.querySelectorAll<HTMLDetailsElement>("details[data-warnings]")) {
      const choice = choose(gate.dataset.warnings ?? "", chosen);
      // Only where it changes: a gate that its reader has opened stays open.
      if (choice !== (gate.dataset.choice ?? "gate")) {
        gate.dataset.choice = choice;
        gate.open = choice === "show";
      }
    }
  };
  const read = () => {
    try {
      chosen = JSON.parse(localStorage.getItem(key) ?? "");
    } catch {
      chosen = null;
    }
    apply();
  };
  read();
  new MutationObserver(apply).observe(document, { childList: true, subtree: true });
  // Chosen in another tab, here (components/content-warnings/use-choices.ts), or before Back.
  addEventListener("storage", read);
  addEventListener("pageshow", read);
}
