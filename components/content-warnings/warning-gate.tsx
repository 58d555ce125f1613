import type { ReactNode } from "react";
import type { ContentWarning } from "#lib/content-warnings/list.ts";
import { gateSentence } from "#lib/stories/gate.ts";

type WarningGateProps = {
  warnings: readonly ContentWarning[];
  /** Where readers' reports put it behind a gate. */
  gated?: boolean | undefined;
  children: ReactNode;
};

/**
 * Stands between a reader and warned words, and says what they contain; or that readers reported
 * them. Without either, nothing does.
 */
export function WarningGate({ warnings, gated, children }: WarningGateProps) {
  const sentence = gateSentence({ warnings, gated });
  if (sentence === null) return children;
  return (
    <details className="gate">
      <summary>
        <span className="gate-label">{sentence}</span>{" "}
        <span className="gate-act gate-show">Show story</span>
        <span className="gate-act gate-hide">Hide story</span>
      </summary>
      {children}
    </details>
  );
}
