import type { ReactNode } from "react";
import { type ContentWarning, gateLabel } from "#lib/content-warnings/list.ts";

type WarningGateProps = { warnings: readonly ContentWarning[]; children: ReactNode };

/** Stands between a reader and warned words, and says what they contain. Without warnings, nothing does. */
export function WarningGate({ warnings, children }: WarningGateProps) {
  if (warnings.length === 0) return children;
  return (
    <details className="gate">
      <summary>
        <span className="gate-label">{gateLabel(warnings)}</span>{" "}
        <span className="gate-act gate-show">Show story</span>
        <span className="gate-act gate-hide">Hide story</span>
      </summary>
      {children}
    </details>
  );
}
