import type { ReactNode } from "react";
import * as care from "#lib/generated/messages/care.ts";

/**
 * A picture that is blurred and grey until it is clicked, or its box checked by key; without
 * JavaScript too. What it shows is said by its alternative text, which names the box as well.
 * Give it the picture's id as a key: the next picture is veiled again.
 */
export function VeiledPicture({ children }: { children: ReactNode }) {
  return (
    <label className="veil">
      {/* A browser that remembers what was checked would show the next one at once. */}
      <input type="checkbox" autoComplete="off" className="veil-box" />
      <span className="veil-words">{care.showPicture()}</span>
      <span className="veil-picture">{children}</span>
    </label>
  );
}
