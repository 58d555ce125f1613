"use client";

import { type WarningSlug, warningLabel } from "#lib/content-warnings/list.ts";
import * as choices from "#lib/generated/messages/choices.ts";

/** Checks a content warning further down, as if it had been pressed there. */
function choose(slug: WarningSlug) {
  const box = document.getElementById(`warning-${slug}`);
  if (!(box instanceof HTMLInputElement)) return;
  for (let at = box.closest("details"); at; at = at.parentElement?.closest("details") ?? null) {
    at.open = true;
  }
  if (!box.checked) box.click();
  box.focus();
}

/** Content warnings that the words seem to call for. Only the storyteller's press sets one. */
export function SuggestedWarnings({ slugs }: { slugs: readonly WarningSlug[] }) {
  return (
    <div aria-live="polite">
      {slugs.length > 0 && (
        <div className="suggestions">
          <p id="suggested" className="text-small text-quiet">
            {choices.suggested()}
          </p>
          <ul aria-labelledby="suggested" className="chips">
            {slugs.map((slug) => (
              <li key={slug}>
                <button type="button" className="suggestion" onClick={() => choose(slug)}>
                  <span aria-hidden="true">+ </span>
                  {choices.add({
                    warning: warningLabel(slug),
                    sr: (words) => <span className="sr-only">{words}</span>,
                  })}
                </button>
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}
