import type { DeskKey } from "#components/moderation/keys/keys.ts";

/** The key of a button, seen while keys work; `aria-keyshortcuts` on the button says it. */
export function KeyHint({ shortcut }: { shortcut: DeskKey }) {
  return (
    <kbd aria-hidden="true" className="key-hint">
      {shortcut}
    </kbd>
  );
}
