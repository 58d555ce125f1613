"use client";

import { CHOICES_KEY, applyChoices, choiceOf } from "#lib/content-warnings/apply-choices.ts";

// Only while the page is written. In the browser it has long run; and a component of the server
// would stand in the page a second time, for React.
const source =
  typeof window === "undefined"
    ? `(${applyChoices.toString()})(${choiceOf.toString()},'${CHOICES_KEY}')`
    : "";

/**
 * Stands before the first story of a page and runs before the parser reaches it. A cached page
 * names its hash in the policy; one that is rendered for a request has to give its nonce.
 */
export function ChoiceScript({ nonce }: { nonce?: string | undefined }) {
  return (
    <script nonce={nonce} suppressHydrationWarning>
      {source}
    </script>
  );
}
